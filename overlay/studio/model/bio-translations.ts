import type { Bio, Proof } from '../../../shared/booking.ts';
import type { Language } from '../../../shared/local-text.ts';

export type BioTranslation = NonNullable<Bio['translations'][Language]>;

const NOTHING: BioTranslation = { headline: '', about: '', skills: [] };

export function translationIn({ translations }: Pick<Bio, 'translations'>, language: Language): BioTranslation {
  return translations[language] ?? NOTHING;
}

/** The translations with this part of one changed; one of which nothing is left is no translation. */
export function withTranslation(
  bio: Pick<Bio, 'translations'>,
  language: Language,
  part: Partial<BioTranslation>,
): Bio['translations'] {
  const text = { ...translationIn(bio, language), ...part };
  const { [language]: _before, ...others } = bio.translations;
  const empty = text.headline.trim() === '' && text.about.trim() === '' && text.skills.length === 0;
  return empty ? others : { ...others, [language]: text };
}

/** The proof with its title in one more language; an empty one is no title. */
export function withTitle(proof: Proof, language: Language, title: string): Proof {
  const { titles: before = {}, ...rest } = proof;
  const { [language]: _old, ...others } = before;
  const titles = title.trim() === '' ? others : { ...others, [language]: title };
  return Object.keys(titles).length === 0 ? rest : { ...rest, titles };
}

/** Whether anything of the bio is written in the language beside what was written first. */
export function isWrittenIn(
  { translations, proofs }: Pick<Bio, 'translations' | 'proofs'>,
  language: Language,
): boolean {
  return translations[language] !== undefined || proofs.some(({ titles }) => titles?.[language]);
}
