/** The time that is kept for this viewer, known over a reload too: the next one that is chosen gives it back. */

const NAME = 'cuedesk-hold';
let known: string | null = null;

export function ownHold(): string | null {
  try {
    return known ?? sessionStorage.getItem(NAME);
  } catch {
    return known;
  }
}

/** Null: nothing is kept any more. */
export function rememberHold(id: string | null): void {
  known = id;
  try {
    if (id === null) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, id);
  } catch {
    // Storage may be forbidden; then it is known until the page is left.
  }
}
