import { expect, test, vi } from 'vitest';
import { bulkWords, writeBulkWords } from '../../../overlay/desk/bulk-words.ts';
import { declineWords, declining, writeDecline } from '../../../overlay/desk/declining.ts';
import { forgetWhoLeaves } from '../../../overlay/desk/forget-person.ts';
import { noteText, writeNote } from '../../../overlay/desk/noting.ts';
import { offerWords, writeOfferWords } from '../../../overlay/desk/offer-words.ts';
import { withWords } from '../../../overlay/desk/words-by-request.ts';
import { signOut } from '../../../overlay/parts/login.ts';

test('[DP320] what one person has typed is gone from the page once they have signed out', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
  forgetWhoLeaves();
  writeNote('r1', 'Note');
  writeOfferWords('r1', 'Any of these?');
  writeDecline('r1', 'We are full');
  declining.value = 'r1';
  writeBulkWords('reply', 'Back at eight');
  await signOut();
  vi.unstubAllGlobals();
  expect([noteText('r1'), offerWords('r1'), declineWords('r1'), declining.value]).toEqual(['', '', '', null]);
  expect(bulkWords('reply')).toBe('');
});

test('[DP320] of a field that was emptied nothing is kept', () => {
  const written = withWords(new Map(), 'r1', 'Any of these?');
  expect([...written]).toEqual([['r1', 'Any of these?']]);
  expect([...withWords(written, 'r1', '')]).toEqual([]);
});
