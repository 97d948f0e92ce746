import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** At which ends of a bar more of it can be scrolled to, as words: `start`, `end`, both or none. */
export function useMoreAside(bar: RefObject<HTMLElement | null>): string {
  const [more, setMore] = useState('');
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      // Positions are parts of a pixel on a zoomed page.
      const ends = [scrollLeft > 1 && 'start', scrollLeft + clientWidth < scrollWidth - 1 && 'end'];
      setMore(ends.filter(Boolean).join(' '));
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    // Another language makes what is in it longer, and not the bar.
    for (const child of element.children) watch.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [bar]);
  return more;
}
