import type { EpochMillis, Instant } from '../../../shared/time.ts';

/** One reading of both times. */
export interface Times {
  /**
   * Milliseconds that have passed on this page: never goes back, whatever is done to the machine's clock, and goes on
   * while the machine sleeps. For how long something has been on.
   */
  readonly tick: number;
  /** For how old something is that the server dated. */
  readonly server: EpochMillis;
}

export interface ShowClock {
  read(): Times;
  /** Takes the server's word for what time it is. */
  hear(serverTime: Instant): void;
  /** False until the server has told the time: until then ages are guesses. */
  isTold(): boolean;
}

/**
 * The browser's own counter stands still while some machines sleep, and their wall clock may be set at any time. So what
 * has passed between two readings is the longer of both: after a sleep things are as old as they are, and a wall clock
 * that is set back makes nothing young again. One that is set forward makes things old too early, until the next view.
 */
export function showClock(counter: () => number = () => performance.now(), wall: () => number = Date.now): ShowClock {
  let last = { counter: counter(), wall: wall() };
  let tick = 0;
  let serverAtZero = last.wall;
  let told = false;
  function read(): Times {
    const now = { counter: counter(), wall: wall() };
    tick += Math.max(0, now.counter - last.counter, now.wall - last.wall);
    last = now;
    return { tick, server: serverAtZero + tick };
  }
  return {
    read,
    hear(serverTime) {
      serverAtZero = Date.parse(serverTime) - read().tick;
      told = true;
    },
    isTold: () => told,
  };
}
