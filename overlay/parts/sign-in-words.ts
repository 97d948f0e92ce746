import type { Catalogue } from '../../shared/locales/catalogue.ts';
import type { signIn } from '../../shared/locales/en/sign-in.ts';
import { wordsOf } from '../words.ts';

export const signInWords = wordsOf<Catalogue<typeof signIn>>({
  en: () => import('../../shared/locales/en/sign-in.ts').then((file) => file.signIn),
  de: () => import('../../shared/locales/de/sign-in.ts').then((file) => file.signIn),
  nl: () => import('../../shared/locales/nl/sign-in.ts').then((file) => file.signIn),
  nb: () => import('../../shared/locales/nb/sign-in.ts').then((file) => file.signIn),
});
