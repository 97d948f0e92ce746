import type { Catalogue, KeyIn } from '../../../shared/locales/catalogue.ts';
import type { studioLog } from '../../../shared/locales/en/studio-log.ts';
import { wordsOf } from '../../words.ts';

/** Apart from the studio's words, and fetched when the log is read: each act of the program has its own. */
export const logWords = wordsOf<Catalogue<typeof studioLog>>({
  en: () => import('../../../shared/locales/en/studio-log.ts').then((file) => file.studioLog),
  de: () => import('../../../shared/locales/de/studio-log.ts').then((file) => file.studioLog),
  nl: () => import('../../../shared/locales/nl/studio-log.ts').then((file) => file.studioLog),
  nb: () => import('../../../shared/locales/nb/studio-log.ts').then((file) => file.studioLog),
});

export const tellLog = logWords.say;

/** What was done, in words; an act that a newer Cuedesk noted by its name. */
export function actText(act: string): string {
  return known(`act.${act.replaceAll('.', ' ')}`) ?? act;
}

/** Why it was refused, in words; a reason that has none by its own word. */
export function whyText(why: string): string {
  return known(`why.${why}`) ?? why;
}

/** The text of a key made at run time; null where there is none, which i18next answers with the key itself. */
function known(key: string): string | null {
  const text = tellLog(key as KeyIn<typeof studioLog>);
  return text === key ? null : text;
}
