import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { givenService, MONDAY_ELEVEN, MONDAY_TEN, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
let service: string;

async function open(changes: Parameters<typeof givenService>[0] = {}, name = 'Vera Viewer') {
  [service = ''] = await publish(door.booking, [givenService(changes)]);
  const body = {
    service,
    start: MONDAY_TEN,
    name,
    message: 'Hello',
    language: 'de',
    zone: 'Asia/Tokyo',
    adult: true,
    consent: true,
  };
  const made = await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', body);
  return {
    id: made.body.id as string,
    path: made.body.thread.replace('https://book.example/t/', '/api/v1/public/threads/') as string,
  };
}
const act = (id: string, action: string, body: unknown = {}, who: 'owner' | 'moderator' = 'owner') =>
  door.ask(who, 'POST', `/api/v1/requests/${id}/${action}`, body);
const unfolded = (file: string) => file.replaceAll('\r\n ', '');

beforeEach(async () => {
  door = await openBookingDoor();
});
afterEach(() => door.close());

describe('the private thread', () => {
  test('[BK31] the thread shows what its viewer may know, in the zone asked with, and is never cached', async () => {
    const { id, path } = await open();
    await act(id, 'note', { text: 'canary-note' });
    await act(id, 'reply', { text: 'Welcome' }, 'moderator');
    const thread = await door.ask('anyone', 'GET', path);
    expect(thread.headers.get('cache-control')).toBe('no-store');
    expect(thread.body).toMatchObject({
      state: 'waiting',
      creator: { name: 'Ada Creator', handle: 'creator' },
      service: { id: service, minutes: 30 },
      start: MONDAY_TEN,
      end: '2026-11-23T09:30:00Z',
      zone: 'Asia/Tokyo',
      messages: [
        { from: 'viewer', text: 'Hello' },
        { from: 'creator', text: 'Welcome' },
      ],
      actions: ['message', 'cancel', 'move', 'waitlist', 'erase'],
    });
    expect(thread.text).not.toMatch(/canary-note|"Mo"|byName/);
  });

  test('[BK32] a secret is 256 bits, its hash alone is kept, and no two look alike', async () => {
    const { path } = await open();
    const secret = path.split('/').at(-1) ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const rows = JSON.stringify(await door.store.db.selectFrom('request').selectAll().execute());
    expect(rows).not.toContain(secret);
    expect((await door.ask('anyone', 'GET', path.slice(0, -1))).status).toBe(404);
  });

  test('[BK33] words of the viewer bring the request back to the desk', async () => {
    const { id, path } = await open();
    await act(id, 'reply', { text: 'Welcome' });
    expect((await door.ask('anyone', 'POST', `${path}/messages`, { text: 'Thanks' })).body).toMatchObject({
      state: 'new',
    });
    expect((await door.ask('owner', 'GET', `/api/v1/requests/${id}`)).body).toMatchObject({
      state: 'new',
      unread: true,
    });
    expect((await door.ask('anyone', 'POST', `${path}/messages`, { text: ' ' })).status).toBe(400);
  });

  test('[VP143] a language that is chosen on the private page is the request’s, and asks the desk for nothing', async () => {
    const { id, path } = await open();
    const speak = (body: object) => door.ask('anyone', 'POST', `${path}/language`, body);
    const before = await door.ask('owner', 'GET', `/api/v1/requests/${id}`);
    expect((await speak({ language: 'en', locale: 'en-US' })).status).toBe(200);
    const after = await door.ask('owner', 'GET', `/api/v1/requests/${id}`);
    expect(after.body).toMatchObject({ language: 'en', state: 'new', messages: before.body.messages });
    const row = await door.store.db.selectFrom('request').select(['language', 'locale']).executeTakeFirst();
    expect(row).toEqual({ language: 'en', locale: 'en-US' });
    // Times of a country of another language would read as neither.
    await speak({ language: 'nl', locale: 'en-US' });
    const next = await door.store.db.selectFrom('request').select(['language', 'locale']).executeTakeFirst();
    expect(next).toEqual({ language: 'nl', locale: null });
    expect((await speak({ language: 'fr' })).status).toBe(400);
  });

  test('[BK34] [BK211] until the agreed cut-off a booking can be moved and cancelled by the link, after it only written to', async () => {
    const { path } = await open({ instant: true, cutoffMinutes: 60 });
    expect((await door.ask('anyone', 'POST', `${path}/move`, { start: MONDAY_ELEVEN })).body).toMatchObject({
      state: 'booked',
      start: MONDAY_ELEVEN,
    });
    const harsher = givenService({ instant: true, cutoffMinutes: 1440 });
    expect((await door.ask('owner', 'PUT', `/api/v1/services/${service}`, harsher)).status).toBe(200);
    expect((await door.ask('anyone', 'GET', path)).body).toMatchObject({
      cutoffAt: MONDAY_TEN,
      service: { cutoffMinutes: 60 },
    });
    door.clock.now = Date.parse(MONDAY_ELEVEN) - 59 * 60_000;
    const late = await door.ask('anyone', 'POST', `${path}/cancel`, {});
    expect(late).toMatchObject({ status: 409, body: { why: 'past-cutoff' } });
    expect((await door.ask('anyone', 'GET', path)).body.actions).toEqual(['message', 'calendar', 'receipt', 'erase']);
    door.clock.now -= 60_000;
    expect((await door.ask('anyone', 'POST', `${path}/cancel`, {})).body).toMatchObject({
      state: 'cancelled',
      actions: ['message', 'calendar', 'erase'],
    });
    expect((await door.ask('anyone', 'POST', `${path}/move`, { start: MONDAY_TEN })).body).toMatchObject({
      status: 409,
      why: 'already-closed',
    });
  });

  test('[BK173] a time is a whole minute wherever one is asked for, and a move to the booked time changes nothing', async () => {
    const { id, path } = await open({ instant: true });
    const odd = MONDAY_ELEVEN.replace(':00Z', ':30Z');
    const named = (at: string) => ({
      status: 400,
      body: { issues: [{ path: at, message: expect.stringMatching(/whole minute/) }] },
    });
    expect(await door.ask('anyone', 'POST', `${path}/move`, { start: odd })).toMatchObject(named('start'));
    expect(await act(id, 'offer', { starts: [odd] })).toMatchObject(named('starts.0'));
    for (const what of ['holds', 'requests'])
      expect(
        (await door.ask('anyone', 'POST', `/api/v1/public/creator/${what}`, { service: 'x', start: odd })).body.issues,
      ).toContainEqual(named('start').body.issues[0]);
    const booked = (await door.ask('anyone', 'GET', path)).body.start;
    const before = (await door.ask('anyone', 'GET', path)).body.messages.length;
    const same = await door.ask('anyone', 'POST', `${path}/move`, { start: booked });
    expect(same).toMatchObject({ status: 409, body: { why: 'already-then' } });
    expect((await door.ask('anyone', 'GET', path)).body.messages).toHaveLength(before);
  });

  test('[BK175] the times to move to are free of what this very booking takes, and of nothing else', async () => {
    const buffers = { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 };
    const { path } = await open({ instant: true, cutoffMinutes: 60, dailyCap: 2, ...buffers });
    const window = 'from=2026-11-23T08:00:00Z&to=2026-11-23T16:00:00Z';
    const times = () => door.ask('anyone', 'GET', `${path}/slots?${window}`);
    const starts = async () => (await times()).body.slots.map(({ start }: { start: string }) => start.slice(11, 16));
    const offered = async () => {
      const open = await door.ask('anyone', 'GET', `/api/v1/public/creator/slots?service=${service}&${window}`);
      return open.body.slots.map(({ start }: { start: string }) => start.slice(11, 16));
    };
    // Booked at 09:00; with the buffers another can begin an hour and a half later.
    expect((await offered()).slice(0, 2)).toEqual(['10:30', '11:00']);
    expect((await starts()).slice(0, 4)).toEqual(['08:00', '08:30', '09:30', '10:00']);
    expect((await times()).headers.get('cache-control')).toBe('no-store');
    const other = { service, start: '2026-11-23T11:00:00Z', name: 'Otto', adult: true, consent: true, zone: 'UTC' };
    expect((await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', other)).status).toBe(201);
    expect(await offered()).toEqual([]);
    expect((await starts()).slice(0, 4)).toEqual(['08:00', '08:30', '09:30', '12:30']);
    const start = '2026-11-23T08:30:00Z';
    expect((await door.ask('anyone', 'POST', `${path}/move`, { start })).body).toMatchObject({
      state: 'booked',
      start,
    });
    door.clock.now = Date.parse(start);
    expect(await times()).toMatchObject({ status: 409, body: { why: 'past-cutoff' } });
    expect((await door.ask('anyone', 'GET', `${path}x/slots`)).status).toBe(404);
  });

  test('[BK35] a time that the desk offered is booked when its viewer takes it, another is an ask again', async () => {
    const { id, path } = await open();
    expect((await act(id, 'offer', { starts: [MONDAY_ELEVEN] })).body).toMatchObject({ state: 'offered' });
    expect((await door.ask('anyone', 'GET', path)).body.nearest).toEqual([MONDAY_ELEVEN]);
    const other = await door.ask('anyone', 'POST', `${path}/move`, { start: '2026-11-23T12:00:00Z' });
    expect(other.body).toMatchObject({ state: 'new' });
    await act(id, 'offer', { starts: [MONDAY_ELEVEN] });
    const taken = await door.ask('anyone', 'POST', `${path}/move`, { start: MONDAY_ELEVEN });
    expect(taken.body).toMatchObject({ state: 'booked', start: MONDAY_ELEVEN });
  });

  test('[BK294] words can go with the times that the desk offers, and are read before them', async () => {
    const { id, path } = await open();
    await act(id, 'offer', { starts: [MONDAY_ELEVEN], text: 'At ten I have a train' });
    const said = (await door.ask('anyone', 'GET', path)).body.messages as { from: string; text: string }[];
    expect(said.slice(-2)).toMatchObject([
      { from: 'creator', text: 'At ten I have a train' },
      { from: 'system', text: 'offered' },
    ]);
  });

  test('[BK36] a viewer who was marked as spam reads that it was declined', async () => {
    const { id, path } = await open();
    expect((await act(id, 'spam')).body).toMatchObject({ state: 'spam' });
    expect((await door.ask('anyone', 'GET', path)).body).toMatchObject({ state: 'declined' });
  });
});

describe('the calendar file', () => {
  test('[BK37] a booking’s file has one event, its instants in UTC and a UID that stays; an ask has no file', async () => {
    const { id, path } = await open();
    expect((await door.ask('anyone', 'GET', `${path}/calendar.ics`)).body).toMatchObject({ why: 'not-booked' });
    await act(id, 'accept');
    const file = await door.ask('anyone', 'GET', `${path}/calendar.ics`);
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.text).toContain('DTSTART:20261123T090000Z\r\n');
    expect(file.text).toContain('DTEND:20261123T093000Z\r\n');
    expect(file.text).toContain(`UID:${id}@cuedesk\r\n`);
    expect(unfolded(file.text)).toContain('SUMMARY:Lebenslauf-Check · Ada Creator\r\n');
    await door.ask('anyone', 'POST', `${path}/move`, { start: MONDAY_ELEVEN });
    const moved = await door.ask('anyone', 'GET', `${path}/calendar.ics`);
    expect(moved.text).toContain(`UID:${id}@cuedesk\r\n`);
    expect(Number(/SEQUENCE:(\d+)/.exec(moved.text)?.[1])).toBeGreaterThan(
      Number(/SEQUENCE:(\d+)/.exec(file.text)?.[1]),
    );
  });

  test('[ML60] once a booking is off its file takes it out of the calendar again; an ask that was withdrawn has none', async () => {
    const { id, path } = await open();
    await act(id, 'accept');
    const before = await door.ask('anyone', 'GET', `${path}/calendar.ics`);
    await door.ask('anyone', 'POST', `${path}/cancel`, {});
    const { text } = await door.ask('anyone', 'GET', `${path}/calendar.ics`);
    for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', `UID:${id}@cuedesk`, 'DTSTART:20261123T090000Z'])
      expect(text).toContain(`${line}\r\n`);
    expect(unfolded(text)).toMatch(/\r\nORGANIZER;CN="?Ada Creator"?:mailto:/i);
    const sequence = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);
    expect(sequence(text)).toBeGreaterThan(sequence(before.text));
    const ask = await open({ slug: 'second' });
    await door.ask('anyone', 'POST', `${ask.path}/cancel`, {});
    expect((await door.ask('anyone', 'GET', `${ask.path}/calendar.ics`)).body.why).toBe('not-booked');
  });

  test('[BK38] no text can add a line to the file', async () => {
    const evil = 'A\r\nATTENDEE:mailto:x@example.com\u2028BEGIN:VALARM\rURL:x\u0085;,\\\n';
    const { id, path } = await open({ title: { de: evil } });
    await act(id, 'accept');
    const { text } = await door.ask('anyone', 'GET', `${path}/calendar.ics`);
    const lines = unfolded(text).split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.filter((line) => /^(ATTENDEE|ORGANIZER|BEGIN:VALARM)/.test(line))).toEqual([]);
    const secret = String(path.split('/').at(-1));
    expect(lines.filter((line) => line.startsWith('URL'))).toEqual([]);
    expect(text).not.toContain(secret);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u2028\u0085]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

describe('the desk', () => {
  test('[DK12] what one moderator answers is refused to the other, and everybody sees who it is', async () => {
    const { id } = await open();
    expect((await act(id, 'claim', {}, 'moderator')).body.claim).toMatchObject({ name: 'Mo' });
    expect((await act(id, 'accept')).body).toMatchObject({ status: 409, why: 'claimed-by-other' });
    door.clock.now += 120_001;
    expect((await door.ask('owner', 'GET', `/api/v1/requests/${id}`)).body.claim).toBeNull();
    expect((await act(id, 'accept')).body).toMatchObject({ state: 'booked', claim: null });
  });

  test('[DK13] the desk is for who signed in, and an action that does not exist is not found', async () => {
    const { id } = await open();
    expect((await door.ask('anyone', 'GET', '/api/v1/requests')).status).toBe(401);
    expect((await door.ask('anyone', 'POST', `/api/v1/requests/${id}/accept`, {})).status).toBe(401);
    expect((await act(id, 'ponder')).status).toBe(404);
    expect((await act('nothing', 'accept')).status).toBe(404);
    expect((await act(id, 'reply', {})).body).toMatchObject({ status: 400, issues: [{ path: 'text' }] });
  });

  test('[DK14] notes and who of the desk wrote what stay at the desk', async () => {
    const { id } = await open();
    await act(id, 'note', { text: 'Known from last year' }, 'moderator');
    const seen = await act(id, 'reply', { text: 'Hi' }, 'moderator');
    expect(seen.body.messages).toMatchObject([
      { from: 'viewer', text: 'Hello' },
      { from: 'system', text: 'note', data: { text: 'Known from last year', byName: 'Mo' } },
      { from: 'creator', text: 'Hi', data: { byName: 'Mo' } },
    ]);
  });
});
