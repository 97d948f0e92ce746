/**
 * Runs `work` soon after it was asked for, however often it is asked: at once the first time, then at most every
 * `everyMs`. Work that is under way is never run beside itself. `stop` forgets what is waiting.
 */
export function coalesce(everyMs: number, work: () => Promise<void> | void, onFault: (error: unknown) => void) {
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  let wanted = false;
  let lastAt = Number.NEGATIVE_INFINITY;
  let stopped = false;

  async function run(): Promise<void> {
    timer = null;
    running = true;
    wanted = false;
    lastAt = performance.now();
    try {
      await work();
    } catch (error) {
      onFault(error);
    }
    running = false;
    if (wanted) ask();
  }

  function ask(): void {
    wanted = true;
    if (running || timer || stopped) return;
    const wait = Math.max(0, lastAt + everyMs - performance.now());
    timer = setTimeout(() => void run(), wait);
  }

  return {
    ask,
    stop(): void {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
