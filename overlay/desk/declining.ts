import { signal } from '@preact/signals';
import { withWords } from './words-by-request.ts';

/** Id of the request whose decline is being asked about; null while none is. */
export const declining = signal<string | null>(null);

const written = signal<ReadonlyMap<string, string>>(new Map());

/** What is to be said with the decline of a request; there again when the decline is undone or refused. */
export function declineWords(request: string): string {
  return written.value.get(request) ?? '';
}

export function writeDecline(request: string, text: string): void {
  written.value = withWords(written.value, request, text);
}

/** Closes the question, and forgets the words with it. */
export function forgetDeclines(): void {
  declining.value = null;
  written.value = new Map();
}
