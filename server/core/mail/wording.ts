import { inLanguage, type Language } from '../../../shared/local-text.ts';
import { fillTemplate, type MailKind, type MailValues } from '../../../shared/mail-template.ts';
import { priceText } from '../../../shared/price-text.ts';
import { type EpochMillis, toWireInstant } from '../../../shared/time.ts';
import { clockSpan, dayAndClock, dayName, zoneName, zoneText } from '../../../shared/time-words.ts';
import { bookingNumber } from '../booking/views.ts';
import { oneLine } from '../one-line.ts';
import { depositText, placeText } from './agreed-words.ts';
import type { MailFacts } from './facts.ts';
import { MAIL_WORDS, type MailWords } from './languages.ts';

/** Subject and body as they are filled in. */
export interface Template {
  readonly subject: string;
  readonly body: string;
}

/** A mail in words. `links` are the addresses in it that lead somewhere: all others stay plain text. */
export interface Worded {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly footer: string;
  readonly page: { readonly address: string; readonly label: string };
  readonly links: ReadonlyArray<string>;
}

/** What Cuedesk came with. */
export function defaultTemplate(kind: MailKind, language: Language): Template {
  return MAIL_WORDS[language].kinds[kind];
}

/** Somebody invented for previews, and the words of the test mail. */
export function sampleWords(language: Language): Pick<MailWords, 'sample' | 'test'> {
  return MAIL_WORDS[language];
}

/**
 * Writes a mail in its reader's language and zone. `link` is the thread's address, or the desk's in one `to` the creator.
 */
export function wordMail(
  template: Template,
  facts: MailFacts,
  link: string,
  answersRead: boolean,
  to: 'viewer' | 'creator' = 'viewer',
): Worded {
  const { language } = facts;
  const words = MAIL_WORDS[language].words;
  const values = valuesOf(facts, link);
  const joinUrl = facts.place?.type === 'video' ? facts.place.joinUrl : undefined;
  const paymentUrl = facts.deposit?.paymentUrl;
  const footer =
    to === 'creator'
      ? [words.whyCreator]
      : [...(answersRead ? [] : [words.noAnswers]), words.whyYou.replace('{{creator}}', () => values.creator)];
  return {
    language,
    subject: oneLine(fillTemplate(template.subject, values)),
    text: fillTemplate(template.body, values),
    footer: footer.join(' '),
    page: { address: link, label: to === 'creator' ? words.openDesk : words.openPage },
    links: [link, ...(joinUrl ? [joinUrl] : []), ...(paymentUrl ? [paymentUrl] : [])],
  };
}

function valuesOf(facts: MailFacts, link: string): MailValues & { readonly creator: string } {
  const { language, zone, start, end, changeUntil, offerUntil } = facts;
  const locale = facts.locale ?? language;
  const anyTime = start ?? facts.times[0] ?? offerUntil;
  const now = toWireInstant(facts.at);
  const at = (instant: EpochMillis) => dayAndClock(toWireInstant(instant), zone, locale, now);
  const nameOf = (instant: EpochMillis) => zoneName(toWireInstant(instant), zone, locale, 'short');
  /** With the zone's name where, across a change of its clock, it is another than the one that the mail names. */
  const zoned = (instant: EpochMillis | null) =>
    instant === null
      ? ''
      : `${at(instant)}${anyTime === null || nameOf(instant) === nameOf(anyTime) ? '' : ` (${nameOf(instant)})`}`;
  return {
    name: addressable(facts.name),
    creator: oneLine(facts.creator),
    service: oneLine(inLanguage(facts.title, language)),
    link,
    when: start === null ? '' : whenText(start, end, zone, locale, facts.at),
    start: start === null ? '' : at(start),
    zone: anyTime === null ? '' : zoneText(zone, toWireInstant(anyTime), locale),
    price: facts.price ? priceText(facts.price, language) : '',
    deposit: depositText(facts.deposit, facts.booked, facts.creator, language),
    place: placeText(facts.place, language),
    before: zoned(facts.before),
    times: facts.times.map((time) => `– ${at(time)} (${nameOf(time)})`).join('\n'),
    changeUntil: zoned(changeUntil),
    offerUntil: zoned(offerUntil),
    // Left out in mails that an older Cuedesk has kept.
    answerBy: zoned(facts.answerBy ?? null),
    message: facts.message,
    number: bookingNumber(facts.request),
    code: facts.code ?? '',
  };
}

/** "Tuesday 24 November, 18:30–19:00": the words of the page, as within a sentence. With the year where that of `now` is another. */
export function whenText(
  start: EpochMillis,
  end: EpochMillis | null,
  zone: string,
  locale: string,
  now: EpochMillis,
): string {
  const from = toWireInstant(start);
  const to = end === null ? null : toWireInstant(end);
  return `${dayName(from, zone, locale, toWireInstant(now))}, ${clockSpan(from, to, zone, locale)}`;
}

/**
 * The name to greet with. Anybody can type anything beside an address that is not theirs: what looks like an address, a
 * site or a number is no name, and the greeting goes without.
 */
function addressable(name: string): string {
  const plain = oneLine(name);
  return /@|:\/\/|\bwww\b|\d{4}|[\p{L}\d]\.[\p{L}]{2}|[{}<>]/iu.test(plain) ? '' : plain;
}
