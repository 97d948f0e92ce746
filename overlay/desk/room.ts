import { type ReadonlySignal, signal } from '@preact/signals';

/** How much room the desk has. `phone`: one pane at a time, also in a narrow dock; `dock`: two panes; `wide`: all three. */
export type Room = 'phone' | 'dock' | 'wide';

/* As in desk.css: CSS has no names for widths. */
const PHONE = matchMedia('(max-width: 719px)');
const WIDE = matchMedia('(min-width: 1080px)');

const measured = signal(measure());
export const room: ReadonlySignal<Room> = measured;

for (const query of [PHONE, WIDE]) {
  query.addEventListener('change', () => {
    measured.value = measure();
  });
}

function measure(): Room {
  return PHONE.matches ? 'phone' : WIDE.matches ? 'wide' : 'dock';
}
