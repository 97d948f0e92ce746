import { signal } from '@preact/signals';

/*
 * Own words for all that are marked. They outlive the field: an act that was refused, or is undone, has them again.
 */

export type WordsFor = 'decline' | 'reply';
type Words = Readonly<Record<WordsFor, string>>;

const NONE: Words = { decline: '', reply: '' };
const written = signal(NONE);
/** What went last: words that are undone and were never typed (a prepared reply) do not come back as typed ones. */
let gone = NONE;

export function bulkWords(type: WordsFor): string {
  return written.value[type];
}

export function writeBulkWords(type: WordsFor, text: string): void {
  written.value = { ...written.value, [type]: text };
}

export function bulkWordsGone(type: WordsFor): void {
  gone = { ...gone, [type]: bulkWords(type).trim() };
  writeBulkWords(type, '');
}

/** The words of an act for many that did not leave, unless new ones stand there. */
export function putBackBulkWords(type: WordsFor, text: string): void {
  if (text !== '' && text === gone[type] && bulkWords(type) === '') writeBulkWords(type, text);
}

export function forgetBulkWords(): void {
  written.value = NONE;
  gone = NONE;
}
