import { type Free, gather, gatherFromNow, nothingKnown, type TimesSource } from './free-times.ts';
import type { Loaded } from './loaded.ts';

/** Where what is known of a list stands, for the page to draw. */
interface Kept {
  readonly read: () => Loaded<Free> | undefined;
  readonly write: (value: Loaded<Free>) => void;
}

/** Free times as pages show them: fetched bit by bit, one window after the other, so that none is asked for twice. */
export interface TimesList {
  /** The last moment that may be booked, in ms; infinite while that is not known. */
  horizon(): number;
  /** From now on, replacing what was known: as far as the first is found, and at least until `until`, in ms. */
  load(until?: number): Promise<void>;
  /** The days after those known, as far as one more time is found. Does nothing beyond the horizon. */
  later(): Promise<void>;
  /** All days before `until`, in ms, or before the horizon if that is nearer. */
  until(until: number): Promise<void>;
  /** What is known, anew and unseen: times that others hold or give back go and come. Without an answer all stays as it is. */
  refresh(): Promise<void>;
}

export function timesList(source: TimesSource, kept: Kept): TimesList {
  let underway: Promise<void> = Promise.resolve();
  function next(run: (known: Free) => Promise<Free | null>): Promise<void> {
    underway = underway.then(async () => {
      const known = kept.read();
      if (known?.type !== 'ready') return;
      const value = await run(known.value);
      // Fetched anew meanwhile: what this was added to, or was to replace, is no more.
      if (value && kept.read() === known) kept.write({ type: 'ready', value });
    });
    return underway;
  }
  const more = (enough: (known: Free) => (next: Free) => boolean) =>
    next(async (known) =>
      enough(known)(known) ? null : gather(source, { ...known, trouble: null }, enough({ ...known, trouble: null })),
    );
  return {
    horizon: source.horizon,
    async load(until = 0) {
      const loading: Loaded<Free> = { type: 'loading' };
      kept.write(loading);
      const found = await gatherFromNow(source, until);
      if (kept.read() !== loading) return;
      if (found.trouble !== null && found.slots.length === 0) kept.write({ type: 'failed', why: found.trouble });
      else kept.write({ type: 'ready', value: found });
    },
    later: () =>
      more(
        (known) =>
          ({ slots }) =>
            slots.length > known.slots.length,
      ),
    until: (until) => more(() => (known) => known.until >= until),
    refresh: () =>
      next(async (known) => {
        const found = await gather(source, nothingKnown(), ({ until }) => until >= known.until);
        return found.trouble === null ? found : null;
      }),
  };
}

/** What a calendar is drawn from: the list, and by what it is told from another. */
export interface CalendarTimes {
  readonly of: string;
  readonly list: TimesList;
}

export function canLoadLater(list: TimesList, known: Free): boolean {
  return known.until < list.horizon();
}
