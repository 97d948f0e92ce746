import { useEffect, useRef } from 'preact/hooks';

/** A return to the page is told twice, by its window and by its document. */
const TWICE_MILLIS = 2000;

/** For what others change: asks again when somebody comes back to the page, and every so often while it is in sight. */
export function useFresh(ask: () => void, everyMillis = 60_000): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let asked = performance.now();
    const look = () => {
      if (document.visibilityState !== 'visible' || performance.now() - asked < TWICE_MILLIS) return;
      asked = performance.now();
      latest.current();
    };
    const timer = setInterval(look, everyMillis);
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
    };
  }, [everyMillis]);
}
