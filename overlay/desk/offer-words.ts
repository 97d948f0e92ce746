import { signal } from '@preact/signals';
import { withWords } from './words-by-request.ts';

const written = signal<ReadonlyMap<string, string>>(new Map());

/** What is to be said with the times that are offered to a request; there again when the offer is undone or refused. */
export function offerWords(request: string): string {
  return written.value.get(request) ?? '';
}

export function writeOfferWords(request: string, text: string): void {
  written.value = withWords(written.value, request, text);
}

/** The words of an offer that did not leave, unless new ones stand there. */
export function putBackOfferWords(request: string, text: string): void {
  if (offerWords(request) === '') writeOfferWords(request, text);
}

export function forgetOfferWords(): void {
  written.value = new Map();
}
