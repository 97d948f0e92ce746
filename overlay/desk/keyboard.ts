import type { DeskRow } from '../../shared/desk-view.ts';
import { isClosed } from '../../shared/request-states.ts';
import { act } from './act.ts';
import { followerOf } from './after-act.ts';
import { asking, canBeAsked } from './asking.ts';
import { blocking, blocksShown } from './blocking.ts';
import { isQueueCovered, showConversation, showList, toggleChat } from './chat-place.ts';
import { declining } from './declining.ts';
import { FILTERS, filterOfKey, isClaimed, isSnoozed } from './filters.ts';
import { closeFreeTimes, freeTimes, openFreeTimes } from './free-times.ts';
import { actOfKey, type KeyAct, macroKeyOf, rightOfKey } from './keys.ts';
import { labelling } from './labels.ts';
import { filter } from './lens.ts';
import { reveal } from './list-window.ts';
import { pressMacro } from './macros.ts';
import { pressMarked } from './marked-acts.ts';
import { leaveMarks, markBetween, marked, markedAsk, toggleMark } from './marks.ts';
import { merging } from './merging.ts';
import { takeNote } from './noting.ts';
import { paletteShown } from './palette.ts';
import { closeQuestions, leaveQuestion } from './panels.ts';
import { pasting } from './paste-state.ts';
import { preparedShown } from './prepared.ts';
import { isOpen, step } from './queue.ts';
import { typedForReply, wantReply } from './reply-wanted.ts';
import { resumeScenes } from './scene-strip.tsx';
import { search } from './search-state.ts';
import { snoozing } from './snoozing.ts';
import { markSuspects } from './spam-guess.ts';
import { stageControl } from './stage-strip.tsx';
import {
  can,
  chooseFilter,
  details,
  keysShown,
  listed,
  me,
  now,
  open,
  selectedId,
  selectedRow,
  suspectsOnly,
} from './state.ts';
import { undoLast } from './undo-last.ts';

const ON_SELECTED = [
  'claim',
  'take-over',
  'accept',
  'note',
  'decline',
  'offer',
  'snooze',
  'label',
  'block',
  'on-air',
  'merge',
] as const satisfies ReadonlyArray<KeyAct>;
type SelectedAct = (typeof ON_SELECTED)[number];

/** Hears the whole page's keys; returns how to stop. */
export function listenToKeys(): () => void {
  const hear = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const inField =
      target?.closest('input:not([type=radio]), textarea, select, [contenteditable]') !== null && target !== null;
    if (!inField && typedForReply(event)) return event.preventDefault();
    const digit = inField ? null : macroKeyOf(event);
    const list = inField || digit !== null ? null : filterOfKey(event);
    const found = list ? null : actOfKey(event, inField);
    if (!list && !found && digit === null) return;
    // The panels are dialogs: they have their own keys, and Escape closes them by itself.
    if (pasting.value || blocksShown.value || preparedShown.value) return;
    if (paletteShown.value && found !== 'palette' && found !== 'leave') return;
    if (!found && !list) {
      if (digit !== null && !paletteShown.value && !keysShown.value && pressMacroKey(digit)) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (keysShown.value && found !== 'help' && found !== 'leave') return;
    if (list) chooseFilter(list);
    if (found && isAboutOpen(found) && isQueueCovered()) showConversation();
    else if (found) performKey(found);
  };
  addEventListener('keydown', hear);
  return () => removeEventListener('keydown', hear);
}

/** Whether a key is about what is open or marked: while that is out of sight, its first press shows it and does no more. */
function isAboutOpen(found: KeyAct): boolean {
  return isOnSelected(found) || found === 'reply' || found === 'mark' || found === 'suspects';
}

function pressMacroKey(digit: number): boolean {
  if (!isQueueCovered()) return pressMacro(digit);
  showConversation();
  return true;
}

const PERFORM: Readonly<Record<Exclude<KeyAct, SelectedAct>, () => void>> = {
  next: () => move(1),
  previous: () => move(-1),
  mark: () => {
    if (selectedRow.value) toggleMark(selectedRow.value.id);
  },
  suspects: markSuspects,
  'mark-next': () => markOn(1),
  'mark-previous': () => markOn(-1),
  paste: () => {
    pasting.value = true;
  },
  undo: undoLast,
  palette: () => {
    paletteShown.value = !paletteShown.value;
  },
  search: () => {
    showList();
    void drawn().then(() => focus('#desk-search'));
  },
  reply: () => {
    showConversation();
    if (document.querySelector('#desk-reply')) void drawn().then(() => focus('#desk-reply'));
    else wantReply();
  },
  filter: () => chooseFilter(FILTERS[(FILTERS.indexOf(filter.value) + 1) % FILTERS.length] ?? 'open'),
  'scenes-resume': resumeScenes,
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

/** Does what a key does, for whoever may. */
export function performKey(found: KeyAct): void {
  const right = rightOfKey(found);
  if (right !== null && !can(right)) return;
  if (found === 'reply' && pressMarked(found)) return;
  if (isOnSelected(found)) pressMarked(found) || onSelected(found);
  else PERFORM[found]();
}

function isOnSelected(found: KeyAct): found is SelectedAct {
  return ON_SELECTED.some((each) => each === found);
}

/** Whether a key would do something just now, and whether to the chosen request; while some are marked it is not to that. */
export function isMeaningful(found: KeyAct): 'selected' | 'anywhere' | null {
  if (!isOnSelected(found)) return found === 'reply' && !document.querySelector('#desk-reply') ? null : 'anywhere';
  const request = marked.value.length > 0 ? null : selectedRow.value;
  return request && MEANS[found](request) ? 'selected' : null;
}

const isTaken = (request: DeskRow) => isClaimed(request, now.value) && !isClaimed(request, now.value, me.value);
const MEANS: Readonly<Record<SelectedAct, (request: DeskRow) => boolean>> = {
  claim: isOpen,
  'take-over': isTaken,
  accept: (request) => isOpen(request) && request.start !== null,
  note: () => true,
  decline: (request) => isOpen(request) || request.state === 'booked',
  offer: (request) => isOpen(request) || request.state === 'booked',
  snooze: isOpen,
  label: () => true,
  block: (request) => request.block === null,
  'on-air': canBeAsked,
  merge: (request) => !isClosed(request),
};

/** Acts on the chosen request, where its state allows them; a key that means nothing there does nothing. */
function onSelected(found: SelectedAct): void {
  const request = selectedRow.value;
  if (!request || !MEANS[found](request)) return;
  showConversation();
  if (found === 'claim') {
    const mine = isClaimed(request, now.value, me.value);
    void act(request.id, { type: mine ? 'release' : 'claim' });
  } else if (found === 'decline') declining.value = request.id;
  else if (found === 'note') takeNote(request.id);
  else if (found === 'snooze') snoozeOrWake(request);
  else if (found === 'label') labelling.value = request.id;
  else if (found === 'offer') void openFreeTimes(request);
  else if (found === 'block') blocking.value = request.id;
  else if (found === 'on-air') asking.value = request.id;
  else if (found === 'merge') merging.value = request.id;
  else void act(request.id, { type: found });
}

function snoozeOrWake(request: DeskRow): void {
  if (isSnoozed(request, now.value)) void act(request.id, { type: 'snooze', until: null });
  else snoozing.value = request.id;
}

function move(by: 1 | -1): void {
  const ids = listed.value.map((request) => request.id);
  const next = followerOf(ids, selectedId.value, by) ?? step(ids, selectedId.value, by);
  if (!next) return;
  closeQuestions();
  open(next, { replace: selectedId.value !== null });
  reveal(ids.indexOf(next));
}

/** Marks the chosen row and the one it moves on to. */
function markOn(by: 1 | -1): void {
  const from = selectedId.value;
  move(by);
  if (selectedId.value !== null) markBetween(from ?? selectedId.value, selectedId.value);
}

/** Leaves one thing at a time: the help, a question, a panel, a field, the details, the request. */
function leave(): void {
  if (paletteShown.value) paletteShown.value = false;
  else if (keysShown.value) keysShown.value = false;
  else if (isQueueCovered()) toggleChat();
  else if (leaveQuestion()) return;
  else if (markedAsk.value) markedAsk.value = null;
  else if (freeTimes.value.type !== 'closed') closeFreeTimes();
  else if (document.activeElement?.id === 'desk-search' && search.value !== '') search.value = '';
  else if (document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea, select'))
    document.activeElement.blur();
  else if (leaveMarks()) return;
  else if (suspectsOnly.value) suspectsOnly.value = false;
  else if (details.value) open(selectedId.value);
  else if (selectedId.value !== null) open(null);
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

/** Once what was just changed is drawn, and before the next key: what is not shown takes no focus. */
function drawn(): Promise<void> {
  return Promise.resolve();
}
