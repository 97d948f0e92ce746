/*
 * What the pages need of languages and texts. Apart from their schemas (languages.ts), because importing those brings
 * zod along, 23 kB that the stage cannot spare.
 */

/** The languages that every text of Cuedesk is written in. The first is the one used when nothing else fits. */
export const LANGUAGES = ['en', 'de', 'nl', 'nb'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in one or more languages. */
export type LocalText = Partial<Record<Language, string>>;

/** The text in the wanted language, else in English, else in the first language that has one. */
export function inLanguage(text: LocalText, wanted: Language): string {
  return text[languageGiven(text, wanted)] ?? '';
}

/** The language of what {@link inLanguage} answers with. */
export function languageGiven(text: LocalText, wanted: Language): Language {
  const given = [wanted, ...LANGUAGES].find((language) => text[language] !== undefined);
  return given ?? wanted;
}

/** The first of the wanted BCP 47 tags that Cuedesk speaks (`no` and `nn` read `nb`), else English. */
export function chooseLanguage(wanted: ReadonlyArray<string>): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split(/[-_]/)[0] ?? '';
    const spoken = primary === 'no' || primary === 'nn' ? 'nb' : primary;
    const found = LANGUAGES.find((language) => language === spoken);
    if (found) return found;
  }
  return 'en';
}
