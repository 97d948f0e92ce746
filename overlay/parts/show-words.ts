import type { Catalogue } from '../../shared/locales/catalogue.ts';
import type { show } from '../../shared/locales/en/show.ts';
import { wordsOf } from '../words.ts';

export const showWords = wordsOf<Catalogue<typeof show>>({
  en: () => import('../../shared/locales/en/show.ts').then((file) => file.show),
  de: () => import('../../shared/locales/de/show.ts').then((file) => file.show),
  nl: () => import('../../shared/locales/nl/show.ts').then((file) => file.show),
  nb: () => import('../../shared/locales/nb/show.ts').then((file) => file.show),
});
