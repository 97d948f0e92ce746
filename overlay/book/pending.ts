import { computed, signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

const shown = signal(0);

/**
 * Whether a skeleton is on the page. What stands below one is left out until its content is there: it would be pushed
 * away under the thumb that is about to meet it.
 */
export const pending = computed(() => shown.value > 0);

/** Counts the skeleton that calls it for as long as it is shown. */
export function usePending(): void {
  useLayoutEffect(() => {
    shown.value += 1;
    return () => {
      shown.value -= 1;
    };
  }, []);
}
