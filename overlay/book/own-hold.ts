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
    return known ?? readHold(sessionStorage.getItem(NAME));
  } catch {
    // Storage may be forbidden.
    return known;
  }
}

/** What was kept, if it is one: another version may have written it, or another page of this address. */
export function readHold(text: string | null): OwnHold | null {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  return isHold(kept) ? kept : null;
}

function isHold(kept: unknown): kept is OwnHold {
  if (typeof kept !== 'object' || kept === null) return false;
  const { id, service, start, expiresAt } = kept as Readonly<Record<string, unknown>>;
  const isTime = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return [id, service].every((value) => typeof value === 'string' && value !== '') && [start, expiresAt].every(isTime);
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
