import type { REQUEST_STATES } from './request-states.ts';

/** What was booked and not called off: it is to be paid, before or after it took place. */
const OWED: ReadonlyArray<string> = ['booked', 'done', 'no-show'];

/**
 * Whether the desk can say that it is paid, or take that back. Money that was given back is taken off whatever became of
 * the booking since; else what was said stands, also for another time that its viewer takes.
 */
export function canMarkPaid(state: (typeof REQUEST_STATES)[number], isPaid: boolean): boolean {
  return isPaid || OWED.includes(state);
}
