import { computed, signal } from '@preact/signals';
import type { DeskRow } from '../../shared/desk-view.ts';
import { rightsOfSteps } from '../../shared/macro-steps.ts';
import type { Macro, MacroOutcome } from '../../shared/macros.ts';
import { ask, type Refused, refusedAs } from '../parts/ask.ts';
import { noteActed } from './after-act.ts';
import { choice, heardOneHeld } from './held.ts';
import { macros } from './kept-macros.ts';
import { marked } from './marks.ts';
import { dismiss } from './rollbacks.ts';
import { can, fresh, selectedRow } from './state.ts';
import { sayTeam } from './team-words.ts';

/** Those of which this person may do every step. */
export const usableMacros = computed(() =>
  macros.value.filter(({ steps }) => rightsOfSteps(steps.map(({ type }) => type)).every(can)),
);

/** What came of the last macro, until it is read or another request gets one. */
export interface MacroToldOf {
  readonly request: string;
  readonly name: string;
  readonly outcome: MacroOutcome | null;
  /** When it did not begin at all. */
  readonly refused: Refused | null;
  /** Who stood in the way then; null where nobody did, or it is not known yet. */
  readonly holder: string | null;
}
export const macroTold = signal<MacroToldOf | null>(null);

/** Its steps in words. */
export function macroSteps({ steps }: Pick<Macro, 'steps'>): string {
  return steps.map(({ type }) => sayTeam(`macros.step.${type}`)).join(' → ');
}

export function macroKeyName(key: number): string {
  return `Alt+${key}`;
}

/** Performs the macro of a key on the chosen request, whose thread may still be on its way; false when there is none to perform. */
export function pressMacro(key: number): boolean {
  const macro = usableMacros.value.find((one) => one.key === key);
  const request = selectedRow.value;
  // Whoever has marked others does not mean the one that is open.
  if (!macro || !request || marked.value.length > 0) return false;
  void performMacro(macro, request);
  return true;
}

/** A second press of the key before the first was answered is none. */
let performing = false;

/** All steps in one call; what was done is seen at the request itself, what was not is said with the reason. */
export async function performMacro({ id, name }: Macro, { id: request }: Pick<DeskRow, 'id'>): Promise<void> {
  if (performing) return;
  performing = true;
  dismiss(request);
  noteActed(request);
  macroTold.value = null;
  const path = `/requests/${encodeURIComponent(request)}/macro${choice.value.undo ? '?undo=1' : ''}`;
  const answer = fresh.value ? await ask<MacroOutcome>('POST', path, { macro: id }) : refusedAs('offline');
  performing = false;
  const outcome = answer.type === 'done' ? answer.value : null;
  if (outcome?.held) heardOneHeld(outcome.held);
  macroTold.value = { request, name, outcome, refused: answer.type === 'refused' ? answer : null, holder: null };
}
