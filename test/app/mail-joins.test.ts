import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noteViewer } from '../../server/store/viewers.ts';
import type { Service, ServiceDraft } from '../../shared/booking.ts';
import { toMillis } from '../../shared/time.ts';
import { givenService, granted, MONDAY_ELEVEN, MONDAY_TEN, OWNER, publish, secretIn } from './booking-given.ts';
import { type MailRig, mailedDraft, openMailRig, turnOn } from './mail-given.ts';

/** Mail where other parts of booking meet it: the line, the desk's own doors, the creator, and what was agreed. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ADA = 'ada@example.org';

let rig: MailRig;
let service: string;
beforeEach(async () => {
  rig = await openMailRig();
});
afterEach(() => rig.close());

async function given(changes: Partial<ServiceDraft> = {}): Promise<void> {
  [service = ''] = await publish(rig.booking, [givenService(changes)]);
  await turnOn(rig);
}
async function ask(email: string, changes = {}) {
  const draft = mailedDraft({ service, start: MONDAY_TEN, contact: { email }, ...changes });
  const made = granted(await rig.booking.viewers.ask('creator', draft, null));
  return { id: made.id, secret: secretIn(made.thread) };
}
async function wait(email: string) {
  const draft = mailedDraft({ service, contact: { email } });
  const made = granted(await rig.booking.waitlist.wait('creator', draft, null));
  return { id: made.id, secret: secretIn(made.thread) };
}
const rowsOf = (id: string) =>
  rig.store.db.selectFrom('outbox').selectAll().where('request_id', '=', id).orderBy('sequence').execute();
const kindsOf = async (id: string) => (await rowsOf(id)).map(({ kind }) => kind);
const to = (address: string) =>
  rig.box.mails.filter(({ to: whom }) => JSON.stringify(whom).includes(address)).map(({ subject }) => subject);

describe('the line', () => {
  test('[ML24] a place in line, the time kept from it, its lapse and the booking it becomes are mailed, with reminders', async () => {
    await given({ instant: true });
    const booked = await ask('b@example.org');
    const first = await wait('first@example.org');
    const second = await wait('second@example.org');
    await rig.mail.run();
    expect(to('first@')).toEqual(['On the waitlist: CV check']);
    await rig.booking.viewers.cancel(booked.secret);
    await rig.mail.run();
    expect(to('first@').at(-1)).toBe('A time has come free: CV check');
    const offer = rig.box.mails.find(({ subject }) => subject?.startsWith('A time has come free'))?.text;
    expect(offer).toContain('Mon 23 Nov, 18:00 (GMT+9)');
    expect(offer).toContain('kept until Sun 22 Nov, 20:30;');
    rig.clock.now += 30 * MINUTE;
    await rig.booking.sweep();
    await rig.mail.run();
    expect(to('first@').at(-1)).toBe('No longer kept for you: CV check');
    expect(to('second@').at(-1)).toBe('A time has come free: CV check');
    expect(await rig.booking.viewers.move(second.secret, MONDAY_TEN)).toBeNull();
    await rig.mail.run();
    expect(to('second@').at(-1)).toMatch(/^Confirmed/);
    const reminders = (await rowsOf(second.id)).filter(({ kind }) => kind === 'reminder');
    expect(reminders.map(({ due_at }) => due_at)).toEqual([toMillis(MONDAY_TEN) - HOUR]);
    expect(await kindsOf(first.id)).not.toContain('reminder');
  });

  test('[ML24] an offer that its viewer passes on, or gives up with the place, before it is mailed is not mailed', async () => {
    await given({ instant: true });
    const booked = await ask('b@example.org');
    const passing = await wait('p@example.org');
    const leaving = await wait('l@example.org');
    await rig.mail.run();
    await rig.booking.viewers.cancel(booked.secret);
    expect(await kindsOf(passing.id)).toContain('waitlist-offer');
    await rig.booking.viewers.waitlist(passing.secret);
    expect(await kindsOf(passing.id)).toEqual(['waitlisted']);
    expect(await kindsOf(leaving.id)).toContain('waitlist-offer');
    await rig.booking.viewers.cancel(leaving.secret);
    await rig.mail.run();
    expect([...to('p@'), ...to('l@')]).toEqual(['On the waitlist: CV check', 'On the waitlist: CV check']);
  });
});

test('[ML25] what the desk opens in a viewer’s name is mailed like an ask, beyond the cap of what strangers set off', async () => {
  await given();
  const paste = (start: string) =>
    rig.booking.paste.paste(
      { name: 'Vera', text: 'Is it free?', language: 'de', start, contact: { email: 'v@example.org' } },
      null,
    );
  const starts = [MONDAY_TEN, MONDAY_ELEVEN, '2026-11-23T12:00:00Z'];
  const ids = [];
  for (const start of starts) ids.push(granted(await paste(start)).id);
  await rig.mail.run();
  expect(to('v@')).toEqual(starts.map(() => 'Anfrage angekommen: Lebenslauf-Check'));
  granted(await rig.booking.desk.act(ids[0] ?? '', { type: 'accept' }, OWNER));
  const reminders = (await rowsOf(ids[0] ?? '')).filter(({ kind }) => kind === 'reminder');
  expect(reminders).toHaveLength(1);
});

describe('the creator', () => {
  const toAda = () => rig.box.mails.filter(({ to: whom }) => JSON.stringify(whom).includes(ADA));

  test('[ML26] nobody is told before an address is named, then of what viewers do alone, in the creator’s words', async () => {
    await given();
    await ask('v@example.org');
    await rig.mail.change({ notify: ADA });
    expect((await rig.mail.settings()).notify).toBe(ADA);
    const { id, secret } = await ask('v@example.org', { code: 'KAMOR', start: MONDAY_TEN, message: 'Secret words' });
    await rig.mail.run();
    expect(toAda().map(({ subject }) => subject)).toEqual(['Neue Anfrage: Lebenslauf-Check']);
    const text = toAda()[0]?.text ?? '';
    expect(text).toContain('Montag, 23. November, 10:00–10:30');
    expect(text).toContain(`http://127.0.0.1:4600/desk#${id}`);
    expect(text).toContain('Code: KAMOR');
    expect(text).toContain(`Nummer: ${id.replaceAll('-', '').slice(0, 8).toUpperCase()}`);
    granted(await rig.booking.desk.act(id, { type: 'accept' }, OWNER));
    await rig.booking.viewers.move(secret, MONDAY_ELEVEN);
    await rig.mail.run();
    await rig.booking.viewers.cancel(secret);
    await rig.mail.run();
    expect(toAda().map(({ subject }) => subject?.split(':')[0])).toEqual(['Neue Anfrage', 'Verschoben', 'Abgesagt']);
    expect(toAda()[1]?.text).toContain('Vorher: Mo., 23. Nov., 10:00');
    for (const mail of toAda()) {
      expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/Vera|v@example|Secret words|Tokyo|\/t\//);
      expect(mail.from?.value[0]?.name).toBe('Cuedesk');
    }
    await rig.mail.change({ notify: null });
    await ask('v@example.org');
    await rig.mail.run();
    expect(toAda()).toHaveLength(3);
  });

  test('[ML26] a booking at once and a taken offer are told as booked; of a storm twelve an hour are told', async () => {
    await given({ instant: true, capacity: 40 });
    await rig.mail.change({ notify: ADA, reminders: [] });
    await ask('v@example.org');
    await rig.mail.run();
    expect(toAda().map(({ subject }) => subject?.split(':')[0])).toEqual(['Gebucht']);
    for (let at = 0; at < 14; at++) await ask(`v${at}@example.org`, { start: undefined, message: 'Hello' });
    await rig.mail.run();
    expect(toAda()).toHaveLength(12);
    expect((await rig.mail.settings()).failed).toEqual([]);
    rig.clock.now += HOUR;
    await rig.mail.run();
    expect(toAda()).toHaveLength(12);
  });

  test('[ML26] what tells the creator makes no mail to the viewer old, nor vouches for an address', async () => {
    await given();
    await rig.mail.change({ notify: ADA });
    for (const start of ['09:00', '09:30', '10:00']) await ask('v@example.org', { start: `2026-11-23T${start}:00Z` });
    await rig.mail.run();
    expect(to('v@')).toHaveLength(2);
    expect(toAda()).toHaveLength(3);
  });
});

describe('what was agreed', () => {
  const TERMS: Partial<ServiceDraft> = {
    instant: false,
    deposit: { amount: { minor: 1000, currency: 'EUR' }, paymentUrl: 'https://pay.example/cv?x=1;2,3' },
    place: { type: 'phone', phone: '+49 30 123456' },
  };
  const eventOf = (file: string) => {
    const calendar = new ICAL.Component(ICAL.parse(file));
    return new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  };

  test('[ML23] price and deposit stay as agreed; number and payment link are mailed once it is booked', async () => {
    await given(TERMS);
    const { id, secret } = await ask('v@example.org');
    await rig.mail.run();
    const received = rig.box.mails.at(-1)?.text ?? '';
    expect(received).toContain('Deposit: €10.00, to be paid to Ada Creator once the appointment is booked\n');
    expect(received).not.toMatch(/pay\.example|123456/);
    const { id: _, ...draft } = (await rig.booking.offers.services())[0] as Service;
    const dearer = { minor: 9900, currency: 'EUR' };
    const deposit = { amount: dearer, paymentUrl: 'https://pay.example/cv?x=1;2,3' };
    granted(await rig.booking.offers.changeService(service, { ...draft, price: dearer, deposit }));
    granted(await rig.booking.desk.act(id, { type: 'accept' }, OWNER));
    await rig.mail.run();
    const confirmed = rig.box.mails.at(-1)?.text ?? '';
    expect(confirmed).toContain('Where: By phone, call: +49 30 123456\nPrice: €45.00\n');
    expect(confirmed).toContain(
      'Deposit: €10.00, to be paid to Ada Creator before the appointment: https://pay.example/cv?x=1;2,3\n',
    );
    expect(granted(await rig.booking.views.thread(secret)).deposit?.amount.minor).toBe(1000);
  });

  test('[ML50] who pays in another region is mailed that region’s payment link', async () => {
    const prices = [{ region: 'NO', price: { minor: 50_000, currency: 'NOK' }, paymentUrl: 'https://pay.example/no' }];
    await given({ ...TERMS, instant: true, prices });
    const { secret } = await ask('v@example.org', { region: 'NO' });
    await rig.mail.run();
    const confirmed = rig.box.mails.at(-1)?.text ?? '';
    expect(confirmed).toContain('before the appointment: https://pay.example/no\n');
    expect(confirmed).not.toContain('pay.example/cv');
    expect(granted(await rig.booking.views.calendarEntry(secret)).agreed).toContain('https://pay.example/no');
  });

  test('[ML22] the file of the page, the file in the mail and the creator’s feed say the same of where and how much', async () => {
    await given({ ...TERMS, instant: true });
    const { secret } = await ask('v@example.org', { language: 'nl' });
    await rig.mail.run();
    const entry = granted(await rig.booking.views.calendarEntry(secret));
    const attached = rig.box.mails.at(-1)?.attachments.find(({ contentType }) => contentType === 'text/calendar');
    const mailed = eventOf(attached?.content.toString() ?? '');
    expect(mailed.location).toBe(entry.location);
    expect(mailed.description).toBe(entry.agreed);
    expect(mailed.location).toBe('Telefonisch, bel: +49 30 123456');
    expect(mailed.description.replaceAll('\u00a0', ' ')).toBe(
      'Prijs: € 45,00\nAanbetaling: € 10,00, vóór de afspraak te betalen aan Ada Creator: https://pay.example/cv?x=1;2,3',
    );
    // Calendars are shared, and the address is the key to the private page.
    expect(attached?.content.toString()).not.toContain(secret);
    await rig.mail.feed.renew();
    const url = rig.mail.feed.state().url ?? '';
    const feed = eventOf((await rig.mail.feed.file(/calendar\/(.*)\.ics/.exec(url)?.[1] ?? '')) ?? '');
    expect(feed.summary).toContain('Lebenslauf-Check');
    expect(feed.description.replaceAll('\u00a0', ' ')).toBe(
      'Preis: 45,00 €\nAnzahlung: 10,00 €, vor dem Termin an Ada Creator zu zahlen',
    );
    expect(feed.location).toBeNull();
    expect(await rig.mail.feed.file(/calendar\/(.*)\.ics/.exec(url)?.[1] ?? '')).not.toContain(secret);
  });
});

describe('a merge', () => {
  test('[DK215] a booking that gets its address by a merge is reminded of as if it had had it all along', async () => {
    await given({ instant: true });
    const start = '2026-11-25T09:00:00Z';
    const draft = mailedDraft({ service, start, contact: {} });
    const booked = granted(await rig.booking.viewers.ask('creator', draft, null)).id;
    const word = await ask(ADA, { start: undefined, message: 'One thing more' });
    await rig.store.transaction(async (tx) => {
      for (const id of [booked, word.id]) await noteViewer(tx, 'local', id, 'v1');
    });
    expect(await rowsOf(booked)).toEqual([]);
    granted(await rig.booking.desk.act(word.id, { type: 'merge', into: booked }, OWNER));
    const planned = (await rowsOf(booked)).map(({ kind, recipient, due_at }) => [kind, recipient, due_at]);
    const at = toMillis(start);
    expect(planned).toEqual([24, 1].map((hours) => ['reminder', ADA, at - hours * HOUR]));
  });
});

test('[BK213] the file of a viewer has the mails that were written to them, and none to the creator', async () => {
  await given();
  await rig.mail.change({ notify: ADA });
  const { secret } = await ask('vera@example.org');
  const mailsIn = async () => granted(await rig.booking.views.viewerData(secret)).mails;
  expect(await mailsIn()).toMatchObject([{ kind: 'received', state: 'waiting', to: 'vera@example.org' }]);
  await rig.mail.run();
  expect(await mailsIn()).toMatchObject([{ kind: 'received', state: 'sent', to: null }]);
});
