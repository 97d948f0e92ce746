import type { Catalogue } from '../../shared/locales/catalogue.ts';
import type { desk } from '../../shared/locales/en/desk.ts';
import { wordsOf } from '../words.ts';

export const words = wordsOf<Catalogue<typeof desk>>({
  en: () => import('../../shared/locales/en/desk.ts').then((file) => file.desk),
  de: () => import('../../shared/locales/de/desk.ts').then((file) => file.desk),
  nl: () => import('../../shared/locales/nl/desk.ts').then((file) => file.desk),
  nb: () => import('../../shared/locales/nb/desk.ts').then((file) => file.desk),
});

export const { say } = words;

/** The language that is spoken, for Intl. */
export function tongue() {
  return words.language.value ?? 'en';
}
