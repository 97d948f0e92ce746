import type { Language } from '../../../shared/languages.ts';
import { isToCreator, type MailKind } from '../../../shared/mail-template.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { calendarFile } from '../booking/calendar-file.ts';
import { oneLine } from '../one-line.ts';
import { calendarWords } from './agreed-words.ts';
import type { ReadyMail } from './delivery.ts';
import type { MailFacts } from './facts.ts';
import { htmlPart, textPart } from './letter.ts';
import { sampleWords, type Template, type Worded, wordMail } from './wording.ts';

/** Between whom a mail goes. `id` is its row's: the Message-ID is made of it. */
export interface Envelope {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  /** Null: answers are not read, and the mail says so. */
  readonly replyTo: string | null;
}

/** Of what is off. */
const NO_WORDS = { location: '', agreed: '' };
const DAY = 24 * 60 * 60_000;

/** The whole mail, as it goes to the server. */
export function readyMail(
  kind: MailKind,
  template: Template,
  facts: MailFacts,
  link: string,
  envelope: Envelope,
): ReadyMail {
  if (isToCreator(kind)) {
    const worded = wordMail(template, facts, link, false, 'creator');
    return { ...enveloped({ ...envelope, replyTo: null }, 'Cuedesk', worded), calendar: null };
  }
  const worded = wordMail(template, facts, link, envelope.replyTo !== null);
  return { ...enveloped(envelope, facts.creator, worded), calendar: calendarOf(kind, facts, envelope.from) };
}

/** A mail that only tries the way. */
export function testMail(language: Language, envelope: Envelope): ReadyMail {
  const { test } = sampleWords(language);
  const page = { address: '', label: '' };
  const worded = { language, subject: test.subject, text: test.text, footer: 'Cuedesk', page, links: [] };
  return { ...enveloped(envelope, 'Cuedesk', worded), calendar: null };
}

/** Kinds that go to who is booked: the ways to join and to pay are for them alone. */
const BOOKED: ReadonlySet<MailKind> = new Set(['confirmed', 'moved', 'reminder']);
/** Kinds that tell of the one time that a waiting viewer was kept. */
const OF_THE_LINE: ReadonlySet<MailKind> = new Set(['waitlist-offer', 'offer-lapsed']);
const DEPOSIT = { minor: 1000, currency: 'EUR' };

/** How a template reads, with somebody invented and a time a week from now. */
export function previewMail(
  kind: MailKind,
  language: Language,
  template: Template,
  link: string,
  answersRead: boolean,
  now: EpochMillis,
): Worded {
  const { sample } = sampleWords(language);
  const booked = BOOKED.has(kind);
  const start = Math.ceil(now / DAY) * DAY + 7 * DAY + 17 * 60 * 60_000;
  const facts: MailFacts = {
    request: 'sample',
    sequence: 1,
    at: now,
    language,
    locale: null,
    zone: 'Europe/Berlin',
    name: sample.name,
    creator: sample.creator,
    title: { [language]: sample.service },
    start,
    end: start + DAY / 48,
    before: start - DAY,
    price: { minor: 4500, currency: 'EUR' },
    deposit: { amount: DEPOSIT, ...(booked ? { paymentUrl: 'https://pay.example/sample' } : {}) },
    booked,
    place: { type: 'video', ...(booked ? { joinUrl: 'https://meet.example/sample' } : {}) },
    times: OF_THE_LINE.has(kind) ? [start] : [start, start + DAY],
    offerUntil: now + DAY,
    changeUntil: start - DAY / 2,
    answerBy: now + DAY,
    message: sample.message,
    code: 'KAMOR',
  };
  return wordMail(template, facts, link, answersRead, isToCreator(kind) ? 'creator' : 'viewer');
}

function enveloped({ id, to, from, replyTo }: Envelope, name: string, worded: Worded): Omit<ReadyMail, 'calendar'> {
  return {
    to,
    from: { name: oneLine(name), address: from },
    replyTo,
    subject: worded.subject,
    text: textPart(worded),
    html: htmlPart(worded),
    messageId: `${id}@${from.split('@').at(-1) ?? 'cuedesk'}`,
  };
}

/** A booking that holds comes with its file, one that is off with the file that takes it out of the calendar again. */
function calendarOf(kind: MailKind, facts: MailFacts, organizer: string): ReadyMail['calendar'] {
  const { start, end } = facts;
  const holds = kind === 'confirmed' || kind === 'moved';
  const isOff = kind === 'cancelled' || kind === 'called-off';
  if (start === null || end === null || !(holds || isOff)) return null;
  const method = isOff ? 'CANCEL' : 'PUBLISH';
  const { request: id, sequence, at: changedAt, title, creator: creatorName, language, place, price, deposit } = facts;
  const isWhole = holds && place !== null && price !== null;
  const words = isWhole ? calendarWords({ place, price, deposit }, creatorName, language) : NO_WORDS;
  const entry = {
    id,
    sequence,
    start,
    end,
    changedAt,
    title,
    creatorName,
    language,
    ...words,
    method,
    organizer,
  } as const;
  return { method, file: calendarFile(entry) };
}
