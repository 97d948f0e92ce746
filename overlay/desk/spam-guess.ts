import { computed } from '@preact/signals';
import { markAll } from './marks.ts';
import { isSuspect } from './queue.ts';
import { requests, suspectsOnly } from './state.ts';

/** Of the rows that are known here, those that may be spam. */
export const suspects = computed(() => requests.value.filter(isSuspect));

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
