import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { openSource } from '../../server/sources/open.ts';
import { parseSpec } from '../../server/sources/spec.ts';
import type { EventOf } from '../../shared/events.ts';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import { recordingSink } from '../fakes/source-sink.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

async function playOnce(told = recordingSink()) {
  const source = await openSource(parseSpec('demo?speed=0'));
  await source.run(told.sink, new AbortController().signal);
  return told;
}

test('[SR80] the sample show in the tree is what its script makes', async () => {
  const made = await run(process.execPath, ['scripts/make-sample-show.ts', '--print'], { cwd: root, maxBuffer: 1e7 });
  expect(await readFile(resolve(root, 'server/sources/sample-show.ndjson'), 'utf8')).toBe(made.stdout);
});

test('[SR81] the show has every kind of event, a great gift, a streak in disorder and a gap of 20 s', async () => {
  const told = await playOnce();
  const types = [
    ...['chat', 'gift', 'like', 'follow', 'share', 'join', 'subscribe', 'tip', 'viewers', 'question', 'message'],
    ...['order', 'session', 'moderation'],
  ];
  expect(new Set(told.events.map((event) => event.type))).toEqual(new Set(types));
  const gifts = told.events.filter((event): event is EventOf<'gift'> => event.type === 'gift').map(({ gift }) => gift);
  expect(gifts.some((gift) => !gift.streak && gift.diamonds >= 500)).toBe(true);
  const streaks = Map.groupBy(
    gifts.filter((gift) => gift.streak),
    (gift) => gift.streak?.id,
  );
  const totals = [...streaks.values()].map((taps) => taps.map((tap) => tap.count));
  expect(totals.some((counts) => counts.some((count, at) => count < (counts[at - 1] ?? 0)))).toBe(true);
  expect([...streaks.values()].some((taps) => taps.every((tap) => !tap.streak?.ended))).toBe(true);
  expect(told.order).toEqual(['up', 'down', 'up']);
  const chats = told.events.filter((event) => event.type === 'chat');
  expect(new Set(chats.map(({ chat }) => chat.language)).size).toBeGreaterThan(5);
});

test('[SR171] the sample show goes on after the store refused a batch, and loses nothing of it', async () => {
  const whole = (await playOnce()).events.length;
  const told = recordingSink();
  const { accept } = told.sink;
  let refused = false;
  told.sink.accept = async (events) => {
    if (refused) return accept(events);
    refused = true;
    throw new Error('disk full');
  };
  await playOnce(told);
  expect(told.events).toHaveLength(whole);
  expect(told.faults).toHaveLength(1);
  expect(told.status?.state).toBe('finished');
});

test('[ST147] the sample show leaves the stage without an alert for 20 s at most', async () => {
  const shows = ['gift', 'tip', 'follow', 'share', 'subscribe'];
  const lines = (await readFile(resolve(root, 'server/sources/sample-show.ndjson'), 'utf8')).trim().split('\n');
  const told = lines.map((line) => JSON.parse(line) as { at: number; event?: { type: string } });
  const end = told.at(-1)?.at ?? 0;
  const seen = told.flatMap(({ at, event }) => (event && shows.includes(event.type) ? [at] : []));
  const stays = FIRST_DESIGN.alerts.leastSeconds * 1000;
  const empty = [...seen, end].map((at, place) => ({
    at,
    for: at - (place === 0 ? 0 : (seen[place - 1] ?? 0) + stays),
  }));
  expect(empty.filter((span) => span.for > 20_000)).toEqual([]);
});

test('[SR82] likes never fall and the deleted message is one that was said', async () => {
  const { events } = await playOnce();
  const likes = events.flatMap((event) => (event.type === 'like' ? [event.like.total ?? 0] : []));
  expect(likes).toEqual([...likes].sort((a, b) => a - b));
  const deleted = events.flatMap((event) => (event.type === 'moderation' ? (event.moderation.deletedIds ?? []) : []));
  expect(deleted).toHaveLength(1);
  expect(events.find((event) => event.id === deleted[0])).toMatchObject({ type: 'chat' });
});

test('[SR83] each round is new: other ids, another room, the time of now', async () => {
  const told = recordingSink();
  const stop = new AbortController();
  const source = await openSource(parseSpec('demo?speed=1000'));
  const before = Date.now();
  const playing = source.run(told.sink, stop.signal);
  await vi.waitFor(() => expect(new Set(told.ups).size).toBe(2), 4500);
  await vi.waitFor(() => expect(told.events.at(-1)?.room).toBe(told.ups.at(-1)), 4500);
  stop.abort();
  await playing;
  expect(told.batches.reduce((sum, batch) => sum + batch, 0)).toBe(told.events.length);
  expect(told.events.every((event) => Date.parse(event.at) >= before)).toBe(true);
  expect(told.status?.state).toBe('off');
});
