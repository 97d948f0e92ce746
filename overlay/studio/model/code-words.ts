import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import type { studioCodes } from '../../../shared/locales/en/studio-codes.ts';
import { wordsOf } from '../../words.ts';

/** Apart from the studio's words, and fetched with its section. */
export const codeWords = wordsOf<Catalogue<typeof studioCodes>>({
  en: () => import('../../../shared/locales/en/studio-codes.ts').then((file) => file.studioCodes),
  de: () => import('../../../shared/locales/de/studio-codes.ts').then((file) => file.studioCodes),
  nl: () => import('../../../shared/locales/nl/studio-codes.ts').then((file) => file.studioCodes),
  nb: () => import('../../../shared/locales/nb/studio-codes.ts').then((file) => file.studioCodes),
});

export const tellCode = codeWords.say;
