import { undo, undoMany } from './act.ts';
import { justMarked, undoMarked } from './flood-marked.ts';
import { heldGroups, ownHeld } from './held.ts';
import { justHeld, letGo } from './held-briefly.ts';
import { justAside, undoAside } from './snoozing.ts';
import { fresh, me } from './state.ts';

/** Whether there is something of this person's own that can still be undone. */
export function canUndo(): boolean {
  return ownHeld(me.value).length > 0 || justAside() !== null || justHeld() !== null || justMarked() !== null;
}

/** The latest of this person's own, wherever its request is, with those that were done together with it. */
export function undoLast(): void {
  if (!fresh.value) return;
  const latest = heldGroups(ownHeld(me.value)).at(-1) ?? [];
  const [first] = latest;
  const aside = justAside();
  // These can be undone for equally long, so that the one with the later end was done last.
  const marked = justMarked();
  const time = justHeld();
  const later = [first?.until, aside?.undoUntil].every(
    (until) => until === undefined || until < (time?.undoUntil ?? ''),
  );
  if (time && later) void letGo(time.code);
  else if (aside && (!first || aside.undoUntil > first.until)) undoAside(aside);
  else if (first) void (latest.length > 1 ? undoMany(latest) : undo(first));
  // It stands for longest, so that what else can be undone was most likely done after it.
  else if (marked) void undoMarked(marked);
}
