import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import type { studioRules } from '../../../shared/locales/en/studio-rules.ts';
import { wordsOf } from '../../words.ts';

/** Apart from the studio's words, and fetched with its section. */
export const ruleWords = wordsOf<Catalogue<typeof studioRules>>({
  en: () => import('../../../shared/locales/en/studio-rules.ts').then((file) => file.studioRules),
  de: () => import('../../../shared/locales/de/studio-rules.ts').then((file) => file.studioRules),
  nl: () => import('../../../shared/locales/nl/studio-rules.ts').then((file) => file.studioRules),
  nb: () => import('../../../shared/locales/nb/studio-rules.ts').then((file) => file.studioRules),
});

export const tellRule = ruleWords.say;
