import { signal } from '@preact/signals';

/*
 * Notes for the team alone. They are typed in a field of their own and kept apart from replies, so that no note can leave
 * as a reply, whatever is pressed and however often somebody moves on and comes back.
 */

/** What is typed of a note and not kept yet, and whether its field stands in the place of the reply. */
interface Typed {
  readonly text: string;
  readonly shown: boolean;
}

/** By request. In this page alone. */
const typed = signal<ReadonlyMap<string, Typed>>(new Map());
/** Id of the request whose field, or whose switch, takes the focus once it is there. */
let wantedField: string | null = null;
let wantedSwitch: string | null = null;

/** What is typed of a note about the request. */
export function noteText(request: string): string {
  return typed.value.get(request)?.text ?? '';
}

export function isNoteShown(request: string): boolean {
  return typed.value.get(request)?.shown ?? false;
}

/** Shows the field for a note with what is typed of it, and the focus in it. */
export function takeNote(request: string): void {
  wantedField = request;
  put(request, { text: noteText(request), shown: true });
  document.querySelector<HTMLElement>('#desk-note')?.focus();
}

export function writeNote(request: string, text: string): void {
  put(request, { text, shown: true });
}

/** Back to the reply; what is typed of the note stays for the next look. */
export function leaveNote(request: string): void {
  wantedSwitch = request;
  const text = noteText(request);
  if (text.trim() === '') drop(request);
  else put(request, { text, shown: false });
}

/** The note is on its way: its field is empty and makes room for the reply. */
export function setNoteAside(request: string): void {
  wantedSwitch = request;
  drop(request);
}

/** A note that was refused is there again to be kept once more, before what was typed since. */
export function putNoteBack(request: string, text: string): void {
  wantedSwitch = request;
  const since = noteText(request);
  put(request, { text: since.trim() === '' ? text : `${text}\n${since}`, shown: true });
}

export function forgetNotes(): void {
  typed.value = new Map();
}

/** Whether the field that is there now was asked for, and not come upon by moving through the list. */
export function isFieldWanted(request: string): boolean {
  const is = wantedField === request;
  wantedField = null;
  return is;
}

/** Whether the switch that is there now takes the focus of what stood in the place of its field. */
export function isSwitchWanted(request: string): boolean {
  const is = wantedSwitch === request;
  wantedSwitch = null;
  return is;
}

function put(request: string, note: Typed): void {
  typed.value = new Map(typed.value).set(request, note);
}

function drop(request: string): void {
  const left = new Map(typed.value);
  left.delete(request);
  typed.value = left;
}
