import type { Slot } from '../../shared/booking.ts';
import type { SlotList } from '../../shared/public-page.ts';
import type { Answer } from '../parts/ask.ts';
import { clockAhead, learnClock, serverNow } from './server-clock.ts';

const DAY_MILLIS = 86_400_000;
/** All who open the page within a minute ask the same. */
const MINUTE_MILLIS = 60_000;
/** How far ahead is asked at first, which most viewers never look beyond. */
const FIRST_DAYS = 21;
/** How far at once after that: the most that the server answers (MOST_SLOT_DAYS, whose file brings zod along). */
const LATER_DAYS = 62;

/** Free times of one service, and until when they were asked for. */
export interface Free {
  readonly slots: ReadonlyArray<Slot>;
  readonly until: number;
  /** Why the days after these could not be fetched; null while nothing is wrong. */
  readonly trouble: string | null;
}

/** Where free times come from: what starts in a window of ms, and the last moment that may be booked at all. */
export interface TimesSource {
  readonly ask: (from: number, to: number) => Promise<Answer<SlotList>>;
  readonly horizon: () => number;
}

/**
 * Free times from now on, as far as the first is found, and at least until `least`, in ms. Once the device's clock is known
 * to be wrong it is asked again.
 */
export async function gatherFromNow(source: TimesSource, least = 0): Promise<Free> {
  const enough = ({ slots, until }: Free) => slots.length > 0 && until >= least;
  const askedBy = clockAhead();
  const found = await gather(source, nothingKnown(), enough);
  return clockAhead() === askedBy ? found : gather(source, nothingKnown(), enough);
}

/** Nothing known yet, from the minute that is running. */
export function nothingKnown(): Free {
  return { slots: [], until: Math.floor(serverNow() / MINUTE_MILLIS) * MINUTE_MILLIS, trouble: null };
}

/** Window after window beyond what is known, until it is enough or the horizon is reached. */
export async function gather(source: TimesSource, known: Free, enough: (next: Free) => boolean): Promise<Free> {
  let next = known;
  while (next.until < source.horizon()) {
    const days = next.slots.length === 0 && next === known ? FIRST_DAYS : LATER_DAYS;
    const until = next.until + days * DAY_MILLIS;
    const answer = await source.ask(next.until, until);
    if (answer.type === 'refused') return { ...next, trouble: answer.why };
    learnClock(answer.at);
    const { slots } = next;
    const fresh = answer.value.slots.filter((slot) => !slots.some((old) => old.start === slot.start));
    next = { slots: [...slots, ...fresh], until, trouble: null };
    if (enough(next)) break;
  }
  return next;
}
