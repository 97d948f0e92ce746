/** A second item within this time of the first is joined to it: one frame for many costs a fraction of a frame each. */
const JOIN_MS = 4;
/** A joined frame is sent at this many at the latest, so that no frame grows past what a page applies in one go. */
const MOST = 500;

/**
 * Joins what is sent in quick succession. A single item of a quiet minute goes out at once; in a storm, items of a few
 * milliseconds share a frame, and of items with the same key only the newest is sent.
 */
export function joined<T>(keyOf: (item: T) => string, send: (items: T[]) => void) {
  const waiting = new Map<string, T>();
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    timer = null;
    if (waiting.size === 0) return;
    const items = [...waiting.values()];
    waiting.clear();
    send(items);
    // What comes within the next milliseconds waits for them to pass.
    timer = setTimeout(flush, JOIN_MS);
  }

  return {
    add(items: ReadonlyArray<T>): void {
      for (const item of items) {
        const key = keyOf(item);
        waiting.delete(key);
        waiting.set(key, item);
      }
      if (waiting.size >= MOST && timer) {
        clearTimeout(timer);
        timer = null;
      }
      if (!timer) flush();
    },
    stop(): void {
      if (timer) clearTimeout(timer);
    },
  };
}
