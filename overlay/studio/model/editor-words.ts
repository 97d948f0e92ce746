import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import type { stageEditor } from '../../../shared/locales/en/stage-editor.ts';
import { wordsOf } from '../../words.ts';

/** Apart from the studio's words: the editor's are half as many again. */
export const editorWords = wordsOf<Catalogue<typeof stageEditor>>({
  en: () => import('../../../shared/locales/en/stage-editor.ts').then((file) => file.stageEditor),
  de: () => import('../../../shared/locales/de/stage-editor.ts').then((file) => file.stageEditor),
  nl: () => import('../../../shared/locales/nl/stage-editor.ts').then((file) => file.stageEditor),
  nb: () => import('../../../shared/locales/nb/stage-editor.ts').then((file) => file.stageEditor),
});

/** A text of the stage editor or of the show controls. */
export const tell = editorWords.say;
