import { type ReadonlySignal, signal } from '@preact/signals';

/** Something that is drawn until its time is over, null for nothing; another one takes its place. */
export function forAWhile<T>(millis: number): { shown: ReadonlySignal<T | null>; begin: (one: T) => void } {
  const shown = signal<T | null>(null);
  let ending: ReturnType<typeof setTimeout> | undefined;
  return {
    shown,
    begin(one) {
      clearTimeout(ending);
      shown.value = one;
      ending = setTimeout(() => {
        shown.value = null;
      }, millis);
    },
  };
}
