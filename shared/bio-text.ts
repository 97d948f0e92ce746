import type { Language, LocalText } from './local-text.ts';

/** What a creator says of the own work, in one language. */
export interface BioText {
  readonly headline: string;
  readonly about: string;
  readonly skills: ReadonlyArray<string>;
}

/** As it was written first, and what of it was written in other languages. */
export interface BioTexts extends BioText {
  readonly translations: Readonly<Partial<Record<Language, BioText>>>;
}

/** The texts for who reads the language: each that is not written in it is the first one. */
export function bioIn({ headline, about, skills, translations }: BioTexts, language: Language): BioText {
  const own = translations[language];
  return {
    headline: own?.headline || headline,
    about: own?.about || about,
    skills: own && own.skills.length > 0 ? own.skills : skills,
  };
}

/** What a proof of competence is called for who reads the language. */
export function proofTitle(
  { title, titles }: { readonly title: string; readonly titles?: LocalText | undefined },
  language: Language,
): string {
  return titles?.[language] || title;
}
