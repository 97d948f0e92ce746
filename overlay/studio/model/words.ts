import type { Language } from '../../../shared/local-text.ts';
import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import type { studio } from '../../../shared/locales/en/studio.ts';
import { wordsOf } from '../../words.ts';

export const words = wordsOf<Catalogue<typeof studio>>({
  en: () => import('../../../shared/locales/en/studio.ts').then((file) => file.studio),
  de: () => import('../../../shared/locales/de/studio.ts').then((file) => file.studio),
  nl: () => import('../../../shared/locales/nl/studio.ts').then((file) => file.studio),
  nb: () => import('../../../shared/locales/nb/studio.ts').then((file) => file.studio),
});

export const { say } = words;

/** The language that is spoken, for Intl. */
export function tongue(): Language {
  return words.language.value ?? 'en';
}
