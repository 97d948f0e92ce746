import { signal } from '@preact/signals';

/** Whether the panel for a pasted message is open. */
export const pasting = signal(false);
