import { computed } from '@preact/signals';
import { markAll } from './marks.ts';
import { requests, suspectsOnly } from './state.ts';

/** Of the rows that are known here, those that may be spam; one that was just answered here is none any more. */
export const suspects = computed(() =>
  requests.value.filter(({ spamSign, state }) => spamSign !== null && state === 'new'),
);

/**
 * Shows those that may be spam alone and marks them all: one more press marks them as spam. Nothing comes back from
 * spam by itself, so the rules never decide.
 */
export function markSuspects(): void {
  if (suspects.value.length === 0) return;
  suspectsOnly.value = true;
  markAll();
  // The bar is drawn after this.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#bulk-spam')?.focus());
}
