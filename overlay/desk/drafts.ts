import { signal } from '@preact/signals';
import type { DeskDraft } from '../../shared/desk-team.ts';
import { deskLine } from './line.ts';

/*
 * What is typed and not sent, by request: moving through the list, a reload or another desk of the same person lose no
 * text. The server keeps it; what it has not yet said to have kept wins over what it says.
 */

/** A pause in typing after which the text is told; a quarter of a second more keeps it. */
const TELL_AFTER_MILLIS = 400;

export const drafts = signal<ReadonlyMap<string, string>>(new Map());
/** Requests whose text the server has not yet said to have kept. */
const untold = new Set<string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** What a person types: shown at once, told after a pause. */
export function write(request: string, text: string): void {
  show(request, text);
  untold.add(request);
  clearTimeout(timers.get(request));
  timers.set(
    request,
    setTimeout(() => tell(request), TELL_AFTER_MILLIS),
  );
}

/** The reply is on its way: its text leaves the field and stays kept until the server has taken it. */
export function setAside(request: string): void {
  clearTimeout(timers.get(request));
  tell(request);
  // Its words come back as what is kept: they must not return to the field by that.
  untold.add(request);
  show(request, '');
}

/** The server has taken the reply. Words that were typed meanwhile stay. */
export function sent(request: string): void {
  write(request, drafts.value.get(request) ?? '');
}

/** The reply was refused: its words go back to where they were typed, unless new ones stand there. */
export function putBack(request: string, text: string): void {
  if (!drafts.value.get(request)) write(request, text);
}

/** All that the server keeps, after a connect. */
export function heardDrafts(kept: ReadonlyArray<DeskDraft>): void {
  const next = new Map(kept.map(({ request, text }) => [request, text]));
  for (const request of untold) {
    next.set(request, drafts.value.get(request) ?? '');
    tell(request);
  }
  drafts.value = next;
}

/** One draft as it is kept now, from here or another desk of this person. */
export function heardDraft({ request, text }: DeskDraft): void {
  if (!untold.has(request)) show(request, text);
  else if (drafts.value.get(request) === text) untold.delete(request);
}

function show(request: string, text: string): void {
  drafts.value = new Map(drafts.value).set(request, text);
}

function tell(request: string): void {
  deskLine()?.tell('draft', { request, text: drafts.value.get(request) ?? '' });
}
