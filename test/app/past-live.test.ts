import { expect, test } from 'vitest';
import { pastLiveOf } from '../../server/app/past-live.ts';
import { createSceneHistory } from '../../server/app/scene-history.ts';
import { follow, gift, session } from '../core/live/events.ts';
import { type Given, givenLive, NOON } from './live-given.ts';

/** Two lives one after the other, each with one event and one scene that came on. */
async function twoLives() {
  const given = await givenLive();
  const { live, store, clock } = given;
  const running = () => live.session([]).session?.id ?? null;
  const onFault = (error: unknown) => {
    throw error;
  };
  const history = createSceneHistory({ store, creatorId: 'local', session: running, onFault });
  const note = (scene: string) =>
    history.note({ at: clock.now, scene, by: 'hand', why: 'human-changed-scene', rule: null, ruleName: null });
  await live.accept([gift(3, { user: 'ida' })], 'live');
  const first = running();
  note('BRB');
  await live.accept([session('ended')], 'live');
  clock.now = NOON + 60_000;
  await live.accept([session('started'), follow('newer')], 'live');
  note('Main');
  await history.settled();
  const of = (id: string | null) => pastLiveOf(store, 'local', id, given.live.session([]).session, history);
  return { given, first, second: running(), of };
}

function told(past: Awaited<ReturnType<typeof pastLiveOf>>) {
  return [
    past?.events.map(({ type }) => type).filter((type) => type !== 'session'),
    past?.changes.map(({ scene }) => scene),
  ];
}

test('[SC138] a rehearsal is of the last live, or of one before by its id, with the scenes that came on in it', async () => {
  const { first, second, of } = await twoLives();
  expect(first).not.toBe(second);
  expect(told(await of(null))).toEqual([['follow'], ['Main']]);
  expect(told(await of(second))).toEqual([['follow'], ['Main']]);
  const before = await of(first);
  expect(told(before)).toEqual([['gift'], ['BRB']]);
  expect(before?.live?.endedAt).not.toBeNull();
  expect(await of('none-such')).toBeNull();
});

test('[SC138] before the first live there is none', async () => {
  const { live, store }: Given = await givenLive();
  const history = { of: async () => [], beginningOf: async () => null };
  expect(await pastLiveOf(store, 'local', null, live.session([]).session, history)).toMatchObject({ live: null });
});
