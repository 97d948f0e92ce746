import { signal } from '@preact/signals';

/** Where the viewer is on the way to a booking. Each step is an entry of the browser's history, so Back goes one back. */
export type Step = 'service' | 'time' | 'details';

export const step = signal<Step>('service');

export function goTo(next: Step): void {
  if (next === step.value) return;
  history.pushState({ step: next }, '');
  show(next);
}

/** Follows the browser's Back and Forward, from the step that the page begins at. */
export function followHistory(begin: Step): void {
  history.replaceState({ step: begin }, '');
  step.value = begin;
  addEventListener('popstate', (event) => show(stepOf(event.state)));
}

/** The step that an entry of the history stands for; one of nobody's is the first. */
export function stepOf(state: unknown): Step {
  const named = typeof state === 'object' && state !== null && 'step' in state ? state.step : null;
  return named === 'time' || named === 'details' ? named : 'service';
}

function show(next: Step): void {
  step.value = next;
  scrollTo(0, 0);
}
