import type { Catalogue } from '../../shared/locales/catalogue.ts';
import type { stage as english } from '../../shared/locales/en/stage.ts';
import { wordsOf } from '../words.ts';

export const words = wordsOf<Catalogue<typeof english>>({
  en: async () => (await import('../../shared/locales/en/stage.ts')).stage,
  de: async () => (await import('../../shared/locales/de/stage.ts')).stage,
  nl: async () => (await import('../../shared/locales/nl/stage.ts')).stage,
  nb: async () => (await import('../../shared/locales/nb/stage.ts')).stage,
});
