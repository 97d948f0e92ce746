import type { Bio } from '../../../shared/booking.ts';
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
