import type { Catalogue } from '../../shared/locales/catalogue.ts';
import type { passkeys } from '../../shared/locales/en/passkeys.ts';
import { wordsOf } from '../words.ts';

export const passkeyWords = wordsOf<Catalogue<typeof passkeys>>({
  en: () => import('../../shared/locales/en/passkeys.ts').then((file) => file.passkeys),
  de: () => import('../../shared/locales/de/passkeys.ts').then((file) => file.passkeys),
  nl: () => import('../../shared/locales/nl/passkeys.ts').then((file) => file.passkeys),
  nb: () => import('../../shared/locales/nb/passkeys.ts').then((file) => file.passkeys),
});

export const sayPasskey = passkeyWords.say;
