/*
 * The states of a request by what is still to come; their meaning stands at RequestState in booking.ts. Without zod, so
 * that a page which only reads them need not carry it.
 */

/** Somebody still has to answer: nothing is agreed and nothing is closed. */
export const OPEN_STATES = ['new', 'waiting', 'offered', 'waitlisted'] as const;
/** Nothing more happens to it. */
export const CLOSED_STATES = ['declined', 'cancelled', 'called-off', 'done', 'no-show', 'merged', 'spam'] as const;
/** Closed, but not for being no ask at all. */
export const ENDED_STATES = ['declined', 'cancelled', 'called-off', 'done', 'no-show', 'merged'] as const;
export const REQUEST_STATES = [...OPEN_STATES, 'booked', ...CLOSED_STATES] as const;

interface InState {
  readonly state: (typeof REQUEST_STATES)[number];
}

const OPEN: ReadonlySet<string> = new Set(OPEN_STATES);
const CLOSED: ReadonlySet<string> = new Set(CLOSED_STATES);

export function isOpen(request: InState): boolean {
  return OPEN.has(request.state);
}

const TALK_DAYS = 14;
const DAY_MILLIS = 24 * 60 * 60_000;

/**
 * Whether both sides can still write though the viewer or the creator ended it: somebody may have paid a deposit and
 * want it back. Over 14 days after the last that happened, at `changedAt`; where the viewer's data was erased, and the
 * name with it, there is nobody to write to.
 */
export function canStillTalk(ended: InState & { readonly name: string }, changedAt: number, now: number): boolean {
  const byOneSide = ended.state === 'cancelled' || ended.state === 'called-off';
  return byOneSide && ended.name !== '' && now < changedAt + TALK_DAYS * DAY_MILLIS;
}

export function isClosed(request: InState): boolean {
  return CLOSED.has(request.state);
}
