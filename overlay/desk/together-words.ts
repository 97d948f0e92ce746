import type { Catalogue } from '../../shared/locales/catalogue.ts';
import type { deskTogether } from '../../shared/locales/en/desk-together.ts';
import { wordsOf } from '../words.ts';

/** The words of what several at one desk do at the same time. */
export const togetherWords = wordsOf<Catalogue<typeof deskTogether>>({
  en: () => import('../../shared/locales/en/desk-together.ts').then((file) => file.deskTogether),
  de: () => import('../../shared/locales/de/desk-together.ts').then((file) => file.deskTogether),
  nl: () => import('../../shared/locales/nl/desk-together.ts').then((file) => file.deskTogether),
  nb: () => import('../../shared/locales/nb/desk-together.ts').then((file) => file.deskTogether),
});

export const sayTogether = togetherWords.say;
