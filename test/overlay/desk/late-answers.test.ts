import { expect, test, vi } from 'vitest';
import { blocks, readBlocks } from '../../../overlay/desk/blocking.ts';
import { choice, choose, heardChoice, heardHeld, heardOneHeld, held } from '../../../overlay/desk/held.ts';
import { labelAnew, labels } from '../../../overlay/desk/labels.ts';
import { withAnswer } from '../../../overlay/desk/list.ts';
import { stillMarked } from '../../../overlay/desk/marks.ts';
import { followSearch, found, search } from '../../../overlay/desk/search-state.ts';
import type { HeldAct } from '../../../shared/desk-team.ts';
import { heldFetch } from '../held-fetch.ts';
import { row } from './sample-request.ts';

const REFUSED = { type: 'about:blank', title: 'No', status: 409, detail: '', why: 'unavailable' };

test('[DP323] of two lists of the blocked the one that was asked for later stays', async () => {
  const asked = heldFetch();
  const both = [readBlocks(), readBlocks()];
  asked[1]?.answer([]);
  await both[1];
  asked[0]?.answer([{ id: 'lifted meanwhile' }]);
  await both[0];
  expect(blocks.value).toEqual([]);
});

test('[DP323] of two searches for the same words the later stays', async () => {
  const asked = heldFetch();
  const stop = followSearch();
  search.value = 'vera';
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  search.value = 'vera ';
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.answer({ ids: ['r1', 'r2'] });
  await vi.waitFor(() => expect(found.value?.size).toBe(2));
  asked[0]?.answer({ ids: ['r1'] });
  search.value = ' vera';
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(found.value?.size).toBe(2);
  search.value = '';
  stop();
});

test('[DP323] a choice that is refused goes back to what the server told last, and not over a later choice', async () => {
  const asked = heldFetch();
  heardChoice({ undo: true });
  const both = [choose({ undo: false }), choose({ undo: true })];
  asked[0]?.answer(REFUSED, 409);
  await both[0];
  expect(choice.value).toEqual({ undo: true });
  asked[1]?.answer(REFUSED, 409);
  await both[1];
  expect(choice.value).toEqual({ undo: true });
  const third = choose({ undo: false });
  heardChoice({ undo: false });
  asked[2]?.answer(REFUSED, 409);
  await third;
  expect(choice.value).toEqual({ undo: false });
});

test('[DP323] an act whose answer comes when it has left or was undone is not held again', () => {
  const act: HeldAct = {
    ...{ id: 'h1', request: 'r1', name: 'Vera', type: 'reply', text: 'Yes', starts: [], into: null },
    ...{ by: { id: 'ben', name: 'Ben' }, until: '2026-11-22T12:00:10.000Z', together: null },
  };
  heardOneHeld(act);
  expect(held.value).toEqual([act]);
  heardHeld([act]);
  heardHeld([]);
  heardOneHeld(act);
  expect(held.value).toEqual([]);
});

test('[DP323] a new label is as the server has told it since, be it under another name or gone', async () => {
  const asked = heldFetch();
  const request = { id: 'r1', labels: { request: [], person: [] } };
  const making = labelAnew(request, 'VIP', 'plain', 'request');
  const renamed = { id: 'l1', name: 'Regular', colour: 'plain' } as const;
  labels.value = [renamed];
  asked[0]?.answer({ ...renamed, name: 'VIP' });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(labels.value).toEqual([renamed]);
  asked[1]?.answer(REFUSED, 409);
  await making;
});

test('[DP323] an answer to an act is shown ahead of what is told of it, and not over what was', () => {
  const before = row({ id: 'r1', updatedAt: '2026-11-22T12:00:00.000Z' });
  const list = { version: 1, rows: new Map([['r1', { ...before, labels: ['a', 'b'] }]]) };
  const labelled = withAnswer(list, { ...before, labels: ['a'] });
  expect(labelled.rows.get('r1')?.labels).toEqual(['a', 'b']);
  const declined = withAnswer(list, { ...before, state: 'declined', updatedAt: '2026-11-22T12:00:01.000Z' });
  expect(declined.rows.get('r1')?.state).toBe('declined');
});

test('[DP323] what was marked or left while an act for many was on its way stays so', () => {
  const results = [
    { id: 'a', result: 'done', why: null },
    { id: 'b', result: 'refused', why: 'claimed-by-other' },
    { id: 'c', result: 'refused', why: 'claimed-by-other' },
  ] as const;
  expect([...stillMarked(new Set(['a', 'b', 'new']), [...results])]).toEqual(['b', 'new']);
});
