import type { Language } from '../../shared/local-text.ts';
import type { Catalogue } from '../../shared/locales/catalogue.ts';
import { stage as german } from '../../shared/locales/de/stage.ts';
import { stage as english } from '../../shared/locales/en/stage.ts';
import { stage as norwegian } from '../../shared/locales/nb/stage.ts';
import { stage as dutch } from '../../shared/locales/nl/stage.ts';
import type { Catalogues } from '../spoken.ts';
import { spoken } from '../spoken.ts';
import { lightTranslator } from '../translator.ts';

/**
 * With the page, not fetched when the view has said which: four of them are 2 kB, and a fetch in the moment between the
 * view and the first picture costs more than that.
 */
const catalogues: Catalogues<Catalogue<typeof english>> = {
  en: async () => english,
  de: async () => german,
  nl: async () => dutch,
  nb: async () => norwegian,
};
export const words = spoken(catalogues, lightTranslator());

/** The stage's words for a preview: the page around it keeps its own language. */
export async function speakForPreview(language: Language): Promise<void> {
  const page = document.documentElement.lang;
  await words.speak(language);
  document.documentElement.lang = page;
}
