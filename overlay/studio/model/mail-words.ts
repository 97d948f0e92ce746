import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import type { studioMail } from '../../../shared/locales/en/studio-mail.ts';
import type { MailTrouble } from '../../../shared/mail.ts';
import type { MailKind } from '../../../shared/mail-template.ts';
import { wordsOf } from '../../words.ts';
import { tongue } from './words.ts';

/** Apart from the studio's words, and fetched with its section. */
export const mailWords = wordsOf<Catalogue<typeof studioMail>>({
  en: () => import('../../../shared/locales/en/studio-mail.ts').then((file) => file.studioMail),
  de: () => import('../../../shared/locales/de/studio-mail.ts').then((file) => file.studioMail),
  nl: () => import('../../../shared/locales/nl/studio-mail.ts').then((file) => file.studioMail),
  nb: () => import('../../../shared/locales/nb/studio-mail.ts').then((file) => file.studioMail),
});

export const tellMail = mailWords.say;

export function kindWord(kind: MailKind): string {
  return tellMail(`kinds.${camel(kind)}`);
}

/** What happened and what to do. */
export function troubleWord(why: MailTrouble): string {
  return tellMail(`trouble.${camel(why)}`);
}

/** "1 day", "90 minutes": in the largest unit that it is a whole number of. */
export function spanWord(minutes: number): string {
  const units = [
    ['day', 1440],
    ['hour', 60],
    ['minute', 1],
  ] as const;
  const [unit, size] = units.find(([, length]) => minutes % length === 0) ?? units[2];
  return new Intl.NumberFormat(tongue(), { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / size);
}

type Camel<W extends string> = W extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : W;

function camel<W extends string>(word: W): Camel<W> {
  return word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as Camel<W>;
}
