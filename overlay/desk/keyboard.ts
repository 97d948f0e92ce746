import { signal } from '@preact/signals';
import { act } from './act.ts';
import { blocking, blocksShown } from './blocking.ts';
import { closeFreeTimes, freeTimes, openFreeTimes } from './free-times.ts';
import { actOfKey, type KeyAct, rightOfKey } from './keys.ts';
import { reveal } from './list-window.ts';
import { pasting } from './paste-state.ts';
import { FILTERS, isClaimed, isOpen, step } from './queue.ts';
import { stageControl } from './stage-strip.tsx';
import {
  can,
  chooseFilter,
  details,
  filter,
  keysShown,
  listed,
  me,
  now,
  open,
  selectedId,
  selectedRow,
} from './state.ts';

type SelectedAct = 'claim' | 'accept' | 'decline' | 'offer' | 'block';
const ON_SELECTED: ReadonlyArray<KeyAct> = ['claim', 'accept', 'decline', 'offer', 'block'];

/** Id of the request whose decline is being asked about; null while none is. */
export const declining = signal<string | null>(null);

/** Hears the whole page's keys; returns how to stop. */
export function listenToKeys(): () => void {
  const hear = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const inField =
      target?.closest('input:not([type=radio]), textarea, select, [contenteditable]') !== null && target !== null;
    const found = actOfKey(event, inField);
    if (!found) return;
    // The panel is a dialog: it has its own keys, and Escape closes it by itself.
    if (pasting.value || blocksShown.value) return;
    event.preventDefault();
    if (keysShown.value && found !== 'help' && found !== 'leave') return;
    perform(found);
  };
  addEventListener('keydown', hear);
  return () => removeEventListener('keydown', hear);
}

const PERFORM: Readonly<Record<Exclude<KeyAct, SelectedAct>, () => void>> = {
  next: () => move(1),
  previous: () => move(-1),
  paste: () => {
    pasting.value = true;
  },
  search: () => focus('#desk-search'),
  reply: () => focus('#desk-reply'),
  filter: () => chooseFilter(FILTERS[(FILTERS.indexOf(filter.value) + 1) % FILTERS.length] ?? 'open'),
  pause: () => stageControl.press('pause'),
  skip: () => stageControl.press('skip'),
  replay: () => stageControl.press('replay'),
  clear: () => stageControl.press('clear'),
  mute: () => stageControl.press('mute'),
  help: () => {
    keysShown.value = !keysShown.value;
  },
  leave,
};

function perform(found: KeyAct): void {
  const right = rightOfKey(found);
  if (right !== null && !can(right)) return;
  if (isOnSelected(found)) onSelected(found);
  else PERFORM[found]();
}

function isOnSelected(found: KeyAct): found is SelectedAct {
  return ON_SELECTED.includes(found);
}

/** Acts on the chosen request, where its state allows them; a key that means nothing there does nothing. */
function onSelected(found: SelectedAct): void {
  const request = selectedRow.value;
  if (!request) return;
  if (found === 'claim' && isOpen(request)) {
    const mine = isClaimed(request, now.value, me.value);
    void act(request.id, { type: mine ? 'release' : 'claim' });
  }
  if (found === 'accept' && isOpen(request) && request.start) void act(request.id, { type: 'accept' });
  if (found === 'decline' && (isOpen(request) || request.state === 'booked')) declining.value = request.id;
  if (found === 'offer' && isOpen(request)) void openFreeTimes(request);
  if (found === 'block' && request.block === null) blocking.value = request.id;
}

function move(by: 1 | -1): void {
  const ids = listed.value.map((request) => request.id);
  const next = step(ids, selectedId.value, by);
  if (!next) return;
  declining.value = null;
  blocking.value = null;
  open(next, { replace: selectedId.value !== null });
  reveal(ids.indexOf(next));
}

/** Leaves one thing at a time: the help, a question, a panel, a field, the details, the request. */
function leave(): void {
  if (keysShown.value) keysShown.value = false;
  else if (declining.value) declining.value = null;
  else if (blocking.value) blocking.value = null;
  else if (freeTimes.value.type !== 'closed') closeFreeTimes();
  else if (document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea, select'))
    document.activeElement.blur();
  else if (details.value) open(selectedId.value);
  else if (selectedId.value !== null) open(null);
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
