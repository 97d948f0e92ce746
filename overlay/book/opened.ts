import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * For what opens in the place of a button that is gone with it: it takes the focus, which would else fall to the body,
 * and with it keyboard and screen reader to the top of the page, and comes into sight. The element needs a `tabIndex` of -1.
 */
export function useOpened<E extends HTMLElement>(block: 'nearest' | 'start' = 'nearest'): RefObject<E | null> {
  const opened = useRef<E>(null);
  useEffect(() => {
    opened.current?.focus({ preventScroll: true });
    // No further than it has to: what stands in sight already stays where it is.
    opened.current?.scrollIntoView({ block });
  }, []);
  return opened;
}
