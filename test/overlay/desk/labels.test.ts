import { expect, test } from 'vitest';
import { foundLabels, labels, labelsNamed, nextColour } from '../../../overlay/desk/labels.ts';
import { isLabelGone, isWithin, type lens, lookThrough } from '../../../overlay/desk/lens.ts';
import { LABEL_COLOURS } from '../../../shared/label-colours.ts';
import type { Label } from '../../../shared/labels.ts';
import { row } from './sample-request.ts';

const all: Label[] = [
  { id: 'l1', name: 'Café', colour: 'plain' },
  { id: 'l2', name: 'VIP', colour: 'accent' },
];

test('[DP151] a label is found by a part of its name, and a name that is not there makes a new one', () => {
  expect(foundLabels(all, 'cafe')).toEqual({ found: [all[0]], fresh: 'cafe' });
  expect(foundLabels(all, ' vip ')).toEqual({ found: [all[1]], fresh: null });
  expect(foundLabels(all, '')).toEqual({ found: all, fresh: null });
  expect(foundLabels(all, 'x'.repeat(25)).fresh).toBeNull();
});

test('[DP151] a new one has the colour that fewest have', () => {
  expect(nextColour([])).toBe(LABEL_COLOURS[0]);
  expect(nextColour(all)).toBe('positive');
});

test('[DP152] the row has the labels of the request and of its person, each once, and of those that were taken away none', () => {
  const shown = row({ labels: { request: ['l2', 'gone'], person: ['l2', 'l1'] } });
  expect(shown.labels).toEqual(['gone', 'l1', 'l2']);
  labels.value = all;
  expect(labelsNamed(shown.labels)).toEqual(all);
});

test('[DP153] the list is narrowed to a label and to a language; a label that is gone narrows nothing', () => {
  labels.value = all;
  const [vip, other] = [row({ labels: { request: ['l2'], person: [] } }), row({ language: 'de' })];
  const shown = (wanted: Partial<typeof lens.value>) => {
    lookThrough({ list: 'open', label: null, language: null, search: '', ...wanted });
    return [vip, other].filter(isWithin);
  };
  expect(shown({})).toEqual([vip, other]);
  expect(shown({ label: 'l2' })).toEqual([vip]);
  expect(shown({ label: 'gone' })).toEqual([vip, other]);
  expect(shown({ language: 'de' })).toEqual([other]);
  expect(shown({ label: 'l2', language: 'de' })).toEqual([]);
});

test('[DP212] a view whose label was deleted says so, and not one without a label or with one that there is', () => {
  labels.value = all;
  const goneIn = (label: string | null) => {
    lookThrough({ list: 'open', label, language: null, search: '' });
    return isLabelGone.value;
  };
  expect(['l2', null, 'gone'].map(goneIn)).toEqual([false, false, true]);
  lookThrough({ list: 'open', label: 'l2', language: null, search: '' });
  labels.value = all.filter(({ id }) => id !== 'l2');
  expect(isLabelGone.value).toBe(true);
  lookThrough({ list: 'open', label: null, language: null, search: '' });
});
