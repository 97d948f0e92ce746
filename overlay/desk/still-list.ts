import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskComment } from '../../shared/comments.ts';
import { roomy } from './comment-heights.ts';
import { type CommentFilter, commentFilter } from './comments.ts';

/** The list as it was when it began to stand still, and by which filter. */
interface Still {
  readonly filter: CommentFilter;
  readonly list: ReadonlyArray<DeskComment>;
  /** Which rows had room for more then; null while nobody aims at a place of it. */
  readonly roomy: ReadonlySet<number> | null;
}

/** What somebody moves through the list by. */
const MOVES = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'Tab'];

/**
 * The chat as it is drawn in `box`. It stands still while a pointer is over it, a finger is down, or somebody is in it by
 * the keyboard: what is under it must be what it was when it was aimed at. Under a pointer or a finger no row gets higher or
 * lower either, whatever it says meanwhile.
 */
export function useStill(all: ReadonlyArray<DeskComment>, box: RefObject<HTMLElement | null>) {
  const [still, setStill] = useState<Still | null>(null);
  const by = useRef({ pointer: false, keys: false });
  const filter = commentFilter.value;
  const stillNow = (): Still => ({ filter, list: all, roomy: by.current.pointer ? roomy.peek() : null });
  const begin = () => setStill(stillNow());
  // Who filters wants another list, wherever the pointer rests meanwhile.
  const isOld = still !== null && still.filter !== filter;
  useLayoutEffect(() => {
    if (isOld) begin();
  }, [isOld]);
  const held = (part: Partial<typeof by.current>) => {
    by.current = { ...by.current, ...part };
    const { pointer, keys } = by.current;
    // From one button to the next both are told before anything is drawn.
    setStill((was) => {
      if (!pointer && !keys) return null;
      const next = stillNow();
      return was ? { ...was, roomy: pointer ? (was.roomy ?? next.roomy) : null } : next;
    });
  };
  const isInside = (target: EventTarget | null) => target instanceof Node && box.current?.contains(target) === true;
  useLayoutEffect(() => {
    // A row that was scrolled out of the window takes the focus with it, and no event says so.
    if (by.current.keys && !isInside(document.activeElement)) held({ keys: false });
  });
  const listeners = {
    onPointerEnter: () => held({ pointer: true }),
    onPointerLeave: () => held({ pointer: false }),
    // A click leaves the focus on its button, and is no reason to stand still once the pointer has gone.
    onFocusIn: ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches(':focus-visible')) held({ keys: true });
    },
    onFocusOut: ({ relatedTarget }: FocusEvent) => {
      if (!isInside(relatedTarget)) held({ keys: false });
    },
    // After a click too somebody moves through it from there.
    onKeyDown: (event: KeyboardEvent) => {
      if (!MOVES.includes(event.key)) return;
      held({ keys: true });
      if (stepRow(event)) {
        event.preventDefault();
        // Else it would be the next request of the queue.
        event.stopPropagation();
      }
    },
  };
  const shown = still && !isOld ? still : { list: all, roomy: null };
  return {
    list: shown.list,
    roomy: shown.roomy ?? roomy.value,
    stands: still !== null,
    renew: () => still && begin(),
    listeners,
  };
}

/** Moves the focus by an arrow to the same act of the comment above or below; false where that is not what was pressed. */
function stepRow({ key, target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  const isArrow = (key === 'ArrowDown' || key === 'ArrowUp') && !altKey && !ctrlKey && !metaKey && !shiftKey;
  const row = target instanceof Element ? target.closest('.comment') : null;
  if (!isArrow || !row) return false;
  const buttons: ReadonlyArray<EventTarget | null> = [...row.querySelectorAll('button')];
  const at = buttons.indexOf(target);
  const next = key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
  const acts = next?.querySelectorAll('button');
  acts?.[Math.min(at, acts.length - 1)]?.focus();
  return true;
}
