/** Calls out once when nothing was heard for a while. */
export interface Watchdog {
  /** A sign of life: the wait begins anew. */
  heard(): void;
  /** From here on to {@link goOn} silence says nothing. */
  hold(): void;
  /** The wait begins anew. */
  goOn(): void;
  stop(): void;
}

/** Starts to listen now; `onQuiet` comes at most once, `quietMillis` after the last sign of life. */
export function watchdog(quietMillis: number, onQuiet: () => void): Watchdog {
  let over = false;
  let held = false;
  const listen = () =>
    setTimeout(() => {
      over = true;
      onQuiet();
    }, quietMillis);
  let timer = listen();
  return {
    heard() {
      // A timer that has fired would start again by a refresh.
      if (!over && !held) timer.refresh();
    },
    hold() {
      held = true;
      clearTimeout(timer);
    },
    goOn() {
      if (over || !held) return;
      held = false;
      timer = listen();
    },
    stop() {
      over = true;
      clearTimeout(timer);
    },
  };
}
