/*
 * The language of mail templates: text with `{{variables}}` and nothing else. Without zod, since the studio checks with
 * it while somebody types. A value is put in once and never read again, so that no value can name a variable.
 */

import { capital } from './capital.ts';

/** Mails to the creator, for who has named an address. They tell of a request by its number, and nothing of its viewer. */
export const CREATOR_KINDS = ['creator-request', 'creator-booked', 'creator-moved', 'creator-cancelled'] as const;

/**
 * What a mail tells of. `called-off`: a booking that the creator's side ended; `cancelled`: that its viewer ended;
 * `waitlisted`: a place in line; `offer-lapsed`: a kept time that its viewer did not take.
 */
export const MAIL_KINDS = [
  'received',
  'confirmed',
  'moved',
  'declined',
  'slot-taken',
  'times-offered',
  'cancelled',
  'called-off',
  'reminder',
  'waitlisted',
  'waitlist-offer',
  'offer-lapsed',
  'message',
  ...CREATOR_KINDS,
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Whether a mail of this kind goes to the creator and not to the viewer. */
export function isToCreator(kind: MailKind): kind is (typeof CREATOR_KINDS)[number] {
  return CREATOR_KINDS.some((one) => one === kind);
}

const EVERYWHERE = ['name', 'creator', 'service', 'link'] as const;
const AGREED = ['price', 'deposit', 'place'] as const;
/** `start`: the day and when it begins, short enough for a subject; `when`: the day in full, from when until when. */
const OF_A_TIME = ['when', 'start', 'zone', ...AGREED] as const;
const OF_THE_CREATOR = ['service', 'when', 'start', 'zone', 'number', 'code', 'link'] as const;

/**
 * The variables that each kind knows. Any may be empty in one mail, and what says nothing without them is left out:
 * an ask without a time has no "When".
 */
export const MAIL_VARIABLES = {
  received: [...EVERYWHERE, ...OF_A_TIME, 'answerBy'],
  confirmed: [...EVERYWHERE, ...OF_A_TIME, 'changeUntil'],
  moved: [...EVERYWHERE, ...OF_A_TIME, 'before', 'changeUntil'],
  declined: [...EVERYWHERE, ...OF_A_TIME, 'message'],
  'slot-taken': [...EVERYWHERE, ...OF_A_TIME, 'times'],
  'times-offered': [...EVERYWHERE, 'zone', ...AGREED, 'times'],
  cancelled: [...EVERYWHERE, ...OF_A_TIME],
  'called-off': [...EVERYWHERE, ...OF_A_TIME, 'message'],
  reminder: [...EVERYWHERE, ...OF_A_TIME, 'changeUntil'],
  waitlisted: [...EVERYWHERE, ...AGREED],
  'waitlist-offer': [...EVERYWHERE, 'zone', ...AGREED, 'times', 'offerUntil'],
  'offer-lapsed': [...EVERYWHERE, 'zone', 'times'],
  message: [...EVERYWHERE, 'message'],
  'creator-request': OF_THE_CREATOR,
  'creator-booked': OF_THE_CREATOR,
  'creator-moved': [...OF_THE_CREATOR, 'before'],
  'creator-cancelled': OF_THE_CREATOR,
} as const satisfies Readonly<Record<MailKind, ReadonlyArray<string>>>;
export type MailVariable = (typeof MAIL_VARIABLES)[MailKind][number];
export type MailValues = Readonly<Partial<Record<MailVariable, string>>>;

/** What is written in braces and is no variable of the kind. Lines and columns count from 1. */
export interface TemplateFault {
  /** As it was written between the braces; empty where braces are not closed. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

const SLOT = /\{\{\s*([^{}\n]*?)\s*\}\}/g;
const BRACES = /\{\{|\}\}/;

/** Every place of a text that could not be filled: unknown variables, and braces that belong to none. */
export function templateFaults(kind: MailKind, text: string): TemplateFault[] {
  const known: ReadonlySet<string> = new Set(MAIL_VARIABLES[kind]);
  return text.split('\n').flatMap((line, at) => {
    const unknown = [...line.matchAll(SLOT)]
      .filter(([, name = '']) => !known.has(name))
      .map((match) => ({ name: match[1] ?? '', line: at + 1, column: match.index + 1 }));
    const rest = line.replace(SLOT, (slot) => ' '.repeat(slot.length));
    const loose = rest.search(BRACES);
    return loose < 0 ? unknown : [...unknown, { name: '', line: at + 1, column: loose + 1 }];
  });
}

/**
 * The text with its variables filled in. A line whose variables are all empty is left out, and so is a paragraph with its
 * words around them: "Still free nearby:" says nothing without the times.
 */
export function fillTemplate(text: string, values: MailValues): string {
  const all: Readonly<Record<string, string | undefined>> = values;
  const isEmpty = (part: string) => {
    const names = [...part.matchAll(SLOT)].map(([, name = '']) => name);
    return names.length > 0 && names.every((name) => !all[name]);
  };
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => !isEmpty(paragraph));
  return paragraphs
    .map((paragraph) =>
      paragraph
        .split('\n')
        .filter((line) => !isEmpty(line))
        .map((line) => line.replace(SLOT, (_slot, name: string, at: number) => valueAt(at, name, all[name] ?? '')))
        .join('\n'),
    )
    .join('\n\n')
    .trim();
}

/** A day that begins a line has a capital letter, which Dutch and Norwegian days have not within one. */
function valueAt(column: number, name: string, value: string): string {
  return column === 0 && (name === 'when' || name === 'start') ? capital(value) : value;
}

/** Why mail was not taken; the studio has a sentence for each that says what to do. */
export const MAIL_TROUBLES = [
  'not-found',
  'unreachable',
  'no-answer',
  'tls',
  'login-refused',
  'sender-refused',
  'recipient-refused',
  'message-refused',
  'busy',
  'gave-up',
  'too-many-to-one',
] as const;
