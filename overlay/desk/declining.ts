import { signal } from '@preact/signals';

/** Id of the request whose decline is being asked about; null while none is. */
export const declining = signal<string | null>(null);

const written = signal<ReadonlyMap<string, string>>(new Map());

/** What is to be said with the decline of a request; there again when the decline is undone or refused. */
export function declineWords(request: string): string {
  return written.value.get(request) ?? '';
}

export function writeDecline(request: string, text: string): void {
  written.value = new Map(written.value).set(request, text);
}
