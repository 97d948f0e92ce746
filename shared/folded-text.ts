/** Letters that Unicode does not take apart into a base letter and a mark, as people type them without the key. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd' };

/** Text as it is searched: without case, accents or the widths of signs, so that "Ase" finds "Åse" and "oke" "Øke". */
export function foldedText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæœßłđ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

/** The words of a search, folded, each once; a search of more than eight is about its first eight. */
export function searchWords(search: string): string[] {
  return [...new Set(foldedText(search).split(/\s+/).filter(Boolean))].slice(0, 8);
}
