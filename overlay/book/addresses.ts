/** An address as people write it, without the sign that ends the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** A text in its parts, the addresses apart. */
export function withAddresses(text: string): ReadonlyArray<string | { readonly href: string }> {
  const parts: (string | { href: string })[] = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, found.index), { href: found[0] });
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}
