import { expect, onTestFinished, test } from 'vitest';
import type { FeedParts } from '../../server/app/booking-parts.ts';
import { calendarReader } from '../../server/calendars/read.ts';
import type { FeedAnswer } from '../../server/core/booking/busy-port.ts';
import { secretsOf } from '../../server/store/secrets.ts';
import type { BusyFeedDraft } from '../../shared/busy.ts';
import { toMillis } from '../../shared/time.ts';
import { calendarOf, eventOf, startCalendarServer } from '../fakes/calendar-server.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  openFolder,
  publish,
  secretIn,
  startClock,
  whyOf,
} from './booking-given.ts';

const MINUTE = 60_000;
const DRAFT: BusyFeedDraft = { name: 'Private', address: 'https://calendar.test/secret.ics' };
const BUSY_AT_TEN = eventOf('UID:a', 'DTSTART;TZID=Europe/Berlin:20261123T101500', 'DURATION:PT5M');

/** Booking whose calendars answer what `answer` says, with a clock to move. */
async function given(read: FeedParts['read']) {
  const { store, close } = await openFolder();
  const clock = startClock();
  const feeds = { ...secretsOf('a root secret of a test that is long enough'), random: () => 0.5, read };
  const booking = bookingOn(store, clock, 'local', undefined, { feeds });
  onTestFinished(async () => {
    await booking.feeds.close();
    await close();
  });
  const [service = ''] = await publish(booking, [givenService({ instant: true })]);
  const ask = async (start: string) =>
    whyOf(await booking.viewers.ask('creator', givenDraft({ service, start }), null));
  return { store, clock, booking, ask };
}

const failed: FeedAnswer = { type: 'failed', trouble: 'unreachable' };

test('[BK115] a calendar that is down goes on blocking what it said, tells its age, and is tried less and less often', async () => {
  const server = await startCalendarServer();
  onTestFinished(server.close);
  const { booking, clock, ask } = await given(calendarReader(server.net));
  server.answer = (response) => void response.end(calendarOf(...BUSY_AT_TEN));
  const feed = granted(await booking.feeds.add({ ...DRAFT, address: server.address }));
  expect(feed).toMatchObject({ trouble: null, spans: 1, readAt: '2026-11-22T11:00:00.000Z' });
  expect(feed.nextAt).toBe('2026-11-22T11:10:00.000Z');
  expect(JSON.stringify(feed)).not.toContain('private-a1b2c3');

  server.answer = (response) => void response.writeHead(500).end();
  const waits: number[] = [];
  for (let tries = 0; tries < 9; tries++) {
    const [before] = await booking.feeds.list();
    clock.now = toMillis(before?.nextAt ?? '');
    await booking.feeds.tick();
    const [after] = await booking.feeds.list();
    waits.push((toMillis(after?.nextAt ?? '') - clock.now) / MINUTE);
    expect(after).toMatchObject({ trouble: 'refused', readAt: feed.readAt, spans: 1 });
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(await ask(MONDAY_TEN)).toBe('slot-taken');

  server.answer = (response) => void response.end(calendarOf());
  expect(granted(await booking.feeds.refresh(feed.id))).toMatchObject({ trouble: null, spans: 0 });
  expect(await ask(MONDAY_TEN)).toBeNull();
});

test('[BK116] what did not change is not worked out again, but whole once a day and after a change of zone', async () => {
  const server = await startCalendarServer();
  onTestFinished(server.close);
  const { booking, clock } = await given(calendarReader(server.net));
  server.answer = (response, headers) => {
    if (headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
    return void response.writeHead(200, { etag: '"1"' }).end(calendarOf(...BUSY_AT_TEN));
  };
  const { id } = granted(await booking.feeds.add({ ...DRAFT, address: server.address }));
  const conditional = () => server.requests.at(-1)?.headers['if-none-match'] !== undefined;
  clock.now += 11 * MINUTE;
  expect(granted(await booking.feeds.refresh(id)).readAt).toBe(new Date(clock.now).toISOString());
  expect(conditional()).toBe(true);
  clock.now += 24 * 60 * MINUTE;
  await booking.feeds.refresh(id);
  expect(conditional()).toBe(false);
  granted(await booking.offers.setAvailability({ ...(await booking.offers.availability()), zone: 'Asia/Tokyo' }));
  await booking.feeds.refresh(id);
  expect(conditional()).toBe(false);
  await booking.feeds.refresh(id);
  expect(conditional()).toBe(true);
});

test('[BK117] two who ask at once share one reading, one that was taken away meanwhile leaves nothing, and an end calls it off', async () => {
  let readings = 0;
  let answer = Promise.withResolvers<FeedAnswer>();
  let stopped = false;
  const { booking, store } = await given(async (_ask, stop) => {
    readings++;
    stop.addEventListener('abort', () => {
      stopped = true;
      answer.resolve(failed);
    });
    return answer.promise;
  });
  answer.resolve(failed);
  const { id } = granted(await booking.feeds.add(DRAFT));
  answer = Promise.withResolvers();
  const both = [booking.feeds.refresh(id), booking.feeds.refresh(id)];
  await expect.poll(() => readings).toBe(2);
  expect(await booking.feeds.remove(id)).toBeNull();
  const span = { from: toMillis(MONDAY_TEN), to: toMillis(MONDAY_ELEVEN) };
  answer.resolve({ type: 'read', times: { spans: [span], until: null, unread: 0 }, etag: null, lastModified: null });
  expect((await Promise.all(both)).map(whyOf)).toEqual(['not-found', 'not-found']);
  expect(readings).toBe(2);
  expect(await store.db.selectFrom('busy_span').selectAll().execute()).toEqual([]);

  const adding = booking.feeds.add(DRAFT);
  answer = Promise.withResolvers();
  await expect.poll(() => readings).toBe(3);
  await booking.feeds.close();
  expect(stopped).toBe(true);
  await adding;
});

test('[BK118] ten calendars are the most, each can get another name or address, and an address sealed elsewhere is asked for again', async () => {
  const asked: string[] = [];
  const { booking, store } = await given(async ({ address }) => {
    asked.push(address);
    return failed;
  });
  const { id } = granted(await booking.feeds.add(DRAFT));
  expect(granted(await booking.feeds.change(id, { name: 'Work' }))).toMatchObject({
    name: 'Work',
    host: 'calendar.test',
  });
  expect(granted(await booking.feeds.change(id, { address: 'https://other.test/x.ics' }))).toMatchObject({
    host: 'other.test',
  });
  expect(asked).toEqual([DRAFT.address, 'https://other.test/x.ics']);
  for (let more = 1; more < 10; more++) granted(await booking.feeds.add(DRAFT));
  expect(whyOf(await booking.feeds.add(DRAFT))).toBe('too-many-calendars');
  await store.db.updateTable('busy_feed').set({ address: 'x' }).where('id', '=', id).execute();
  expect(granted(await booking.feeds.refresh(id)).trouble).toBe('sealed');
});

test('[BK119] planned lives are not offered, run into the night, and a live that starts early begins its block at once', async () => {
  const { booking, clock, ask, store } = await given(async () => failed);
  const hours = await booking.offers.availability();
  const lives = [
    { day: 'mon' as const, from: '10:15', to: '11:00' },
    { date: '2026-11-23', from: '22:00', to: '09:30' },
  ];
  granted(await booking.offers.setAvailability({ ...hours, lives }));
  expect(await ask(MONDAY_TEN)).toBe('slot-taken');
  expect(await ask('2026-11-24T08:00:00Z')).toBe('slot-taken');
  expect(await ask('2026-11-24T08:30:00Z')).toBeNull();
  expect(await ask('2026-11-24T09:00:00Z')).toBeNull();

  clock.now = toMillis('2026-11-30T08:20:00Z');
  const free = '2026-11-30T08:30:00Z';
  const session = {
    creator_id: 'local',
    id: 's',
    started_at: clock.now,
    ended_at: null,
    started_by: 'live',
    source: null,
    room: null,
    totals: '{}',
    last_seq: 0,
    board: null,
  };
  await store.db
    .insertInto('session')
    .values({ ...session, id: 'r', started_by: 'replay' })
    .execute();
  const slots = async () => {
    const listed = granted(
      await booking.views.slots('creator', 'cv-check', { from: null, to: clock.now + 4 * 60 * MINUTE }),
    );
    return listed.slots.map(({ start }) => start);
  };
  expect(await slots()).toContain(free);
  await store.db.insertInto('session').values(session).execute();
  clock.now += 1000;
  expect(await slots()).toEqual([
    '2026-11-30T10:00:00Z',
    '2026-11-30T10:30:00Z',
    '2026-11-30T11:00:00Z',
    '2026-11-30T11:30:00Z',
    '2026-11-30T12:00:00Z',
  ]);
  expect(await ask(free)).toBe('slot-taken');
});

test('[BK233] a live without a plan takes the next hour from each moment anew, for asks and holds; what the desk accepts stands', async () => {
  const { booking, clock, store } = await given(async () => failed);
  const [asked = ''] = await publish(booking, [givenService({ slug: 'asked', waitlist: true })]);
  clock.now = toMillis('2026-11-23T08:00:00Z');
  const at = (start: string) => `2026-11-23T${start}:00Z`;
  const early = granted(await booking.viewers.ask('creator', givenDraft({ service: asked, start: at('08:30') }), null));
  const held = granted(await booking.viewers.hold('creator', asked, at('09:00')));
  const session = { creator_id: 'local', id: 's', started_at: clock.now, ended_at: null, started_by: 'live' };
  const rest = { source: null, room: null, totals: '{}', last_seq: 0, board: null };
  await store.db
    .insertInto('session')
    .values({ ...session, ...rest })
    .execute();
  const starts = async () => {
    const window = { from: null, to: toMillis(at('12:00')) };
    const listed = granted(await booking.views.slots('creator', asked, window));
    return listed.slots.map(({ start }) => start.slice(11, 16));
  };
  clock.now += 5 * MINUTE;
  expect((await starts())[0]).toBe('09:30');
  expect(whyOf(await booking.viewers.hold('creator', asked, at('08:30')))).toBe('slot-taken');
  const late = givenDraft({ service: asked, start: at('09:00'), hold: held.id });
  expect(whyOf(await booking.viewers.ask('creator', late, null))).toBe('slot-taken');
  const owner = { id: 'owner', name: 'Ada' };
  expect(granted(await booking.desk.act(early.id, { type: 'accept' }, owner)).state).toBe('booked');
  clock.now = toMillis(at('08:31'));
  expect((await starts())[0]).toBe('10:00');

  const line = { ...givenDraft({ service: asked }), earliest: at('09:00'), latest: at('09:30') };
  const { start: _, ...waiting } = line;
  const waiter = granted(await booking.viewers.ask('creator', waiting, null));
  expect(granted(await booking.viewers.waitlist(secretIn(waiter.thread)))).toBeNull();
  await store.db.updateTable('session').set({ ended_at: clock.now }).where('id', '=', 's').execute();
  clock.now += 11 * MINUTE;
  await booking.sweep();
  expect(granted(await booking.views.thread(secretIn(waiter.thread)))).toMatchObject({
    state: 'offered',
    nearest: [at('09:00')],
  });
  expect((await starts())[0]).toBe('09:30');
});
