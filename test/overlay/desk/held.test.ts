import { expect, test } from 'vitest';
import { heldByOther } from '../../../overlay/desk/held.ts';
import type { HeldAct } from '../../../shared/desk-team.ts';
import { HELD_TYPES, type HeldType } from '../../../shared/undo.ts';

const act = (type: HeldType, more: Partial<HeldAct> = {}): HeldAct => ({
  ...{ id: `${type}-1`, request: 'r1', name: 'Vera', type, text: '', starts: [], into: null },
  ...{ by: { id: 'ann', name: 'Ann' }, until: '2026-11-26T12:00:10.000Z', together: null },
  ...more,
});

test('[DP211] what another has just done is said as what it is, and not at whoever did it', () => {
  for (const type of HELD_TYPES) expect(heldByOther([act(type)], 'r1', 'ben')).toEqual({ act: act(type), as: type });
  expect(heldByOther([act('reply')], 'r1', 'ann')).toBeNull();
  expect(heldByOther([act('reply')], 'r2', 'ben')).toBeNull();
});

test('[DP211] a merge is said at the one that ends and at the one that goes on, where an own act of another goes first', () => {
  const merge = act('merge', { into: 'r2' });
  expect(heldByOther([merge], 'r1', 'ben')).toEqual({ act: merge, as: 'merge' });
  expect(heldByOther([merge], 'r2', 'ben')).toEqual({ act: merge, as: 'into' });
  const reply = act('reply', { request: 'r2' });
  expect(heldByOther([merge, reply], 'r2', 'ben')).toEqual({ act: reply, as: 'reply' });
});
