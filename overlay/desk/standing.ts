import { effect } from '@preact/signals';
import type { DeskRow } from '../../shared/desk-view.ts';
import { isClaimed } from './filters.ts';
import { held, takingTime } from './held.ts';
import { macroTold } from './macros.ts';
import { HELD_UP, type Holder, type Rollback, rollbacks, stillTrue } from './rollbacks.ts';
import { fresh, me, now, requests, selectedRow } from './state.ts';

/** Who stands in the way of an act that was refused so, as far as this page knows by now. */
function holderNow(id: string, why: string): Holder | null {
  if (why === 'answer-on-its-way') {
    return held.value.find(({ request, by }) => request === id && by.id !== me.value)?.by ?? null;
  }
  const row =
    requests.value.find((each) => each.id === id) ?? (selectedRow.value?.id === id ? selectedRow.value : null);
  if (!row) return null;
  return why === 'slot-on-its-way' ? (takingTime(row)?.by ?? null) : claimer(row);
}

function claimer(row: DeskRow): Holder | null {
  if (!row.claim || !isClaimed(row, now.value) || row.claim.by === me.value) return null;
  return { id: row.claim.by, name: row.claim.name };
}

/** Takes away refusals that are true no more, for as long as the page is there. */
export function followRefusals(): void {
  effect(() => {
    const all = rollbacks.value;
    if (all.size === 0) return;
    const kept = new Map<string, Rollback>();
    for (const [id, back] of all) {
      const still = stillTrue(back, { fresh: fresh.value, holder: holderNow(id, back.refused.why) });
      if (still) kept.set(id, still);
    }
    if (kept.size < all.size || [...kept].some(([id, back]) => all.get(id) !== back)) rollbacks.value = kept;
  });
  // Whoever has it by the time that it is read need not be who stopped the macro.
  effect(() => {
    const told = macroTold.value;
    const why = told?.outcome?.refused?.why;
    if (!told || !why || told.holder !== null || !HELD_UP.includes(why)) return;
    const holder = holderNow(told.request, why);
    if (holder) macroTold.value = { ...told, holder: holder.name };
  });
}
