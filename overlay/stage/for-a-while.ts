import { type ReadonlySignal, signal } from '@preact/signals';

/** A widget by id, null for none, that something is drawn for until its time is over; another one takes its place. */
export function forAWhile(millis: number): { widget: ReadonlySignal<string | null>; begin: (widget: string) => void } {
  const widget = signal<string | null>(null);
  let ending: ReturnType<typeof setTimeout> | undefined;
  return {
    widget,
    begin(id) {
      clearTimeout(ending);
      widget.value = id;
      ending = setTimeout(() => {
        widget.value = null;
      }, millis);
    },
  };
}
