import { expect, test } from 'vitest';
import type { Free, TimesSource } from '../../../overlay/book/free-times.ts';
import type { Loaded } from '../../../overlay/book/loaded.ts';
import { timesList } from '../../../overlay/book/times-list.ts';
import type { Answer } from '../../../overlay/parts/ask.ts';
import type { SlotList } from '../../../shared/public-page.ts';

const DAY = 86_400_000;

/** A server with one free time a day at the given days from now; the list reads what `free` holds as it is asked. */
function given(free: { days: number[]; away?: boolean }) {
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  const at = (day: number) => new Date(now + day * DAY + 3_600_000).toISOString();
  const windows: number[] = [];
  let kept: Loaded<Free> | undefined;
  const source: TimesSource = {
    horizon: () => now + 120 * DAY,
    ask: async (from, to) => {
      windows.push(Math.round((from - now) / DAY));
      if (free.away) return { type: 'refused', why: 'offline', detail: '', issues: [], nearest: [] };
      const starts = free.days.map(at).filter((start) => Date.parse(start) >= from && Date.parse(start) < to);
      return { type: 'done', value: { slots: starts.map((start) => ({ start, end: start, seats: 1 })) } };
    },
  };
  const list = timesList(source, {
    read: () => kept,
    write: (value) => {
      kept = value;
    },
  });
  const shown = () =>
    kept?.type === 'ready'
      ? kept.value.slots.map(({ start }) => Math.floor((Date.parse(start) - now) / DAY))
      : (kept?.type ?? null);
  return { list, windows, shown };
}

test('[VP182] an open list takes in what others gave back and takes out what they took, as far as it was known', async () => {
  const free = { days: [2, 40] };
  const { list, shown } = given(free);
  await list.load(30 * DAY + Date.now());
  expect(shown()).toEqual([2, 40]);
  free.days = [1, 40, 50, 100];
  await list.refresh();
  expect(shown()).toEqual([1, 40, 50]);
});

test('[VP182] what cannot be asked anew stays as it is, and nothing is asked before the first answer', async () => {
  const free = { days: [2], away: false };
  const { list, windows, shown } = given(free);
  await list.refresh();
  expect(windows).toEqual([]);
  await list.load();
  free.away = true;
  await list.refresh();
  expect(shown()).toEqual([2]);
});

test('[VP181] a list is fetched as far as the first time and at least as far as the booked day', async () => {
  const { list, windows, shown } = given({ days: [1, 70] });
  await list.load(Date.now() + 65 * DAY);
  expect(shown()).toEqual([1, 70]);
  expect(windows).toEqual([0, 21]);
});

test('[VP54] two who ask for the same days at once ask the server once', async () => {
  const { list, windows } = given({ days: [1] });
  await list.load();
  await Promise.all([list.until(Date.now() + 60 * DAY), list.until(Date.now() + 60 * DAY)]);
  expect(windows).toEqual([0, 21]);
});

test('[VP195] what was asked for before a list was fetched anew is not written over it', async () => {
  const answers: PromiseWithResolvers<Answer<SlotList>>[] = [];
  const now = Date.now();
  let kept: Loaded<Free> | undefined;
  const source: TimesSource = {
    horizon: () => now + 10 * DAY,
    ask: () => {
      const answer = Promise.withResolvers<Answer<SlotList>>();
      answers.push(answer);
      return answer.promise;
    },
  };
  const list = timesList(source, {
    read: () => kept,
    write: (value) => {
      kept = value;
    },
  });
  const starts = () => (kept?.type === 'ready' ? kept.value.slots.map(({ start }) => start) : kept?.type);
  const answer = (at: number, ...hours: number[]) => {
    const slots = hours.map((hour) => {
      const start = new Date(now + hour * 3_600_000).toISOString();
      return { start, end: start, seats: 1 };
    });
    answers[at]?.resolve({ type: 'done', value: { slots } });
    return slots.map(({ start }) => start);
  };
  const first = list.load();
  answer(0, 1, 2);
  await first;
  const refreshed = list.refresh();
  await expect.poll(() => answers.length).toBe(2);
  // Somebody else got the first of them, which only the newer list knows.
  const anew = list.load();
  answer(1, 1, 2);
  await refreshed;
  expect(starts()).toBe('loading');
  const left = answer(2, 2);
  await anew;
  expect(starts()).toEqual(left);

  const both = [list.load(), list.load()];
  const newest = answer(4, 3);
  await both[1];
  answer(3, 2, 3);
  await both[0];
  expect(starts()).toEqual(newest);
});
