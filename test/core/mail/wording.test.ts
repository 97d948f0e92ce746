import ICAL from 'ical.js';
import { afterAll, describe, expect, test } from 'vitest';
import { sayDayWithin, saySpan, sayWhen, sayZone } from '../../../overlay/book/times.ts';
import { words } from '../../../overlay/book/words.ts';
import { type CalendarEntry, calendarFeed } from '../../../server/core/booking/calendar-file.ts';
import { allowance } from '../../../server/core/mail/allowance.ts';
import type { MailFacts } from '../../../server/core/mail/facts.ts';
import { htmlPart, textPart } from '../../../server/core/mail/letter.ts';
import { previewMail, readyMail } from '../../../server/core/mail/ready.ts';
import { defaultTemplate, sampleWords, wordMail } from '../../../server/core/mail/wording.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';
import { fillTemplate, isToCreator, MAIL_KINDS, templateFaults } from '../../../shared/mail-template.ts';
import { toMillis, toWireInstant } from '../../../shared/time.ts';
import { localeIn } from '../../../shared/time-words.ts';

const DAY = 24 * 60 * 60_000;
const LINK = 'https://book.example/t/secret';
const FACTS: MailFacts = {
  request: 'r1',
  sequence: 3,
  at: toMillis('2026-10-01T08:00:00Z'),
  language: 'en',
  locale: null,
  zone: 'Europe/Berlin',
  name: 'Vera',
  creator: 'Ada Creator',
  title: { en: 'CV check', de: 'Lebenslauf-Check' },
  start: toMillis('2026-11-23T09:00:00Z'),
  end: toMillis('2026-11-23T09:30:00Z'),
  before: toMillis('2026-11-22T09:00:00Z'),
  price: { minor: 4500, currency: 'EUR' },
  deposit: { amount: { minor: 1000, currency: 'EUR' }, paymentUrl: 'https://pay.example/x?a=1,2;b=3' },
  booked: true,
  place: { type: 'video', joinUrl: 'https://meet.example/a?b=1&c=2' },
  times: [toMillis('2026-11-24T09:00:00Z')],
  offerUntil: toMillis('2026-11-22T18:00:00Z'),
  changeUntil: toMillis('2026-11-23T08:00:00Z'),
  answerBy: toMillis('2026-11-22T20:00:00Z'),
  message: 'Bring <b>the advert</b>',
  code: 'KAMOR',
};
const BARE = {
  ...FACTS,
  name: '',
  start: null,
  end: null,
  place: null,
  price: null,
  deposit: null,
  times: [],
  message: '',
  code: null,
};
/** The time is no "today" on the page. */
const LONG_BEFORE = toMillis('2026-02-01T00:00:00Z');
/** Of the days that are long to write, in each language. */
const LONG_DAY = toMillis('2026-09-30T16:30:00Z');
/** The same wall time twice: before and after the clocks of Berlin went back. */
const REPEATED = [toMillis('2026-10-25T00:30:00Z'), toMillis('2026-10-25T01:30:00Z')];

afterAll(() => words.speak('en'));

describe.each(LANGUAGES)('mails in %s', (language) => {
  test.each(MAIL_KINDS)('[ML4] %s is whole: no variable is left, with everything in it and with the least', (kind) => {
    const template = defaultTemplate(kind, language);
    expect(templateFaults(kind, template.subject)).toEqual([]);
    expect(templateFaults(kind, template.body)).toEqual([]);
    for (const facts of [FACTS, { ...BARE, changeUntil: null, offerUntil: null, answerBy: null, before: null }]) {
      const worded = wordMail(template, { ...facts, language }, LINK, false);
      const all = worded.subject + textPart(worded) + htmlPart(worded);
      expect(all).not.toMatch(/\{\{|\}\}|undefined|null/);
      expect(worded.text).toContain(LINK);
      expect(worded.text).not.toMatch(/\n{3}|\(\)|:\s*$/);
    }
  });

  test.each(MAIL_KINDS)(
    '[ML51] %s reads well: a short subject, no gap in it, and every time as the page says it',
    async (kind) => {
      await words.speak(language);
      const { sample } = sampleWords(language);
      const zone = FACTS.zone;
      const locale = localeIn(language, navigator.languages);
      const facts: MailFacts = {
        ...FACTS,
        language,
        locale,
        name: sample.name,
        creator: sample.creator,
        title: { [language]: sample.service },
        start: LONG_DAY,
        end: LONG_DAY + 30 * 60_000,
        times: [LONG_DAY, LONG_DAY + DAY],
      };
      const { subject, text, footer } = wordMail(
        defaultTemplate(kind, language),
        facts,
        LINK,
        false,
        isToCreator(kind) ? 'creator' : 'viewer',
      );
      expect(subject.length, subject).toBeLessThanOrEqual(60);
      for (const part of [subject, text, footer]) expect(part).not.toMatch(/ {2}|[ \t]$|^[ \t]| [,.!?]|\n{3}/m);
      const [from, to] = [toWireInstant(LONG_DAY), toWireInstant(LONG_DAY + 30 * 60_000)];
      const short = (at: number) => sayWhen(toWireInstant(at), zone, LONG_BEFORE);
      const told = {
        when: `${sayDayWithin(from, zone)}, ${saySpan(from, to, zone)}`,
        start: short(LONG_DAY),
        zone: sayZone(zone, from),
        times: short(LONG_DAY + DAY),
        before: short(FACTS.before ?? 0),
        changeUntil: short(FACTS.changeUntil ?? 0),
        offerUntil: short(FACTS.offerUntil ?? 0),
        answerBy: short(FACTS.answerBy ?? 0),
      };
      const template = defaultTemplate(kind, language);
      for (const [variable, said] of Object.entries(told))
        if (`${template.subject} ${template.body}`.includes(`{{${variable}}}`))
          expect(`${subject}\n${text}`).toContain(said);
    },
  );

  test('[ML4] the time reads as on the page, its zone named, in every zone and in both passes of a repeated hour', async () => {
    await words.speak(language);
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe']) {
      for (const start of [...REPEATED, FACTS.start ?? 0]) {
        const end = start + 30 * 60_000;
        const { text, subject } = wordMail(
          defaultTemplate('confirmed', language),
          { ...FACTS, language, locale: localeIn(language, navigator.languages), zone, start, end },
          LINK,
          true,
        );
        const [from, to] = [toWireInstant(start), toWireInstant(end)];
        expect(text).toContain(`${sayDayWithin(from, zone)}, ${saySpan(from, to, zone)} (${sayZone(zone, from)})`);
        expect(subject).toContain(sayWhen(from, zone, LONG_BEFORE));
      }
    }
  });
});

test('[ML4] the two passes of a repeated hour are told apart by the zone’s name', () => {
  const texts = REPEATED.map(
    (start) => wordMail(defaultTemplate('reminder', 'de'), { ...FACTS, language: 'de', start }, LINK, true).text,
  );
  expect(texts[0]).toContain('MESZ');
  expect(texts[1]).toContain('MEZ');
});

test('[ML12] what was typed as a name but looks like an address, a site or a number is not greeted with', () => {
  const greet = (name: string) =>
    wordMail(defaultTemplate('received', 'en'), { ...FACTS, name }, LINK, true).text.split('\n')[0];
  expect(greet('Vera')).toBe('Hello Vera,');
  for (const name of ['buy at evil.example', 'https://evil', 'a@b.c', 'call 01234', '{{link}}', '<script>'])
    expect([name, greet(name)?.startsWith('Your request')]).toEqual([name, true]);
});

test('[ML13] the HTML part is escaped, loads nothing, and leads nowhere but to the page, the meeting and the payment', () => {
  const html = htmlPart(wordMail(defaultTemplate('called-off', 'en'), FACTS, LINK, true));
  expect(html).toContain('Bring &lt;b&gt;the advert&lt;/b&gt;');
  const confirmed = htmlPart(wordMail(defaultTemplate('confirmed', 'en'), FACTS, LINK, true));
  expect([...confirmed.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    'https://meet.example/a?b=1&amp;c=2',
    'https://pay.example/x?a=1,2;b=3',
    LINK,
  ]);
  expect(confirmed).not.toMatch(/<img|src=|@import|url\(|<script|<link/i);
  expect(confirmed).toContain('prefers-color-scheme: dark');
});

test('[ML14] a value that looks like a variable stays text, and what says nothing is left out', () => {
  expect(fillTemplate('A {{message}} {{link}}', { message: '{{link}} $&', link: 'x' })).toBe('A {{link}} $& x');
  expect(fillTemplate('Hi\n\nStill free:\n{{times}}\n\nBye', {})).toBe('Hi\n\nBye');
});

test('[ML10] an address gets twelve mails an hour at most, whoever sets them off', () => {
  const recent = Array.from({ length: 12 }, (_, at) => ({ at, kind: 'message', cause: 'desk' }) as const);
  const mail = { kind: 'reminder', cause: 'clock', first: false, vouched: true } as const;
  expect(allowance(mail, recent)).toEqual({ waitUntil: 60 * 60_000 });
  expect(allowance(mail, recent.slice(1))).toBe('send');
});

describe('calendar files', () => {
  const read = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const [event] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    return { calendar, event };
  };
  const fileOf = (kind: 'confirmed' | 'moved' | 'called-off' | 'received', facts = FACTS) =>
    readyMail(kind, defaultTemplate(kind, 'en'), facts, LINK, {
      id: '1',
      to: 'v@example.org',
      from: 'b@example.org',
      replyTo: null,
    }).calendar;

  test('[ML15] a booking’s mail carries its file: a UID that stays, a SEQUENCE that rises, instants in UTC', () => {
    for (const start of [...REPEATED, FACTS.start ?? 0]) {
      const { calendar, event } = read(fileOf('moved', { ...FACTS, start, end: start + 30 * 60_000 })?.file ?? '');
      expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
      expect(event?.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
      expect(event?.startDate.toJSDate().getTime()).toBe(start);
      expect(event?.endDate.toJSDate().getTime()).toBe(start + 30 * 60_000);
      expect([event?.uid, event?.sequence]).toEqual(['r1@cuedesk', 3]);
    }
    expect(fileOf('received')).toBeNull();
  });

  test('[ML15] one that is off takes the same event out again', () => {
    const off = fileOf('called-off', { ...FACTS, sequence: 4 });
    expect(off?.method).toBe('CANCEL');
    const { calendar, event } = read(off?.file ?? '');
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect([event?.uid, event?.sequence]).toEqual(['r1@cuedesk', 4]);
    expect(event?.organizer).toMatch(/^mailto:.+@/);
  });

  test('[ML22] a file says where, for how much, and what is to be paid before, escaped; one that is off says neither', () => {
    const { event } = read(fileOf('confirmed')?.file ?? '');
    expect(event?.location).toBe('https://meet.example/a?b=1&c=2');
    expect(event?.description).toBe(
      'Price: €45.00\nDeposit: €10.00, to be paid to Ada Creator before the appointment: https://pay.example/x?a=1,2;b=3',
    );
    const area = 'Oslo, Grünerløkka; 2. etg\\\r\nATTENDEE:x';
    const onSite = fileOf('confirmed', { ...FACTS, deposit: null, place: { type: 'on-site', area } })?.file ?? '';
    expect(read(onSite).event?.location).toBe('Oslo, Grünerløkka; 2. etg\\ ATTENDEE:x');
    expect(onSite).not.toMatch(/^ATTENDEE/m);
    const phone = fileOf('confirmed', { ...FACTS, language: 'nb', place: { type: 'phone', phone: '+47 22 00 00 00' } });
    expect(read(phone?.file ?? '').event?.location).toBe('På telefon, ring: +47 22 00 00 00');
    const off = read(fileOf('called-off')?.file ?? '').event;
    expect([off?.location, off?.description]).toEqual([null, null]);
  });

  test('[ML16] the feed has every booking, and no text can add to it', () => {
    const entry: CalendarEntry = {
      id: 'r1',
      sequence: 1,
      start: FACTS.start ?? 0,
      end: FACTS.end ?? 0,
      changedAt: FACTS.at,
      title: FACTS.title,
      creatorName: 'Ada',
      language: 'en',
      location: '',
      agreed: '',
    };
    const evil = 'V\r\nBEGIN:VEVENT\u2028ATTENDEE:x';
    const text = calendarFeed('Ada', [
      { ...entry, viewerName: evil, about: null },
      { ...entry, id: 'r2', viewerName: 'W', about: `w@example.org\n${evil}` },
    ]);
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(2);
    expect(text).not.toMatch(/^ATTENDEE/m);
  });
});

test('[ML45] a mail has the clock and the order of day and month of the country that its reader asked from, as the page had', () => {
  const american: MailFacts = { ...FACTS, locale: 'en-US', zone: 'America/New_York' };
  const { text } = wordMail(defaultTemplate('confirmed', 'en'), american, LINK, true);
  expect(text).toContain('When: Monday, November 23, 4:00 AM–4:30 AM (New York, EST)');
  expect(text).toContain('on your private page until Mon, Nov 23, 3:00 AM.');
  const austrian: MailFacts = { ...FACTS, language: 'de', locale: 'de-AT', start: toMillis('2027-01-11T09:00:00Z') };
  const letter = wordMail(defaultTemplate('confirmed', 'de'), { ...austrian, end: null }, LINK, true);
  expect(letter.text).toContain('Montag, 11. Jänner 2027, 10:00');
});

test('[VP185] a day within a sentence is small where the language writes it so, and has its capital where it begins a line', () => {
  const dutch: MailFacts = { ...FACTS, language: 'nl', locale: null };
  expect(wordMail(defaultTemplate('confirmed', 'nl'), dutch, LINK, true).text).toContain(
    'Wanneer: maandag 23 november',
  );
  const own = { subject: '{{start}}', body: '{{when}}\nop {{when}}' };
  const { text } = wordMail(own, dutch, LINK, true);
  expect(text).toMatch(/^Maandag 23 november/m);
  expect(text).toMatch(/^op maandag 23 november/m);
});

test('[ML61] a time on the other side of a clock change has its own zone name, and a year that is not this one is said', () => {
  const start = toMillis('2027-03-15T13:00:00Z');
  const before = toMillis('2027-03-12T14:00:00Z');
  const facts: MailFacts = { ...FACTS, zone: 'America/New_York', start, end: start + 30 * 60_000, before };
  const { text } = wordMail(defaultTemplate('moved', 'en'), { ...facts, changeUntil: before }, LINK, true);
  expect(text).toMatch(/When: Monday,? 15 March 2027, 09:00–09:30 \(New York, (EDT|GMT-4)\)/);
  expect(text).toMatch(/It was: Fri,? 12 Mar 2027, 09:00 \((EST|GMT-5)\)/);
  expect(text).toMatch(/until Fri,? 12 Mar 2027, 09:00 \((EST|GMT-5)\)\./);
  const same = wordMail(defaultTemplate('moved', 'en'), { ...facts, before: start - 60_000 }, LINK, true).text;
  expect(same).toMatch(/It was: Mon,? 15 Mar 2027, 08:59\n/);
});

test('[ML52] the confirmation of an ask says by when it is answered, where that is promised; an older mail without it is whole', () => {
  const textOf = (facts: MailFacts) => wordMail(defaultTemplate('received', 'en'), facts, LINK, true).text;
  expect(textOf(FACTS)).toContain('You will have an answer by Sun 22 Nov, 21:00.');
  const { answerBy: _left, ...older } = FACTS;
  for (const facts of [older, { ...FACTS, answerBy: null }]) expect(textOf(facts)).not.toContain('an answer by');
});

test('[ML23] a preview has the ways to join and to pay where the mail has them: for who is booked', () => {
  const withLinks = MAIL_KINDS.filter((kind) =>
    /meet\.example|pay\.example/.test(previewMail(kind, 'en', defaultTemplate(kind, 'en'), LINK, true, FACTS.at).text),
  );
  expect(withLinks).toEqual(['confirmed', 'moved', 'reminder']);
});
