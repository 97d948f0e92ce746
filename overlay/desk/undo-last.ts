import { undo } from './act.ts';
import { ownHeld } from './held.ts';
import { justAside, undoAside } from './snoozing.ts';
import { fresh, me } from './state.ts';

/** Whether there is something of this person's own that can still be undone. */
export function canUndo(): boolean {
  return ownHeld(me.value).length > 0 || justAside() !== null;
}

/** The latest of this person's own, wherever its request is. */
export function undoLast(): void {
  if (!fresh.value) return;
  const held = ownHeld(me.value).at(-1);
  const aside = justAside();
  // Both can be undone for equally long, so that the one with the later end was done last.
  if (aside && (!held || aside.undoUntil > held.until)) undoAside(aside);
  else if (held) void undo(held);
}
