import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../server/core/decision.ts';
import { readRequest, swapRequest } from '../../server/store/requests.ts';
import { toMillis } from '../../shared/time.ts';
import { PASSWORD } from '../fakes/smtp-server.ts';
import {
  bookingOn,
  givenService,
  granted,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  OWNER,
  publish,
  secretIn,
} from './booking-given.ts';
import { type MailRig, mailedDraft, openMailOn, openMailRig, targetOf, turnOn, VERA } from './mail-given.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let rig: MailRig;
beforeEach(async () => {
  rig = await openMailRig();
});
afterEach(() => rig.close());

const rows = () => rig.store.db.selectFrom('outbox').selectAll().orderBy('created_at').execute();
const subjects = () => rig.box.mails.map((mail) => mail.subject?.split(':')[0]);
async function given(changes: Parameters<typeof givenService>[0] = {}) {
  const [service = ''] = await publish(rig.booking, [givenService(changes)]);
  await turnOn(rig);
  return service;
}
async function ask(service: string, changes = {}) {
  const made = granted(
    await rig.booking.viewers.ask('creator', mailedDraft({ service, start: MONDAY_TEN, ...changes }), null),
  );
  return { id: made.id, secret: secretIn(made.thread) };
}

test('[BK282] the page says whether mails are sent, so that an address is asked for only where they are', async () => {
  const page = async () => granted(await rig.booking.offers.publicPage('creator')).mails;
  await publish(rig.booking, [givenService()]);
  expect(await page()).toBe(false);
  await turnOn(rig);
  expect(await page()).toBe(true);
});

test('[BK283] an address is corrected and removed in the thread: nothing more goes to the one before', async () => {
  const service = await given({ instant: true });
  const { id, secret } = await ask(service);
  const waiting = async () =>
    (await rows()).filter(({ state }) => state === 'waiting').map(({ kind, recipient }) => [kind, recipient]);
  expect(await waiting()).toContainEqual(['confirmed', VERA]);
  const before = granted(await rig.booking.views.thread(secret));
  expect(before).toMatchObject({ email: VERA, mails: true });
  granted(await rig.booking.viewers.mailAt(secret, 'new@example.org'));
  expect(granted(await rig.booking.views.thread(secret)).email).toBe('new@example.org');
  expect(granted(await rig.booking.views.deskRequest(id)).contact).toEqual({ email: 'new@example.org' });
  const now = await waiting();
  expect(new Set(now.map(([kind]) => kind))).toEqual(new Set(['confirmed', 'reminder']));
  expect([...new Set(now.map(([, to]) => to))]).toEqual(['new@example.org']);

  granted(await rig.booking.viewers.mailAt(secret, null));
  expect(granted(await rig.booking.views.thread(secret)).email).toBeNull();
  expect(await waiting()).toEqual([]);
  await rig.mail.run();
  expect(rig.box.mails).toEqual([]);
  expect(granted(await rig.booking.views.thread(secret)).state).toBe('booked');
});

describe('an address that is corrected', () => {
  const mailed = () => rig.box.mails.map(({ to, subject }) => [[to].flat()[0]?.text, subject?.split(':')[0]]);
  const correct = async (secret: string, email: string) => {
    granted(await rig.booking.viewers.mailAt(secret, email));
    await rig.mail.run();
  };

  test('[ML62] is mailed where the request stands, with the file of a booking, each address once and three at most', async () => {
    const service = await given();
    const { id, secret } = await ask(service, { contact: { email: 'wrong@example.org' } });
    await rig.mail.run();
    await correct(secret, VERA);
    await rig.booking.desk.act(id, { type: 'accept' }, OWNER);
    await rig.mail.run();
    await correct(secret, 'third@example.org');
    expect(mailed()).toEqual([
      ['wrong@example.org', 'Request received'],
      [VERA, 'Request received'],
      [VERA, 'Confirmed'],
      ['third@example.org', 'Confirmed'],
    ]);
    expect(rig.box.mails.at(-1)?.attachments).toHaveLength(1);
    await correct(secret, VERA);
    await correct(secret, 'fourth@example.org');
    expect(mailed()).toHaveLength(4);
  });

  test('[ML62] is told its place in line and its times, and nothing of what is over', async () => {
    const service = await given();
    const { id, secret } = await ask(service);
    await rig.booking.desk.act(id, { type: 'offer', starts: [toMillis(MONDAY_ELEVEN)] }, OWNER);
    await correct(secret, 'a@example.org');
    expect(mailed()).toEqual([['a@example.org', 'Times to choose from']]);
    await rig.booking.viewers.cancel(secret);
    await correct(secret, 'b@example.org');
    expect(mailed()).toHaveLength(1);
  });

  test('[ML62] has nobody’s word because the desk acted while another address stood there', async () => {
    const service = await given();
    const strangers = await Promise.all(
      ['one', 'two', 'three'].map((name) => ask(service, { contact: { email: `${name}@example.org` } })),
    );
    for (const { id } of strangers) await rig.booking.desk.act(id, { type: 'reply', text: 'Hello' }, OWNER);
    await rig.mail.run();
    for (const { secret } of strangers) granted(await rig.booking.viewers.mailAt(secret, 'victim@example.org'));
    await rig.mail.run();
    expect(mailed().filter(([to]) => to === 'victim@example.org')).toHaveLength(2);
  });
});

describe('what is mailed', () => {
  test('[ML3] from the ask to the end each change calls for its mail', async () => {
    const service = await given();
    const { id, secret } = await ask(service);
    await rig.mail.run();
    await rig.booking.desk.act(id, { type: 'accept' }, OWNER);
    await rig.mail.run();
    await rig.booking.viewers.move(secret, MONDAY_ELEVEN);
    await rig.mail.run();
    await rig.booking.viewers.cancel(secret);
    await rig.mail.run();
    expect(subjects()).toEqual(['Request received', 'Confirmed', 'Moved', 'Cancelled']);
    const other = await ask(service, { contact: { email: 'w@example.org' } });
    await rig.booking.desk.act(other.id, { type: 'offer', starts: [toMillis(MONDAY_ELEVEN)] }, OWNER);
    await rig.mail.run();
    await rig.booking.viewers.move(other.secret, MONDAY_ELEVEN);
    await rig.mail.run();
    await rig.booking.desk.act(other.id, { type: 'decline', text: 'I am ill.' }, OWNER);
    await rig.mail.run();
    // What was asked had been overtaken by the offer before it went.
    expect(subjects().slice(4)).toEqual(['Times to choose from', 'Confirmed', 'Cancelled by Ada Creator']);
    expect(rig.box.mails.at(-1)?.text).toContain('I am ill.');
    const last = await ask(service, { start: MONDAY_ELEVEN, contact: { email: 'x@example.org' } });
    await rig.booking.desk.act(last.id, { type: 'spam' }, OWNER);
    await rig.booking.viewers.write(last.secret, 'Hello?');
    const open = await ask(service, { start: MONDAY_ELEVEN, contact: { email: 'y@example.org' } });
    await rig.booking.viewers.cancel(open.secret);
    const quiet = (await rows()).filter(({ request_id }) => [last.id, open.id].includes(request_id));
    expect(quiet.map(({ kind }) => kind)).toEqual(['received', 'received']);
  });

  test('[ML3] who loses the time to another is mailed the nearest free ones at once', async () => {
    const service = await given();
    await ask(service);
    const winner = await ask(service, { contact: { email: 'w@example.org' } });
    await rig.booking.desk.act(winner.id, { type: 'accept' }, OWNER);
    await rig.mail.run();
    const mail = rig.box.mails.find(({ subject }) => subject?.startsWith('The time is taken'));
    expect(mail?.to).toMatchObject({ text: VERA });
    expect(mail?.text).toContain('Mon 23 Nov, 19:00 (GMT+9)');
  });

  test('[ML1] a mail is kept in the transaction of its change, once, and a refused change keeps none', async () => {
    const service = await given({ instant: true });
    const draft = mailedDraft({ service, start: MONDAY_TEN });
    await Promise.all(Array.from({ length: 5 }, () => rig.booking.viewers.ask('creator', draft, 'one-key')));
    const confirmed = () => rows().then((all) => all.filter(({ kind }) => kind === 'confirmed'));
    expect(await confirmed()).toHaveLength(1);
    const lost = await rig.booking.viewers.ask('creator', draft, null);
    expect(isRefusal(lost)).toBe(true);
    expect(await confirmed()).toHaveLength(1);
    const { id } = await ask(service, { start: MONDAY_ELEVEN });
    const request = await rig.store.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirst();
    expect(request?.version).toBe(1);
    expect((await confirmed()).map(({ key }) => key)).toContain(`${id}:confirmed:1`);
  });

  test('[ML2] without a mail server nothing waits to be mailed, and booking works all the same', async () => {
    const [service = ''] = await publish(rig.booking, [givenService({ instant: true })]);
    const { secret } = await ask(service);
    expect(await rig.booking.viewers.move(secret, MONDAY_ELEVEN)).toBeNull();
    expect(await rows()).toEqual([]);
    expect(await rig.mail.status()).toMatchObject({ state: 'off', waiting: 0, planned: 0 });
    expect(granted(await rig.booking.views.thread(secret)).state).toBe('booked');
  });

  test('[ML11] words of the desk are mailed once, until their viewer has written again', async () => {
    const service = await given();
    const { id, secret } = await ask(service);
    for (const text of ['One', 'Two']) await rig.booking.desk.act(id, { type: 'reply', text }, OWNER);
    expect((await rows()).filter(({ kind }) => kind === 'message')).toHaveLength(1);
    rig.clock.now += MINUTE;
    await rig.booking.viewers.write(secret, 'Thanks');
    await rig.booking.desk.act(id, { type: 'reply', text: 'Three' }, OWNER);
    expect((await rows()).filter(({ kind }) => kind === 'message')).toHaveLength(2);
  });

  test('[ML3] a time for the waitlist is mailed while it is kept, and not once it has lapsed', async () => {
    const service = await given();
    const { id } = await ask(service);
    await rig.mail.run();
    const offer = async (offersUntil: number) => {
      await rig.store.transaction(async (tx) => {
        const request = await readRequest(tx, 'local', id);
        if (!request) throw new Error('no request');
        const next = {
          ...request,
          state: 'offered' as const,
          offers: [toMillis(MONDAY_ELEVEN)],
          offersUntil,
          version: request.version + 1,
        };
        await swapRequest(tx, 'local', next, request.version);
        const turn = { tx, now: rig.clock.now, touched: new Set<string>(), freed: [], opened: [], afterwards: [] };
        await rig.mail.queue.enqueue(turn, next, 'waitlist-offer');
      });
    };
    await offer(rig.clock.now + HOUR);
    await rig.mail.run();
    expect(subjects()).toEqual(['Request received', 'A time has come free']);
    expect(rig.box.mails[1]?.text).toContain('Mon 23 Nov, 19:00 (GMT+9)');
    expect(rig.box.mails[1]?.text).toContain('kept until Sun 22 Nov, 21:00;');
    await offer(rig.clock.now + HOUR);
    rig.clock.now += HOUR;
    await rig.mail.run();
    expect(rig.box.mails).toHaveLength(2);
    expect((await rows()).map(({ state }) => state).sort()).toEqual(['dropped', 'sent', 'sent']);
  });

  test('[ML13] what has gone leaves no address and no words behind, and who is forgotten leaves nothing', async () => {
    const service = await given();
    const { id } = await ask(service);
    expect(JSON.stringify(await rows())).toContain(VERA);
    await rig.mail.run();
    expect(JSON.stringify(await rows())).not.toMatch(/vera@|Vera Viewer/);
    await rig.store.transaction(async (tx) =>
      rig.mail.queue.forget({ tx, now: rig.clock.now, touched: new Set(), freed: [], opened: [], afterwards: [] }, id),
    );
    expect(await rows()).toEqual([]);
  });
});

describe('reminders', () => {
  const planned = async () =>
    (await rows())
      .filter(({ kind, state }) => kind === 'reminder' && state === 'waiting')
      .map(({ due_at }) => due_at)
      .sort((a, b) => a - b);

  test('[ML9] a booking is reminded of a day and an hour before, but not at a time that has passed', async () => {
    const service = await given({ instant: true });
    const start = toMillis('2026-11-25T09:00:00Z');
    await ask(service, { start: '2026-11-25T09:00:00Z' });
    expect(await planned()).toEqual([start - 24 * HOUR, start - HOUR]);
    await ask(service, { start: MONDAY_TEN, contact: { email: 'w@example.org' } });
    expect(await planned()).toEqual([toMillis(MONDAY_TEN) - HOUR, start - 24 * HOUR, start - HOUR]);
  });

  test('[ML9] reminders move with the booking, end with it, and follow the creator’s times', async () => {
    const service = await given({ instant: true });
    const { secret } = await ask(service, { start: '2026-11-25T09:00:00Z' });
    await rig.booking.viewers.move(secret, '2026-11-26T09:00:00Z');
    const start = toMillis('2026-11-26T09:00:00Z');
    expect(await planned()).toEqual([start - 24 * HOUR, start - HOUR]);
    await rig.mail.change({ reminders: [120, 30] });
    expect(await planned()).toEqual([start - 2 * HOUR, start - HOUR / 2]);
    rig.clock.now = start - 2 * HOUR;
    await rig.mail.run();
    expect(subjects()).toContain('Reminder');
    await rig.booking.viewers.cancel(secret);
    expect(await planned()).toEqual([]);
  });

  test('[ML40] after a time without the program the nearest reminder that is due goes alone', async () => {
    const service = await given({ instant: true });
    await ask(service, { start: '2026-11-25T09:00:00Z' });
    await rig.mail.run();
    rig.clock.now = toMillis('2026-11-25T09:00:00Z') - HOUR / 2;
    await rig.mail.run();
    expect(subjects()).toEqual(['Confirmed', 'Reminder']);
    expect(await planned()).toEqual([]);
  });

  test('[ML9] a reminder whose appointment has begun is not sent any more', async () => {
    const service = await given({ instant: true });
    await ask(service, { start: '2026-11-25T09:00:00Z' });
    await rig.mail.run();
    rig.clock.now = toMillis('2026-11-25T09:00:00Z');
    await rig.mail.run();
    expect(subjects()).toEqual(['Confirmed']);
    expect((await rows()).filter(({ kind }) => kind === 'reminder').map(({ state }) => state)).toEqual([
      'dropped',
      'dropped',
    ]);
  });
});

describe('outages', () => {
  test('[ML6] a mail that could not go waits longer each time, goes when the server is back, and is given up after two days', async () => {
    const service = await given();
    await ask(service);
    rig.box.refuse = { at: 'recipient', code: 450 };
    const waits: number[] = [];
    for (let tries = 0; tries < 5; tries++) {
      const before = rig.clock.now;
      await rig.mail.run();
      const [row] = await rows();
      expect(row?.state).toBe('waiting');
      waits.push((row?.due_at ?? 0) - before);
      rig.clock.now = row?.due_at ?? 0;
    }
    for (const [at, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(MINUTE * 2 ** at);
      expect(wait).toBeLessThanOrEqual(MINUTE * 2 ** at * 1.5);
    }
    expect(await rig.mail.status()).toMatchObject({ state: 'trouble', trouble: 'busy', waiting: 1 });
    rig.box.refuse = null;
    await rig.mail.run();
    expect(await rig.mail.status()).toMatchObject({ state: 'ready', trouble: null, waiting: 0, sent: 1 });

    await ask(service, { start: MONDAY_ELEVEN, contact: { email: 'w@example.org' } });
    rig.box.refuse = { at: 'recipient', code: 450 };
    for (let tries = 0; tries < 60; tries++) {
      await rig.mail.run();
      rig.clock.now += HOUR;
    }
    expect((await rig.mail.settings()).failed).toMatchObject([{ kind: 'received', why: 'gave-up' }]);
  });

  test('[ML7] what is refused for good is not tried again and is shown; a server that is away keeps all mails', async () => {
    const service = await given();
    await ask(service);
    rig.box.refuse = { at: 'recipient', code: 550 };
    await rig.mail.run();
    rig.clock.now += HOUR;
    await rig.mail.run();
    const { failed, status } = await rig.mail.settings();
    expect(failed).toMatchObject([{ kind: 'received', why: 'recipient-refused' }]);
    expect(status).toMatchObject({ state: 'ready', failed: 1, waiting: 0 });

    rig.box.refuse = { at: 'sender', code: 550 };
    for (const [at, start] of [MONDAY_TEN, MONDAY_ELEVEN].entries())
      await ask(service, { start, contact: { email: `w${at}@example.org` } });
    await rig.mail.run();
    expect((await rig.mail.status()).trouble).toBe('sender-refused');
    // The second was not even tried: it would have met the same.
    expect((await rows()).map(({ attempts }) => attempts).sort()).toEqual([0, 1, 1]);
    rig.box.refuse = null;
    rig.clock.now += HOUR;
    await rig.mail.run();
    expect(rig.box.mails).toHaveLength(2);
  });

  test('[ML5] two workers on one store send each mail once', async () => {
    const service = await given({ instant: true, capacity: 40 });
    const second = await openMailOn(rig.store, rig.clock, targetOf(rig.box));
    for (let at = 0; at < 12; at++) await ask(service, { contact: { email: `v${at}@example.org` } });
    await Promise.all([rig.mail.run(), second.run(), rig.mail.run(), second.run()]);
    await second.close();
    expect(rig.box.mails).toHaveLength(12);
    expect(new Set(rig.box.mails.map(({ messageId }) => messageId)).size).toBe(12);
  });

  test('[ML8] who ends between the claim and the answer has the mail sent again under the same id, once the claim lapsed', async () => {
    const service = await given();
    await ask(service);
    rig.box.mute = true;
    const dying = await openMailOn(rig.store, rig.clock, targetOf(rig.box), () => ({
      deliver: () => new Promise(() => undefined),
    }));
    void dying.run();
    await expect.poll(async () => (await rows())[0]?.state).toBe('sending');
    rig.box.mute = false;
    await rig.mail.run();
    expect(rig.box.mails).toHaveLength(0);
    rig.clock.now += 5 * MINUTE;
    await rig.mail.run();
    const [row] = await rows();
    expect(rig.box.mails.map(({ messageId }) => messageId)).toEqual([`<${row?.id}@example.org>`]);
    expect(row).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('[ML19] of two mails on where a booking stands the newer one goes, when both still wait', async () => {
    const service = await given();
    const { id, secret } = await ask(service);
    await rig.booking.desk.act(id, { type: 'accept' }, OWNER);
    await rig.booking.viewers.move(secret, MONDAY_ELEVEN);
    await rig.mail.run();
    expect(subjects()).toEqual(['Moved']);
  });
});

describe('how much goes to one address', () => {
  test('[ML10] strangers make two mails an hour to an address; further asks go unmailed, what the desk does is mailed', async () => {
    const service = await given();
    const starts = ['09:00', '09:30', '10:00', '10:30'].map((time) => `2026-11-23T${time}:00Z`);
    const asked = [];
    for (const start of starts) asked.push(await ask(service, { start }));
    await rig.mail.run();
    expect(rig.box.mails).toHaveLength(2);
    expect((await rig.mail.settings()).failed.map(({ why }) => why)).toEqual(['too-many-to-one', 'too-many-to-one']);
    await rig.booking.desk.act(asked[3]?.id ?? '', { type: 'accept' }, OWNER);
    await rig.mail.run();
    expect(subjects()).toEqual(['Request received', 'Request received', 'Confirmed']);
  });

  test('[ML10] a move beyond it waits for the hour to pass, and the word that a booking is off does not', async () => {
    const service = await given({ instant: true });
    await rig.mail.change({ reminders: [] });
    const { secret } = await ask(service);
    await rig.mail.run();
    for (const start of [MONDAY_ELEVEN, '2026-11-23T12:00:00Z']) {
      await rig.booking.viewers.move(secret, start);
      await rig.mail.run();
    }
    expect(subjects()).toEqual(['Confirmed', 'Moved']);
    rig.clock.now += HOUR;
    await rig.mail.run();
    expect(subjects()).toEqual(['Confirmed', 'Moved', 'Moved']);
    await rig.booking.viewers.move(secret, MONDAY_TEN);
    await rig.mail.run();
    await rig.booking.viewers.cancel(secret);
    await rig.mail.run();
    expect(subjects().at(-1)).toBe('Cancelled');
  });
});

describe('the mail server', () => {
  test('[ML17] its password is sealed, never shown, and never sent to another server', async () => {
    await turnOn(rig);
    const kept = JSON.stringify(await rig.store.db.selectFrom('setting').selectAll().execute());
    expect(kept).not.toContain(PASSWORD);
    const shown = await rig.mail.settings();
    expect(JSON.stringify(shown)).not.toContain(PASSWORD);
    expect(shown.server).toMatchObject({ passwordSet: true, from: 'book@example.org' });
    const { passwordSet: _set, ...server } = shown.server ?? { passwordSet: true };
    await rig.mail.change({ server: { ...(server as Required<typeof server>), from: 'other@example.org' } as never });
    expect((await rig.mail.settings()).server?.passwordSet).toBe(true);
    await rig.mail.change({ server: { ...server, host: 'localhost' } as never });
    expect((await rig.mail.settings()).server?.passwordSet).toBe(false);
  });

  test('[ML17] what the environment names goes before the studio', async () => {
    const mail = await openMailOn(rig.store, rig.clock, targetOf(rig.box));
    expect((await mail.settings()).from).toBe('environment');
    expect(await mail.change({ server: null })).toMatchObject({ why: 'mail-set-outside' });
    expect(await mail.change({ replyTo: 'ada@example.org' })).toBeNull();
    await mail.close();
  });

  test('[ML18] a test mail goes at once, or says in one word why it did not', async () => {
    expect(await rig.mail.test('me@example.org', 'de')).toMatchObject({ why: 'mail-off' });
    await turnOn(rig);
    expect(await rig.mail.test('me@example.org', 'de')).toBeNull();
    expect(rig.box.mails[0]?.subject).toBe('Testmail von Cuedesk');
    rig.box.refuse = { at: 'recipient', code: 550 };
    expect(await rig.mail.test('me@example.org', 'de')).toMatchObject({
      why: 'mail-failed',
      issues: [{ path: 'recipient-refused' }],
    });
  });

  test('[ML14] a template is kept, used, and reset; one with an unknown variable is refused by name and place', async () => {
    const service = await given();
    const template = { kind: 'received', language: 'en', subject: 'Ahoy {{name}}', body: 'See {{link}}' } as const;
    expect(await rig.mail.templates.put({ ...template, body: 'One\n {{times}} }}' })).toMatchObject({
      why: 'bad-template',
      issues: [
        { path: 'body', message: expect.stringContaining('{{times}} in line 2, column 2') },
        { path: 'body', message: 'has loose braces in line 2, column 12' },
      ],
    });
    expect(await rig.mail.templates.put(template)).toBeNull();
    await ask(service);
    await rig.mail.run();
    expect(rig.box.mails[0]?.subject).toBe('Ahoy Vera Viewer');
    const after = await openMailOn(rig.store, rig.clock, null);
    expect(after.templates.of('received', 'en').subject).toBe('Ahoy {{name}}');
    await rig.mail.templates.reset('received', 'en');
    expect(rig.mail.templates.of('received', 'en').subject).toBe('Request received: {{service}}');
    expect(rig.mail.preview('received', 'nl', template)).toMatchObject({ subject: 'Ahoy Sam' });
    expect(rig.mail.preview('received', 'nl', { ...template, subject: '{{nope}}' })).toMatchObject({
      why: 'bad-template',
    });
  });

  test('[ML20] after a restart the server, the reminders and what waits are as they were', async () => {
    const service = await given();
    await ask(service);
    await rig.mail.change({ reminders: [30] });
    const again = await openMailOn(rig.store, rig.clock, null);
    expect((await again.settings()).reminders).toEqual([30]);
    await again.run();
    expect(rig.box.mails).toHaveLength(1);
    const booking = bookingOn(rig.store, rig.clock, 'local', undefined, { mail: again.queue });
    expect(await booking.views.deskRequests()).toHaveLength(1);
    await again.close();
  });
});
