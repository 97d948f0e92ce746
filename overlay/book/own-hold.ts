import type { Instant } from '../../shared/time.ts';

/** The time that is kept for this viewer, known over a reload too: it is gone on with then, or given back by the next choice. */
export interface OwnHold {
  readonly id: string;
  /** Id of the service. */
  readonly service: string;
  readonly start: Instant;
  /** By this device's clock. */
  readonly expiresAt: Instant;
}

const NAME = 'cuedesk-hold';
let known: OwnHold | null = null;

export function ownHold(): OwnHold | null {
  try {
    return known ?? JSON.parse(sessionStorage.getItem(NAME) ?? 'null');
  } catch {
    // Storage may be forbidden, or hold what an older Cuedesk wrote.
    return known;
  }
}

/** Null: nothing is kept any more. */
export function rememberHold(hold: OwnHold | null): void {
  known = hold;
  try {
    if (hold === null) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, JSON.stringify(hold));
  } catch {
    // Storage may be forbidden; then it is known until the page is left.
  }
}
