/** Calls out once when nothing was heard for a while. */
export interface Watchdog {
  /** A sign of life: the wait begins anew. */
  heard(): void;
  stop(): void;
}

/** Starts to listen now; `onQuiet` comes at most once, `quietMillis` after the last sign of life. */
export function watchdog(quietMillis: number, onQuiet: () => void): Watchdog {
  let over = false;
  const timer = setTimeout(() => {
    over = true;
    onQuiet();
  }, quietMillis);
  return {
    heard() {
      // A timer that has fired or was cleared would start again by a refresh.
      if (!over) timer.refresh();
    },
    stop() {
      over = true;
      clearTimeout(timer);
    },
  };
}
