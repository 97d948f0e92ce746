import { effect } from '@preact/signals';
import { login } from '../parts/login.ts';
import { forgetBulkWords } from './bulk-words.ts';
import { forgetDeclines } from './declining.ts';
import { closeMarked } from './flood-marked.ts';
import { forgetNotes } from './noting.ts';
import { forgetOfferWords } from './offer-words.ts';
import { rollbacks } from './rollbacks.ts';

/** What one person has typed or was told in this page is nothing for whoever signs in here next. */
export function forgetWhoLeaves(): void {
  effect(() => {
    if (login.value.type !== 'out') return;
    forgetNotes();
    forgetOfferWords();
    forgetBulkWords();
    forgetDeclines();
    rollbacks.value = new Map();
    closeMarked();
  });
}
