import { signal } from '@preact/signals';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spokenText } from '../../../../overlay/stage/alert-speech.ts';
import type { Alerts } from '../../../../overlay/stage/alerts/alert.ts';
import { NO_ALERTS } from '../../../../overlay/stage/alerts/alert.ts';
import type { Heard } from '../../../../overlay/stage/alerts/hearing.ts';
import { APART_MILLIS, GROWN_APART_MILLIS, NOTHING_HEARD, soundOf } from '../../../../overlay/stage/alerts/hearing.ts';
import { fromKept, toKept } from '../../../../overlay/stage/alerts/kept.ts';
import { advance } from '../../../../overlay/stage/alerts/passing.ts';
import { take } from '../../../../overlay/stage/alerts/queue.ts';
import type { StageMoment } from '../../../../shared/stage-view.ts';
import { AS_FIRST, after, did, gift, given, limits, tip } from './given.ts';

/** What is heard of these moments, one turn of the page each. */
function heardOf(turns: { millis: number; moments: StageMoment[] }[], start: Alerts = NO_ALERTS, by = AS_FIRST) {
  const all: { sound: string; millis: number; step: number }[] = [];
  let alerts = start;
  let heard: Heard = NOTHING_HEARD;
  for (const { millis, moments } of turns) {
    const next = take(alerts, moments, by, after(millis));
    const sound = soundOf(alerts, next, by.rules, heard);
    if (sound) {
      heard = sound.heard;
      all.push({ sound: sound.sound, millis, step: heard.step });
    }
    alerts = next;
  }
  return all;
}

test('[ST51] a burst is one sound, that of its heaviest', () => {
  const three = limits({ most: 3 });
  const moments = [
    did('follow', 'f'),
    gift('g', 5),
    tip('t', 500),
    ...Array.from({ length: 50 }, (_, at) => gift(`b${at}`, 2)),
  ];
  expect(heardOf([{ millis: 0, moments }], NO_ALERTS, three)).toEqual([{ sound: 'bell', millis: 0, step: 0 }]);
});

test('[ST51] a type without a sound is not heard, and leaves the sound to the next', () => {
  expect(heardOf([{ millis: 0, moments: [did('share', 's')] }])).toEqual([]);
  const mute = limits({}, { tip: { sound: 'none' } });
  expect(heardOf([{ millis: 0, moments: [tip('t', 500), gift('g', 1)] }], NO_ALERTS, mute)).toMatchObject([
    { sound: 'chime' },
  ]);
});

test('[ST51] a streak that grows thirty times a second rises every half second, up to a fifth', () => {
  const turns = Array.from({ length: 300 }, (_, at) => ({
    millis: at * 33,
    moments: [gift('a', 1 + at, at * 33)],
  }));
  const all = heardOf(turns);
  expect(all.slice(0, 3).map(({ step }) => step)).toEqual([0, 1, 2]);
  expect(Math.max(...all.map(({ step }) => step))).toBe(7);
  const apart = all.slice(1).map(({ millis }, at) => millis - (all[at]?.millis ?? 0));
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(GROWN_APART_MILLIS);
});

test('[ST51] whatever comes, between two sounds pass 0.4 seconds', () => {
  const turn = fc.record({
    wait: fc.integer({ min: 0, max: 700 }),
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    count: fc.integer({ min: 1, max: 99 }),
  });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
      let millis = 0;
      const all = heardOf(
        turns.map(({ wait, key, count }) => {
          millis += wait;
          return { millis, moments: [gift(key, count, millis)] };
        }),
      );
      for (const [at, { millis: then }] of all.slice(1).entries()) {
        expect(then - (all[at]?.millis ?? 0)).toBeGreaterThanOrEqual(APART_MILLIS);
      }
    }),
  );
});

test('[ST52] of what a reload has brought back nothing is heard, nor of what leaves', () => {
  const before = given(gift('a', 3));
  const again = fromKept(toKept(before), AS_FIRST, after(1_000));
  expect(heardOf([{ millis: 1_000, moments: [] }], again)).toEqual([]);
  const left = advance(again, AS_FIRST, after(6_500));
  expect(soundOf(again, left, AS_FIRST.rules, NOTHING_HEARD)).toBeNull();
});

test('[ST53] [ST75] a voice says who did what and how often, or how much, as it is on air and without pictures', () => {
  const words = {
    language: signal('en' as const),
    say: (key: string, values: Readonly<Record<string, string | number>> = {}) =>
      `${key}${Object.values(values)
        .map((value) => ` ${value}`)
        .join('')}`,
  };
  const moment = {
    ...gift('a', 7),
    name: 'Anna\u202e 🎉👩‍👩‍👧 Ž\u0301\u0302\u0303\nx',
    gift: 'Rose 🌹',
  } as StageMoment;
  expect(spokenText(moment, words)).toBe('Anna Ž\u0301\u0302 x sent Rose, times 7');
  expect(spokenText(tip('t', 500), words)).toMatch(/ tip, €5\.00$/);
  expect(spokenText({ ...did('follow', 'f'), name: '🎉🎉' }, words)).toBe('');
  expect(spokenText({ ...did('follow', 'f'), name: '李伟 2' }, words)).toBe('李伟 2 follow');
});
