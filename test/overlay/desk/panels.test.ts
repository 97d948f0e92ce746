import { afterEach, beforeEach, expect, test } from 'vitest';
import { declining } from '../../../overlay/desk/declining.ts';
import { freeTimes } from '../../../overlay/desk/free-times.ts';
import { labelling } from '../../../overlay/desk/labels.ts';
import { closeQuestions, followPanels, leaveQuestion } from '../../../overlay/desk/panels.ts';

let stop = () => {};
beforeEach(() => {
  closeQuestions();
  freeTimes.value = { type: 'closed' };
  stop = followPanels();
});
afterEach(() => stop());

test('[DP332] of one request one panel is open: which is opened closes the other, also one whose times are on their way', () => {
  freeTimes.value = { type: 'loading', request: 'r1' };
  declining.value = 'r1';
  expect(freeTimes.value).toEqual({ type: 'closed' });
  labelling.value = 'r1';
  expect(declining.value).toBeNull();
  freeTimes.value = { type: 'loading', request: 'r1' };
  expect(labelling.value).toBeNull();
  // Of another request nothing is closed that nobody sees.
  declining.value = 'r2';
  expect(freeTimes.value).toEqual({ type: 'loading', request: 'r1' });
  expect(leaveQuestion()).toBe(true);
  expect(declining.value).toBeNull();
  expect(leaveQuestion()).toBe(false);
});
