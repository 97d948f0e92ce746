import { beforeEach, expect, test } from 'vitest';
import {
  bulkWords,
  bulkWordsGone,
  forgetBulkWords,
  putBackBulkWords,
  writeBulkWords,
} from '../../../overlay/desk/bulk-words.ts';

beforeEach(forgetBulkWords);

test('[DP322] own words for many come back when they are undone, each to its own kind of act', () => {
  writeBulkWords('reply', ' Back at eight. ');
  expect(bulkWords('decline')).toBe('');
  bulkWordsGone('reply');
  expect(bulkWords('reply')).toBe('');
  putBackBulkWords('decline', 'Back at eight.');
  putBackBulkWords('reply', 'Back at eight.');
  expect([bulkWords('reply'), bulkWords('decline')]).toEqual(['Back at eight.', '']);
});

test('[DP322] they take the place of no new words, and a prepared reply does not come back as typed', () => {
  writeBulkWords('reply', 'Old');
  bulkWordsGone('reply');
  writeBulkWords('reply', 'New');
  putBackBulkWords('reply', 'Old');
  expect(bulkWords('reply')).toBe('New');
  bulkWordsGone('reply');
  putBackBulkWords('reply', 'Hello Ann, a prepared one');
  expect(bulkWords('reply')).toBe('');
});
