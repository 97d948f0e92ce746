/** Within this time, items to many pages share a frame. */
const JOIN_MS = 4;
/** To this many pages a frame of its own for each item costs less than the waiting is worth. */
const FEW_PAGES = 8;
/** A joined frame is sent at this many at the latest, so that no frame grows past what a page applies in one go. */
const MOST = 500;

/**
 * Sends what is worth showing now. To a few pages at once, a frame a turn; to many, items that come in quick succession
 * share a frame, and of items with the same key only the newest is sent. A single item of a quiet minute never waits.
 */
export function joined<T>(deps: { keyOf: (item: T) => string; pages: () => number; send: (items: T[]) => void }) {
  const waiting = new Map<string, T>();
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    timer = null;
    if (waiting.size === 0) return;
    const items = [...waiting.values()];
    waiting.clear();
    for (let at = 0; at < items.length; at += MOST) deps.send(items.slice(at, at + MOST));
    // What comes within the next milliseconds waits for them to pass.
    if (deps.pages() > FEW_PAGES) timer = setTimeout(flush, JOIN_MS);
  }

  return {
    add(items: ReadonlyArray<T>): void {
      for (const item of items) {
        const key = deps.keyOf(item);
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
