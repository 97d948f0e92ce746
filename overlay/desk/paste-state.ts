import { signal } from '@preact/signals';
import type { Language } from '../../shared/local-text.ts';

interface PastedFrom {
  readonly name: string;
  readonly text: string;
  /** What its writer reads, where that is known; else the moderator's own is proposed. */
  readonly language?: Language;
  /** Its number in the journal. */
  readonly comment?: number;
}

export const FROM_ELSEWHERE: PastedFrom = { name: '', text: '' };

/** Whether the panel for a pasted message is open. */
export const pasting = signal(false);
/** What it begins with: a comment of the chat that becomes a request. Empty for a message from elsewhere. */
export const pastedFrom = signal<PastedFrom>(FROM_ELSEWHERE);
