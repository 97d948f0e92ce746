import { useEffect, useState } from 'preact/hooks';
import type { EpochMillis } from '../../../shared/time.ts';

/** What a timer of a browser can count; a later waking is reached in several. */
const LONGEST_SLEEP_MILLIS = 2_147_000_000;

/** One of the list, the next every few seconds. With one or none there is no timer, so a quiet stage stays quiet. */
export function useTurn<T>(list: ReadonlyArray<T>, seconds: number): { one: T | undefined; turn: number } {
  const [turn, setTurn] = useState(0);
  const many = list.length > 1;
  useEffect(() => {
    if (!many) return;
    const timer = setInterval(() => setTurn((before) => before + 1), seconds * 1000);
    return () => clearInterval(timer);
  }, [many, seconds]);
  return { one: list[turn % Math.max(1, list.length)], turn };
}

/** Draws the component anew at `at`, by the clock of `now`; null sleeps for ever. */
export function useWaking(now: () => EpochMillis, at: EpochMillis | null): void {
  const [, wake] = useState(0);
  useEffect(() => {
    if (at === null) return;
    const sleep = Math.min(LONGEST_SLEEP_MILLIS, Math.max(0, at - now()));
    // A timer may come a millisecond early, and the limit itself still holds.
    const timer = setTimeout(() => wake((times) => times + 1), sleep + 1);
    return () => clearTimeout(timer);
  });
}
