import { signal } from '@preact/signals';

/*
 * Notes for the team alone. They are typed in a field of their own and kept apart from replies, so that no note can leave
 * as a reply, whatever is pressed and however often somebody moves on and comes back.
 */

/** What is typed of notes and not kept yet, by request; a request that is here shows its field for a note. In this page alone. */
export const notes = signal<ReadonlyMap<string, string>>(new Map());
/** Id of the request whose field takes the focus once it is there. */
let wanted: string | null = null;

/** Shows the field for a note, with the focus in it. */
export function takeNote(request: string): void {
  wanted = request;
  if (!notes.value.has(request)) writeNote(request, '');
  document.querySelector<HTMLElement>('#desk-note')?.focus();
}

export function writeNote(request: string, text: string): void {
  notes.value = new Map(notes.value).set(request, text);
}

export function leaveNote(request: string): void {
  const left = new Map(notes.value);
  left.delete(request);
  notes.value = left;
}

/** Whether the field that is there now was asked for, and not come upon by moving through the list. */
export function isWanted(request: string): boolean {
  const is = wanted === request;
  wanted = null;
  return is;
}
