import { signal } from '@preact/signals';
import type { DeskChoice, HeldAct } from '../../shared/desk-team.ts';
import type { DeskRow } from '../../shared/desk-view.ts';
import type { Instant } from '../../shared/time.ts';
import { type HeldType, UNDO_SECONDS } from '../../shared/undo.ts';
import { ask } from '../parts/ask.ts';
import type { Ask, Attempt } from './attempts.ts';

/** What everybody at the desk has done that has not left the house yet, the first due first. */
export const held = signal<ReadonlyArray<HeldAct>>([]);
/** What this person has chosen; acts wait until it is known otherwise. */
export const choice = signal<DeskChoice>({ undo: true });

/** Ids of what the server's lists have had: whether that is still held, the newest of them says. */
const listed = new Set<string>();

export function heardHeld(told: ReadonlyArray<HeldAct>): void {
  for (const { id } of told) listed.add(id);
  held.value = told;
}

/** One that the server has just taken: shown ahead of the list that will say the same. */
export function heardOneHeld(act: HeldAct): void {
  if (listed.has(act.id)) return;
  held.value = [...held.value.filter(({ request }) => request !== act.request), act];
}

export function forgetHeld(id: string): void {
  held.value = held.value.filter((act) => act.id !== id);
}

export function ownHeld(me: string): HeldAct[] {
  return held.value.filter(({ by }) => by.id === me);
}

/** What this person has done with a request that has not left yet; its place in the list stays until it has. */
export function leavingOf(request: string, me: string): HeldAct | undefined {
  return held.value.find((act) => act.request === request && act.by.id === me);
}

/** What another has done with it that has not left yet; `into`: what they have merged into it, which holds up no act here. */
export function heldByOther(
  acts: ReadonlyArray<HeldAct>,
  request: string,
  me: string,
): { readonly act: HeldAct; readonly as: HeldType | 'into' } | null {
  const theirs = acts.filter(({ by }) => by.id !== me);
  const own = theirs.find((act) => act.request === request);
  if (own) return { act: own, as: own.type };
  const into = theirs.find((act) => act.into === request);
  return into ? { act: into, as: 'into' } : null;
}

/** The accept of another request that takes this one's time when it is done. */
export function takingTime({ id, start }: Pick<DeskRow, 'id' | 'start'>): HeldAct | undefined {
  if (start === null) return undefined;
  return held.value.find(({ type, request, starts }) => type === 'accept' && request !== id && starts.includes(start));
}

/** Whole seconds until it leaves, counted down. */
export function secondsLeft({ until }: HeldAct, now: Instant): number {
  const left = Math.ceil((Date.parse(until) - Date.parse(now)) / 1000);
  // The page's clock moves by whole seconds, so the first of them would be one too many.
  return Math.min(UNDO_SECONDS, Math.max(0, left));
}

/** The acts as they are taken back: those of one call for many together, everything else by itself. The first due first. */
export function heldGroups(acts: ReadonlyArray<HeldAct>): HeldAct[][] {
  const groups = new Map<string, HeldAct[]>();
  for (const act of [...acts].sort((a, b) => Date.parse(a.until) - Date.parse(b.until))) {
    const key = act.together ?? act.id;
    groups.set(key, [...(groups.get(key) ?? []), act]);
  }
  return [...groups.values()];
}

/** What this person did is shown as done; what others did is not, until it is. */
export function heldAttempts(me: string): Attempt[] {
  const pressed = ({ until }: HeldAct) => new Date(Date.parse(until) - UNDO_SECONDS * 1000).toISOString();
  return ownHeld(me).map((act, at) => ({ key: -1 - at, request: act.request, ask: askOf(act), at: pressed(act) }));
}

/** What was asked for, as the page asks for it. */
export function askOf({ type, text, starts, into }: HeldAct): Ask {
  if (type === 'merge') return { type, into: into ?? '' };
  if (type === 'reply') return { type, text };
  if (type === 'offer') return { type, starts, ...(text ? { text } : {}) };
  if (type === 'decline' && text) return { type, text };
  return { type };
}

/** What the server has told last. */
let toldChoice = choice.peek();

export function heardChoice(told: DeskChoice): void {
  toldChoice = told;
  choice.value = told;
}

/** Chooses for this person, on all of their devices; what the server does not take is not shown as chosen. */
export async function choose(wanted: DeskChoice): Promise<void> {
  choice.value = wanted;
  const answer = await ask('PUT', '/desk-choice', wanted);
  // Another choice, here or on another device, may have been made since.
  if (answer.type === 'refused' && choice.peek() === wanted) choice.value = toldChoice;
}
