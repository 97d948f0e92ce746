import { expect, test, vi } from 'vitest';
import { openSettings } from '../../server/app/settings.ts';
import { createSources } from '../../server/app/sources.ts';
import type { Source, SourceSink } from '../../server/sources/source.ts';
import { readSetting } from '../../server/store/settings.ts';
import { type Given, givenLive, NOON } from './live-given.ts';

/** A source that runs until it is stopped and takes its time to end. */
function slowSource(id: string, name: string, alive: Set<string>) {
  const heard = Promise.withResolvers<SourceSink>();
  const source: Source = {
    id,
    origin: { source: id, kind: 'live' },
    async run(sink, stop) {
      alive.add(name);
      heard.resolve(sink);
      await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
      for (let turns = 0; turns < 5; turns++) await new Promise(setImmediate);
      alive.delete(name);
    },
  };
  return { source, sink: heard.promise };
}

function sourcesOf({ live }: Given) {
  const faults: unknown[] = [];
  const clock = { now: NOON };
  return {
    sources: createSources({ live, clock: () => clock.now, onFault: (error) => faults.push(error) }),
    faults,
    clock,
  };
}

test('[SR90] of sources that are added under one id at once only the last runs on', async () => {
  const { sources } = sourcesOf(await givenLive());
  const alive = new Set<string>();
  const names = ['first', 'second', 'third'];
  await Promise.all(names.map((name) => sources.add(slowSource('one', name, alive).source)));
  expect([...alive]).toEqual(['third']);
  await Promise.all([sources.add(slowSource('one', 'fourth', alive).source), sources.remove('one')]);
  expect([...alive]).toEqual([]);
  expect(sources.statuses()).toEqual([]);
});

test('[SR90] none outlives the close, also one that is added meanwhile', async () => {
  const { sources } = sourcesOf(await givenLive());
  const alive = new Set<string>();
  await sources.add(slowSource('one', 'first', alive).source);
  const adding = sources.add(slowSource('one', 'second', alive).source);
  await Promise.all([sources.close(), adding.catch(() => undefined)]);
  expect([...alive]).toEqual([]);
  await expect(sources.add(slowSource('two', 'late', alive).source)).rejects.toThrow('closed');
  expect([...alive]).toEqual([]);
});

test('[SR91] what a source skips is shown by its word, and no peer can make up words without end', async () => {
  const { sources } = sourcesOf(await givenLive());
  const { source, sink } = slowSource('one', 'first', new Set());
  await sources.add(source);
  const heard = await sink;
  expect(sources.statuses()[0]).not.toHaveProperty('skipped');
  heard.skipped('unreadable frame');
  heard.skipped('not kept by the store', 40);
  for (let word = 0; word < 500; word++) heard.skipped(`word ${word}`);
  expect(sources.statuses()[0]).toMatchObject({
    skipped: 541,
    skippedAs: { 'unreadable frame': 1, 'not kept by the store': 40, 'word 0': 1, others: 482 },
  });
  await sources.close();
});

test('[SR91] a fault of a source is logged whole, and a flood of them now and then', async () => {
  const { sources, faults, clock } = sourcesOf(await givenLive());
  const { source, sink } = slowSource('one', 'first', new Set());
  await sources.add(source);
  const heard = await sink;
  for (let times = 0; times < 100; times++) heard.fault(new Error(`bug ${times}`));
  clock.now += 10_000;
  heard.fault(new Error('bug again'));
  expect(faults).toEqual([new Error('bug 0'), new Error('bug again')]);
  expect(sources.statuses()[0]?.skippedAs).toEqual({ fault: 101 });
  await sources.close();
});

test('[DB11] of two changes of the settings at once none undoes the other', async () => {
  const { store } = await givenLive();
  const onFault = vi.fn();
  const settings = await openSettings({ store, creatorId: 'local', clock: () => NOON, onFault });
  await Promise.all([settings.change({ language: 'nb' }), settings.change({ publicUrl: 'https://example.com' })]);
  const both = { language: 'nb', publicUrl: 'https://example.com' };
  expect(settings.current()).toMatchObject(both);
  expect(await readSetting(store.db, 'local', 'studio')).toMatchObject(both);
});

test('[LV109] a replay is not begun beside a live that is connected or comes back', async () => {
  const { sources } = sourcesOf(await givenLive());
  const live = slowSource('tiktok:@a', 'live', new Set());
  const replay = slowSource('replay:a.bin', 'replay', new Set());
  await sources.add(live.source);
  await sources.add(replay.source);
  const [feed, recording] = await Promise.all([live.sink, replay.sink]);
  feed.status({ state: 'live', detail: '' });
  expect(await recording.begin()).toBeNull();
  feed.status({ state: 'waiting', detail: '' });
  expect(await recording.begin()).toBe('replay:a.bin');
  await sources.close();
});
