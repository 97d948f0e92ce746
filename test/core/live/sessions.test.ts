import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planBatch } from '../../../server/core/live/batch.ts';
import { beginReplay, enterRoom, isOvertaken, placeEvent, type Session } from '../../../server/core/live/sessions.ts';
import { chat, session } from './events.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');
const newId = () => 'new';
const running: Session = {
  id: 'first',
  startedAt: noon - 1000,
  endedAt: null,
  startedBy: 'live',
  source: 'tiktok:@a',
  room: 'r1',
};
const ended: Session = { ...running, endedAt: noon - 500 };

test('[LV11] the first event ever begins a session', () => {
  expect(placeEvent(null, chat('hi'), 'api', noon, newId)).toMatchObject({
    opened: true,
    session: { id: 'new', startedAt: noon, startedBy: 'event' },
  });
});

test('[LV12] an event after the end belongs to the session that ended', () => {
  expect(placeEvent(ended, chat('bye'), 'live', noon, newId)).toEqual({ session: ended, opened: false, ended: null });
});

test('[LV12] a start after the end begins a new session, a start while one runs does not', () => {
  expect(placeEvent(ended, session('started'), 'api', noon, newId)).toMatchObject({
    opened: true,
    session: { id: 'new' },
  });
  expect(placeEvent(running, session('started'), 'api', noon, newId)).toMatchObject({
    opened: false,
    session: { id: 'first' },
  });
});

test('[LV12] an end belongs to the session it ends, and a second end changes nothing', () => {
  expect(placeEvent(running, session('ended'), 'live', noon, newId)).toMatchObject({
    session: { id: 'first', endedAt: noon },
    ended: { id: 'first' },
  });
  expect(placeEvent(ended, session('ended'), 'live', noon, newId)).toEqual({
    session: ended,
    opened: false,
    ended: null,
  });
});

test('[LV13] the same room goes on, another room begins a session and ends the one before', () => {
  expect(enterRoom(running, 'r1', 'tiktok:@a', noon, newId)).toEqual({ session: running, opened: false, ended: null });
  expect(enterRoom(running, 'r2', 'tiktok:@a', noon, newId)).toMatchObject({
    opened: true,
    session: { id: 'new', room: 'r2' },
    ended: { id: 'first', endedAt: noon },
  });
  expect(enterRoom(ended, 'r2', 'tiktok:@a', noon, newId)).toMatchObject({ opened: true, ended: null });
});

test('[LV13] a session begun by hand takes the room that comes first', () => {
  const byHand: Session = { ...running, room: null, source: null, startedBy: 'hand' };
  expect(enterRoom(byHand, 'r1', 'tiktok:@a', noon, newId)).toMatchObject({
    opened: false,
    session: { id: 'first', room: 'r1', source: 'tiktok:@a' },
  });
});

test('[LV14] starts and ends inside a replay are history', () => {
  const replay: Session = { ...running, startedBy: 'replay', source: 'replay:show.ndjson' };
  expect(placeEvent(replay, session('ended'), 'replay', noon, newId)).toEqual({
    session: replay,
    opened: false,
    ended: null,
  });
  expect(placeEvent(replay, session('started'), 'replay', noon, newId)).toEqual({
    session: replay,
    opened: false,
    ended: null,
  });
});

test('[LV15] a replay that was cut off goes on under its name, a finished one gets the next number', () => {
  const cut: Session = { ...running, startedBy: 'replay', source: 'replay:a.bin#2' };
  expect(beginReplay(cut, 'replay:a.bin', 2, noon, newId)).toEqual({ session: cut, opened: false, ended: null });
  expect(beginReplay({ ...cut, endedAt: noon }, 'replay:a.bin', 2, noon, newId)).toMatchObject({
    opened: true,
    session: { source: 'replay:a.bin#3' },
  });
  expect(beginReplay(running, 'replay:a.bin', 0, noon, newId)).toMatchObject({
    session: { source: 'replay:a.bin' },
    ended: { id: 'first' },
  });
});

test('[LV19] each caller of a batch gets its own counts, and a repeat inside the batch is found', () => {
  const one = chat('one', 'a');
  const plan = planBatch(
    [
      { events: [one, chat('two', 'b')], origin: 'api' },
      { events: [one, chat('three', 'c')], origin: 'api' },
    ],
    { current: running, lastSeq: 10, now: noon, newId, isKnown: (_source, id) => id === 'b' },
  );
  expect(plan.counts).toEqual([
    { accepted: 1, duplicates: 1 },
    { accepted: 1, duplicates: 1 },
  ]);
  expect(plan.entries.map(({ entry }) => [entry.seq, entry.id])).toEqual([
    [11, 'a'],
    [12, 'c'],
  ]);
});

const ROOMS = fc.constantFrom('r1', 'r2', 'r3', undefined);
const inRoom = (state: 'started' | 'ended', room: string | undefined) => ({
  ...session(state),
  ...(room === undefined ? {} : { room }),
});

test('[LV108] whatever rooms start and end, a session ends only by an end of its own room or of none', () => {
  const steps = fc.array(
    fc.record({
      state: fc.constantFrom('started' as const, 'ended' as const),
      room: ROOMS,
      origin: fc.constantFrom('live' as const, 'api' as const),
    }),
  );
  fc.assert(
    fc.property(steps, (all) => {
      let current: Session = running;
      for (const { state, room, origin } of all) {
        const { session: next, ended: over } = placeEvent(current, inRoom(state, room), origin, noon, newId);
        const foreign = room !== undefined && current.room !== null && room !== current.room;
        if (state !== 'ended' || foreign) expect(over).toBeNull();
        else if (current.endedAt === null) expect(over?.id).toBe(current.id);
        current = next;
      }
    }),
  );
});

test('[LV109] what a live feed hears belongs to no replay, before its end and after', () => {
  const replay: Session = { ...running, startedBy: 'replay', source: 'replay:a.bin', room: null };
  expect(placeEvent(replay, chat('hi'), 'live', noon, newId)).toMatchObject({
    opened: true,
    session: { id: 'new', startedBy: 'live' },
    ended: { id: 'first', endedAt: noon },
  });
  const over = { ...replay, endedAt: noon - 1 };
  expect(placeEvent(over, chat('hi'), 'live', noon, newId)).toMatchObject({ opened: true, ended: null });
  expect(placeEvent(replay, session('ended'), 'live', noon, newId)).toMatchObject({ opened: false, ended: null });
  expect(placeEvent(replay, chat('hi'), 'api', noon, newId)).toMatchObject({ session: replay });
});

test('[LV109] what a replay still sends after another session began is kept nowhere', () => {
  const late = { ...chat('late', 'z'), source: 'replay:a.bin' };
  expect(isOvertaken({ ...running, startedBy: 'replay', source: 'replay:a.bin' }, late, 'replay')).toBe(false);
  const plan = planBatch([{ events: [late], origin: 'replay' }], {
    current: running,
    lastSeq: 10,
    now: noon,
    newId,
    isKnown: () => false,
  });
  expect(plan).toMatchObject({ entries: [], counts: [{ accepted: 0, duplicates: 0 }], current: running });
});
