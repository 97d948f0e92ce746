import { signal } from '@preact/signals';
import type { MoveTimes } from '../../shared/public-page.ts';
import { ask } from '../parts/ask.ts';
import type { Free } from './free-times.ts';
import type { Loaded } from './loaded.ts';
import { type TimesList, timesList } from './times-list.ts';

/** The times that the thread's request can move to. What its own booking takes is free in them, buffers and all. */
export const moveTimes = signal<Loaded<Free>>({ type: 'loading' });

export function moveTimesOf(secret: string): TimesList {
  /** The last moment that can be booked, as the last answer said; not known before the first. */
  let horizon = Number.POSITIVE_INFINITY;
  const source = {
    horizon: () => horizon,
    ask: async (from: number, to: number) => {
      const query = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
      const answer = await ask<MoveTimes>('GET', `/public/threads/${secret}/slots?${query}`);
      if (answer.type === 'done') horizon = Date.parse(answer.value.until);
      return answer;
    },
  };
  const write = (value: Loaded<Free>) => {
    moveTimes.value = value;
  };
  return timesList(source, { read: () => moveTimes.value, write });
}
