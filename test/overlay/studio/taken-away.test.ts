import { expect, test } from 'vitest';
import { neighbourOf } from '../../../overlay/studio/model/taken-away.ts';

test('[SU290] the next of a list comes after one that goes, at the end the one before, and nobody after the only one', () => {
  expect(['a', 'b', 'c'].map((gone) => neighbourOf(['a', 'b', 'c'], gone))).toEqual(['b', 'c', 'b']);
  expect(neighbourOf(['a'], 'a')).toBe(null);
});
