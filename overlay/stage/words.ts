import type { Language } from '../../shared/local-text.ts';
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

/** The stage's words for a preview: the page around it keeps its own language. */
export async function speakForPreview(language: Language): Promise<void> {
  const page = document.documentElement.lang;
  await words.speak(language);
  document.documentElement.lang = page;
}
