import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Alerts, Limits } from '../../../../overlay/stage/alerts/alert.ts';
import { ageOf, NO_ALERTS, OLDEST_MILLIS } from '../../../../overlay/stage/alerts/alert.ts';
import { obey } from '../../../../overlay/stage/alerts/control.ts';
import { fromKept, readKept, toKept } from '../../../../overlay/stage/alerts/kept.ts';
import { advance, nextChange } from '../../../../overlay/stage/alerts/passing.ts';
import { take } from '../../../../overlay/stage/alerts/queue.ts';
import { countOf, weightOf } from '../../../../overlay/stage/alerts/weight.ts';
import { beganAt, type StageMoment } from '../../../../shared/stage-view.ts';
import { after, did, gift, limits, shownKeys, tip, UNTOUCHED, waitingKeys } from './given.ts';

/* What holds whatever comes in whatever order and whatever is done by hand. */

type Happening =
  | { readonly type: 'gift' | 'tip' | 'follow'; readonly key: string; readonly count: number; readonly late: number }
  | { readonly type: 'pause' | 'resume' | 'skip' | 'replay' | 'clear' | 'reload' | 'repeat' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('gift' as const, 'gift' as const, 'tip' as const, 'follow' as const),
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      count: fc.integer({ min: 1, max: 300 }),
      late: fc.constantFrom(0, 0, 0, 5_000, 29_000, 31_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('pause', 'resume', 'skip', 'replay', 'clear', 'reload', 'repeat').map((type) => ({
      type: type as 'pause',
    })),
  },
);
const show = fc.array(
  fc.record({
    wait: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 40_000 })),
    happenings: fc.array(happening, { maxLength: 6 }),
  }),
  { maxLength: 40 },
);
const rulings = fc.record({
  most: fc.integer({ min: 1, max: 3 }),
  leastSeconds: fc.integer({ min: 2, max: 10 }),
  mostSeconds: fc.integer({ min: 2, max: 20 }),
  waitingMost: fc.integer({ min: 1, max: 5 }),
  cooldown: fc.constantFrom(0, 0, 3, 40),
});

interface Run {
  alerts: Alerts;
  acts: typeof UNTOUCHED;
  millis: number;
  /** Of each streak the number of its first message. */
  readonly firsts: Map<string, number>;
  /** All that a view could repeat. */
  readonly repeated: StageMoment[];
}

function limitsOf(ruling: { most: number; cooldown: number }, held: boolean): Limits {
  const { cooldown, ...rules } = ruling;
  return limits(
    { ...rules, held },
    { follow: { cooldownSeconds: cooldown }, gift: { cooldownSeconds: cooldown % 10 } },
  );
}

/** What one turn of the page does, and everything that has to hold of it. */
function turn(run: Run, happenings: ReadonlyArray<Happening>, ruling: Parameters<typeof limitsOf>[0]): void {
  const times = after(run.millis);
  const moments: StageMoment[] = [];
  const before = run.acts;
  let { alerts } = run;
  for (const each of happenings) {
    if ('key' in each) moments.push(momentOf(each, run));
    else if (each.type === 'repeat') moments.push(...run.repeated);
    else if (each.type === 'reload') {
      alerts = fromKept(readKept(JSON.stringify(toKept(alerts))), limitsOf(ruling, run.acts.paused), times);
      alerts = obey(alerts, null, before, times);
    } else run.acts = acted(run.acts, each.type, run.repeated);
  }
  run.repeated.push(...moments);
  const by = limitsOf(ruling, run.acts.paused);
  const steered = obey(alerts, before, run.acts, times);
  run.alerts = take(steered, moments, by, times);
  holds(steered, run.alerts, by);
}

function momentOf(each: Extract<Happening, { key: string }>, { millis, firsts }: Run): StageMoment {
  const at = millis - each.late;
  if (each.type === 'gift') {
    // No streak of these is longer than a minute: one that was cleared is followed by others.
    const key = `g${each.key}${Math.floor(at / 60_000)}`;
    const moment = gift(key, each.count, at, firsts.get(key));
    firsts.set(key, beganAt(moment));
    return moment;
  }
  // What is no streak comes once, under a number of its own.
  const key = `${each.type}${each.key}${each.count}`;
  return each.type === 'tip' ? tip(key, each.count, at) : did('follow', key, at);
}

function acted(acts: typeof UNTOUCHED, act: string, seen: ReadonlyArray<StageMoment>): typeof UNTOUCHED {
  if (act === 'pause' || act === 'resume') return { ...acts, paused: act === 'pause' };
  if (act === 'skip') return { ...acts, skips: acts.skips + 1 };
  if (act === 'replay') return { ...acts, replays: acts.replays + 1 };
  return { ...acts, clearedSeq: Math.max(acts.clearedSeq, ...seen.map(({ seq }) => seq)) };
}

function holds(before: Alerts, now: Alerts, { most, held, rules }: Limits): void {
  const keys = [...shownKeys(now), ...waitingKeys(now)];
  expect(new Set(keys).size).toBe(keys.length);
  expect(now.shown.length).toBeLessThanOrEqual(most);
  expect(now.waiting.length).toBeLessThanOrEqual(rules.waitingMost);
  expect(now.merged.count).toBeGreaterThanOrEqual([...now.taken.values()].filter(({ merged }) => merged).length);
  const were = new Set(shownKeys(before));
  const entered = now.shown.filter(({ moment }) => !were.has(moment.key));
  if (held) expect(entered).toEqual([]);
  for (const { moment, again } of entered) {
    if (again) continue;
    expect(ageOf(moment, now.at)).toBeLessThanOrEqual(OLDEST_MILLIS);
    expect(beganAt(moment)).toBeGreaterThan(now.clearedSeq);
    // New, or more than this stage has had of it, or it waited.
    const had = before.taken.get(moment.key)?.count ?? 0;
    const waited = before.waiting.some((alert) => alert.moment.key === moment.key);
    expect(waited || before.taken.get(moment.key)?.merged || countOf(moment) > had).toBe(true);
    const passedOver = now.waiting.filter(
      (other) =>
        weightOf(other.moment) > weightOf(moment) &&
        now.at.tick - (now.cameOn[other.moment.type] ?? Number.NEGATIVE_INFINITY) >=
          rules.types[other.moment.type].cooldownSeconds * 1000,
    );
    expect(passedOver).toEqual([]);
  }
}

test('[ST55] whatever comes and is done by hand, each turn keeps to the rules, and all go in the end', () => {
  fc.assert(
    fc.property(show, rulings, (steps, ruling) => {
      const run: Run = { alerts: NO_ALERTS, acts: UNTOUCHED, millis: 0, firsts: new Map(), repeated: [] };
      for (const { wait, happenings } of steps) {
        run.millis += wait;
        turn(run, happenings, ruling);
      }
      const by = limitsOf(ruling, false);
      run.alerts = advance(run.alerts, by, after(run.millis));
      for (let rounds = 0; rounds < 300; rounds++) {
        const next = nextChange(run.alerts, by);
        if (next === null) break;
        const times = after(next - after(0).tick);
        const before = run.alerts;
        run.alerts = advance(before, by, times);
        holds(before, run.alerts, by);
      }
      expect(nextChange(run.alerts, by)).toBeNull();
      expect([run.alerts.shown, run.alerts.waiting, run.alerts.merged.count]).toEqual([[], [], 0]);
    }),
    { numRuns: 400 },
  );
});

test('[ST44] a pause of any length loses none: each is shown, waits, or is in the number', () => {
  const came = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 60_000 }), count: fc.integer({ min: 1, max: 99 }) }),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(came, fc.integer({ min: 0, max: 60_000 }), (all, more) => {
      const held = limits({ held: true, waitingMost: 5 });
      const free = limits({ waitingMost: 5 });
      const sorted = [...all].sort((one, other) => one.at - other.at);
      let alerts = NO_ALERTS;
      for (const [index, { at, count }] of sorted.entries()) {
        alerts = take(alerts, [gift(`p${index}`, count, at)], held, after(at));
        expect(alerts.shown).toEqual([]);
      }
      const end = (sorted.at(-1)?.at ?? 0) + more;
      const resumed = advance(alerts, free, after(end));
      expect(resumed.shown.length + resumed.waiting.length + resumed.merged.count).toBe(sorted.length);
    }),
  );
});
