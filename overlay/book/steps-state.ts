import { signal } from '@preact/signals';

/** Where the viewer is on the way to a booking. Each step is an entry of the browser's history, so Back goes one back. */
export type Step = 'service' | 'time' | 'details';

export const step = signal<Step>('service');

export function goTo(next: Step): void {
  if (next === step.value) return;
  history.pushState({ step: next }, '');
  show(next);
}

/** Follows the browser's Back and Forward. A reload begins at the first step: what was typed is gone by then. */
export function followHistory(): void {
  history.replaceState({ step: 'service' }, '');
  addEventListener('popstate', (event) => {
    const state: unknown = event.state;
    const named = typeof state === 'object' && state !== null && 'step' in state ? state.step : null;
    show(named === 'time' || named === 'details' ? named : 'service');
  });
}

function show(next: Step): void {
  step.value = next;
  scrollTo(0, 0);
}
