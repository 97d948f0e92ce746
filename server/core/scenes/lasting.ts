import type { EpochMillis } from '../../../shared/time.ts';
import type { DirectorState } from './director-state.ts';
import { type StateHolds, settled } from './hold.ts';

/* Holds that last as long as the state of their rule. */

/** Of the rules as they stand: one that was switched off, deleted or changed to hold for a time holds nothing by its state. */
export function stateHoldsIn({ memory }: DirectorState): StateHolds {
  return ({ rule: id, scene }) => {
    const rule = memory.index.byId.get(id)?.rule;
    if (!rule?.enabled || !memory.truth.has(id)) return false;
    return rule.actions.some((one) => one.type === 'show-scene' && one.scene === scene && one.hold?.whileTrue === true);
  };
}

/** Whatever has ended the state of a hold, or of one beneath it: how things stand, an edit, or its rule's switch. */
export function withHoldSettled(state: DirectorState, now: EpochMillis): DirectorState {
  const { hold } = state;
  if (!hold) return state;
  const after = settled(hold, stateHoldsIn(state), now);
  return after === hold ? state : { ...state, hold: after };
}
