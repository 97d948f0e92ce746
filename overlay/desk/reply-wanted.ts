import type { DeskRequest } from '../../shared/desk-view.ts';
import { canStillTalk, isClosed } from '../../shared/request-states.ts';
import { isNoteShown } from './noting.ts';
import { now, opening, selected, selectedId } from './state.ts';

/** What was typed since somebody wanted to reply to a request whose conversation was still on its way. */
let wanted: { readonly request: string; readonly text: string } | null = null;

/** Whether words can go to its viewer: of what one side ended both may write for a while. */
export function takesReplies(request: Pick<DeskRequest, 'state' | 'erased' | 'name' | 'updatedAt'>): boolean {
  if (request.erased) return false;
  return !isClosed(request) || canStillTalk(request, Date.parse(request.updatedAt), Date.parse(now.value));
}

/** From now on what is typed is the reply's, until its field is there. */
export function wantReply(): void {
  if (selectedId.value !== null && opening.value) wanted = { request: selectedId.value, text: '' };
}

/**
 * Takes a key press that is meant for the field that is not there yet; false when none is waited for. Without this the
 * words would be keys: the "a" of a greeting accepts.
 */
export function typedForReply({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (!wanted || !isAwaited(wanted.request)) {
    wanted = null;
    return false;
  }
  if (ctrlKey || metaKey || altKey) return false;
  if (key === 'Escape') wanted = null;
  else if (key === 'Backspace') wanted = { ...wanted, text: wanted.text.slice(0, -1) };
  else if (key.length === 1) wanted = { ...wanted, text: wanted.text + key };
  else return false;
  return true;
}

/** What was typed for the field that is there now; null when nobody waited for it. */
export function takeWanted(request: string): string | null {
  const text = wanted?.request === request ? wanted.text : null;
  wanted = null;
  return text;
}

/** Whether its field is still to come: there is none in a conversation that is over or was not found, or where a note is being written. */
function isAwaited(request: string): boolean {
  if (isNoteShown(request)) return false;
  return request === selectedId.value && (opening.value || (selected.value !== null && takesReplies(selected.value)));
}
