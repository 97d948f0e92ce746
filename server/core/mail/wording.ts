import { inLanguage, type Language } from '../../../shared/languages.ts';
import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import { mail as german } from '../../../shared/locales/de/mail.ts';
import { mail as english } from '../../../shared/locales/en/mail.ts';
import { mail as norwegian } from '../../../shared/locales/nb/mail.ts';
import { mail as dutch } from '../../../shared/locales/nl/mail.ts';
import { fillTemplate, type MailKind, type MailValues } from '../../../shared/mail-template.ts';
import { formatMoney } from '../../../shared/money-text.ts';
import { type EpochMillis, toWireInstant } from '../../../shared/time.ts';
import { clockSpan, dayAndClock, dayTitle, zoneName, zoneText } from '../../../shared/time-words.ts';
import type { MailFacts } from './facts.ts';

type Words = Catalogue<typeof english>;
const WORDS: Readonly<Record<Language, Words>> = { en: english, de: german, nl: dutch, nb: norwegian };

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
  return WORDS[language].kinds[kind];
}

/** Somebody invented for previews, and the words of the test mail. */
export function sampleWords(language: Language): Pick<Words, 'sample' | 'test'> {
  return WORDS[language];
}

/** Writes a mail in its viewer's language and zone. `link` is the thread's address. */
export function wordMail(template: Template, facts: MailFacts, link: string, answersRead: boolean): Worded {
  const { language } = facts;
  const words = WORDS[language].words;
  const values = valuesOf(facts, link);
  const joinUrl = facts.place?.type === 'video' ? facts.place.joinUrl : undefined;
  const footer = [...(answersRead ? [] : [words.noAnswers]), words.whyYou.replace('{{creator}}', () => values.creator)];
  return {
    language,
    subject: oneLine(fillTemplate(template.subject, values)),
    text: fillTemplate(template.body, values),
    footer: footer.join(' '),
    page: { address: link, label: words.openPage },
    links: [link, ...(joinUrl ? [joinUrl] : [])],
  };
}

/** Text of one line for a header: every kind of line end and control character would begin another one. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}

function valuesOf(facts: MailFacts, link: string): MailValues & { readonly creator: string } {
  const { language, zone, start, end, changeUntil, offerUntil } = facts;
  const words = WORDS[language].words;
  const anyTime = start ?? facts.times[0] ?? offerUntil;
  const at = (instant: EpochMillis | null) =>
    instant === null ? '' : dayAndClock(toWireInstant(instant), zone, language);
  return {
    name: addressable(facts.name),
    creator: oneLine(facts.creator),
    service: oneLine(inLanguage(facts.title, language)),
    link,
    when: start === null ? '' : whenText(start, end, zone, language),
    zone: anyTime === null ? '' : zoneText(zone, toWireInstant(anyTime), language),
    price: priceText(facts, words.free),
    place: placeText(facts.place, words),
    before: at(facts.before),
    times: facts.times.map((time) => `– ${at(time)} (${shortZone(time, zone, language)})`).join('\n'),
    changeUntil: at(changeUntil),
    offerUntil: at(offerUntil),
    message: facts.message,
  };
}

/** "Tuesday 24 November, 18:30–19:00": the words of the page. */
export function whenText(start: EpochMillis, end: EpochMillis | null, zone: string, language: Language): string {
  const from = toWireInstant(start);
  const to = end === null ? null : toWireInstant(end);
  return `${dayTitle(from, zone, language)}, ${clockSpan(from, to, zone, language)}`;
}

function shortZone(at: EpochMillis, zone: string, language: Language): string {
  return zoneName(toWireInstant(at), zone, language, 'short');
}

function priceText({ price, language }: MailFacts, free: string): string {
  if (price === null) return '';
  return price.minor === 0 ? free : formatMoney(price, language);
}

function placeText(place: MailFacts['place'], words: Words['words']): string {
  switch (place?.type) {
    case undefined:
      return '';
    case 'video':
      return place.joinUrl ? `${words.video}: ${place.joinUrl}` : words.video;
    case 'chat':
      return words.chat;
    case 'on-site':
      return `${words.onSite}: ${oneLine(place.area)}`;
    case 'phone':
      return place.phone ? `${words.phone}: ${place.phone}` : words.phoneCalled;
  }
}

/**
 * The name to greet with. Anybody can type anything beside an address that is not theirs: what looks like an address, a
 * site or a number is no name, and the greeting goes without.
 */
function addressable(name: string): string {
  const plain = oneLine(name);
  return /@|:\/\/|\bwww\b|\d{4}|[\p{L}\d]\.[\p{L}]{2}|[{}<>]/iu.test(plain) ? '' : plain;
}
