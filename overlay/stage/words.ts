import type { Catalogue } from '../../shared/locales/catalogue.ts';
import type { stage as english } from '../../shared/locales/en/stage.ts';
import type { Catalogues } from '../spoken.ts';
import { spoken } from '../spoken.ts';
import { lightTranslator } from './translator.ts';

const catalogues: Catalogues<Catalogue<typeof english>> = {
  en: async () => (await import('../../shared/locales/en/stage.ts')).stage,
  de: async () => (await import('../../shared/locales/de/stage.ts')).stage,
  nl: async () => (await import('../../shared/locales/nl/stage.ts')).stage,
  nb: async () => (await import('../../shared/locales/nb/stage.ts')).stage,
};
export const words = spoken(catalogues, lightTranslator());
