import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Keeps in `--head` how many pixels of the window the bars take that stay in sight, for what has to stand below them. On a
 * phone these are only the strip's block: its parent has no box there.
 */
export function useHeadHeight(top: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const bars = [top.current, top.current?.querySelector('.strip-block')].filter((bar) => bar instanceof HTMLElement);
    const measure = () => {
      const height = Math.max(0, ...bars.map((bar) => bar.offsetHeight));
      document.documentElement.style.setProperty('--head', `${height}px`);
    };
    const watch = new ResizeObserver(measure);
    for (const bar of bars) watch.observe(bar);
    return () => watch.disconnect();
  }, [top]);
}
