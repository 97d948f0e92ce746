import { useEffect, useRef } from 'preact/hooks';

const EVERY_MILLIS = 60_000;
/** A return to the page is told twice, by its window and by its document. */
const TWICE_MILLIS = 2000;

/** For what others change: asks again when somebody comes back to the page, and each minute while it is in sight. */
export function useFresh(ask: () => void): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let asked = performance.now();
    const look = () => {
      if (document.visibilityState !== 'visible' || performance.now() - asked < TWICE_MILLIS) return;
      asked = performance.now();
      latest.current();
    };
    const timer = setInterval(look, EVERY_MILLIS);
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
    };
  }, []);
}
