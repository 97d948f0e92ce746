import { signal } from '@preact/signals';

/** Whether the panel for a pasted message is open. */
export const pasting = signal(false);
/** What it begins with: a comment of the chat that becomes a request. Empty for a message from elsewhere. */
export const pastedFrom = signal({ name: '', text: '' });
