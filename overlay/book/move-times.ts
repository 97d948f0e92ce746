import { signal } from '@preact/signals';
import type { MoveTimes } from '../../shared/public-page.ts';
import { ask } from '../parts/ask.ts';
import { type Free, gather, gatherFromNow, type TimesSource } from './free-times.ts';
import type { Loaded } from './offers-state.ts';

/** The times that the thread's request can move to. What its own booking takes is free in them, buffers and all. */
export const moveTimes = signal<Loaded<Free>>({ type: 'loading' });

/** The last moment that can be booked, as the last answer said; not known before the first. */
let horizon = Number.POSITIVE_INFINITY;

/** Fetches them from now on, as far as the first is found. */
export async function loadMoveTimes(secret: string): Promise<void> {
  moveTimes.value = { type: 'loading' };
  horizon = Number.POSITIVE_INFINITY;
  const found = await gatherFromNow(sourceOf(secret));
  moveTimes.value =
    found.trouble !== null && found.slots.length === 0
      ? { type: 'failed', why: found.trouble }
      : { type: 'ready', value: found };
}

/** Fetches the days after those known, as far as one more time is found. */
export async function loadLaterMoveTimes(secret: string, known: Free): Promise<void> {
  const enough = (next: Free) => next.slots.length > known.slots.length;
  moveTimes.value = { type: 'ready', value: await gather(sourceOf(secret), { ...known, trouble: null }, enough) };
}

export function canLoadLaterMoveTimes(known: Free): boolean {
  return known.until < horizon;
}

function sourceOf(secret: string): TimesSource {
  return {
    horizon: () => horizon,
    ask: async (from, to) => {
      const query = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
      const answer = await ask<MoveTimes>('GET', `/public/threads/${secret}/slots?${query}`);
      if (answer.type === 'done') horizon = Date.parse(answer.value.until);
      return answer;
    },
  };
}
