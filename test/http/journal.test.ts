import { expect, onTestFinished, test } from 'vitest';
import type { JournalEntry } from '../../shared/events.ts';
import { LiveSession } from '../../shared/live.ts';
import { chat, follow, gift, session, tip } from '../core/live/events.ts';
import { AS_OWNER, JSON_BODY, liveOf, postEvents, startProgram } from '../program/given-program.ts';

async function givenDoor() {
  const door = await startProgram();
  onTestFinished(() => door.close());
  const get = (path: string, headers = {}) =>
    fetch(`${door.base}/api/v1${path}`, { headers: { ...AS_OWNER, ...headers } });
  const post = (path: string) =>
    fetch(`${door.base}/api/v1${path}`, { method: 'POST', headers: { ...AS_OWNER, ...JSON_BODY }, body: '{}' });
  return { ...door, get, post };
}

test('[AC1] an event or a batch is answered with what was new, and an event without a source is the API’s', async () => {
  const { base, get } = await givenDoor();
  const { source: _, ...bare } = { ...chat('hello', 'one') };
  const single = await postEvents(base, bare as never);
  expect([single.status, await single.json()]).toEqual([202, { accepted: 1, duplicates: 0 }]);
  const batch = await postEvents(base, [{ ...chat('again', 'one'), source: 'api' }, chat('two'), follow()]);
  expect(await batch.json()).toEqual({ accepted: 2, duplicates: 1 });
  const { events } = (await (await get('/events')).json()) as { events: JournalEntry[] };
  expect(events[0]).toEqual({ ...bare, source: 'api', seq: 1 });
  expect(await liveOf(base)).toMatchObject({ totals: { chats: 2, follows: 1 }, lastSeq: 3 });
});

test('[AC1] fields that nobody knows are left out of what is kept', async () => {
  const { base, get } = await givenDoor();
  await postEvents(base, { ...chat('x'), creatorId: 'another', seq: 99 } as never);
  const { events } = (await (await get('/events')).json()) as { events: object[] };
  expect(Object.keys(events[0] ?? {}).toSorted()).toEqual(['at', 'chat', 'id', 'seq', 'source', 'type', 'user']);
  expect(events[0]).toMatchObject({ seq: 1 });
});

test('[AC2] the journal is read page by page, and the end answers the place to go on from', async () => {
  const { base, get } = await givenDoor();
  const sent = Array.from({ length: 250 }, (_, at) => chat(`text ${at}`));
  await postEvents(base, sent);
  const read: JournalEntry[] = [];
  for (let after = 0; ; ) {
    const { events, next } = (await (await get(`/events?after=${after}&limit=100`)).json()) as {
      events: JournalEntry[];
      next: number;
    };
    read.push(...events);
    expect(next).toBe(events.at(-1)?.seq ?? after);
    if (events.length === 0) break;
    after = next;
  }
  expect(read).toEqual(sent.map((event, at) => ({ ...event, seq: at + 1 })));
});

test('[AC2] the export is a line of JSON for each entry, of a journal longer than one page, from any place', async () => {
  const { base, get } = await givenDoor();
  for (let batch = 0; batch < 3; batch++)
    await postEvents(
      base,
      Array.from({ length: 800 }, () => chat('zeile\n"x"')),
    );
  const answer = await get('/events?after=5', { accept: 'application/x-ndjson' });
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const text = await answer.text();
  expect(text.endsWith('\n')).toBe(true);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JournalEntry);
  expect(lines.map((entry) => entry.seq)).toEqual(Array.from({ length: 2395 }, (_, at) => at + 6));
  expect(lines[0]).toMatchObject({ chat: { text: 'zeile\n"x"' } });
});

test('[AC80] a page of the journal ends after a megabyte, and the next goes on; the export has all of it', async () => {
  const { base, get } = await givenDoor();
  const long = Array.from({ length: 100 }, () => chat('€'.repeat(10_000)));
  expect((await postEvents(base, long)).status).toBe(202);
  const pages: number[] = [];
  for (let after = 0; after < 100; ) {
    const answer = await get(`/events?after=${after}&limit=1000`);
    const { events, next } = (await answer.json()) as { events: JournalEntry[]; next: number };
    expect(events.map(({ seq }) => seq)).toEqual(Array.from(events, (_, at) => after + at + 1));
    pages.push(events.length);
    after = next;
  }
  expect(pages).toEqual([34, 34, 32]);
  const text = await (await get('/events', { accept: 'application/x-ndjson' })).text();
  expect(text.trimEnd().split('\n')).toHaveLength(100);
});

test('[AC8] the live session has the agreed form, from nothing to its end by hand', async () => {
  const { base, get, post } = await givenDoor();
  expect(LiveSession.parse(await liveOf(base))).toMatchObject({ session: null, gaps: [], lastSeq: 0, sources: [] });
  await postEvents(base, [gift(3), gift(7, { ended: true }), tip(500)]);
  expect(LiveSession.strict().parse(await liveOf(base))).toMatchObject({
    session: { endedAt: null },
    totals: { gifts: 7, diamonds: 7, tips: [{ minor: 500, currency: 'EUR' }] },
  });
  expect((await post('/live/end')).status).toBe(200);
  const again = await post('/live/end');
  expect([again.status, (await again.json()).why]).toEqual([409, 'no-session']);
  expect((await liveOf(base)).session?.endedAt).toMatch(/Z$/);
  expect((await (await post('/live/start')).json()).session.endedAt).toBeNull();
  await postEvents(base, session('ended'));
  const sessions = LiveSession.array().parse(await (await get('/sessions')).json());
  expect(sessions.map((one) => one.totals.gifts)).toEqual([0, 7]);
});

test('[LV21] the newest so many sessions are asked for by `limit`, as they stand in the whole list', async () => {
  const { base, get, post } = await givenDoor();
  expect(await (await get('/sessions?limit=30')).json()).toEqual([]);
  await postEvents(base, [gift(3, { ended: true })]);
  for (let at = 0; at < 2; at++) await post('/live/start');
  const all = LiveSession.array().parse(await (await get('/sessions')).json());
  expect(all).toHaveLength(3);
  expect(await (await get('/sessions?limit=2')).json()).toEqual(all.slice(0, 2));
  expect(await (await get('/sessions?limit=30')).json()).toEqual(all);
  expect((await get('/sessions?limit=0')).status).toBe(400);
});

test('[AC9] health and readiness say how it is in single words, and nothing else', async () => {
  const { base } = await givenDoor();
  expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${base}/readyz`)).json()).toEqual({
    status: 'ready',
    store: 'ok',
    source: 'none',
    obs: 'off',
    redis: 'off',
  });
});
