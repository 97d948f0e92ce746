import type { LocalText } from '../../../shared/languages.ts';
import { isClosed } from '../../../shared/request-states.ts';
import { type EpochMillis, toWireInstant } from '../../../shared/time.ts';
import type { BookingRequest, Member, RequestChange } from '../booking/request.ts';
import { type Refusal, refuse } from '../decision.ts';
import { isClaimedByOther } from './claim.ts';
import { takenUp, wokenBy } from './snooze.ts';

/** What is known of the two beside themselves. */
export interface MergeFacts {
  /**
   * Whether the platform says that both are of one person. A mail address that was typed proves nothing: then whoever
   * merges has said that it is one person.
   */
  readonly samePerson: boolean;
  /** Whether answers to the one that would end go into a conversation elsewhere. */
  readonly answeredElsewhere: boolean;
  /** Of what the one that would end asked for. */
  readonly title: LocalText;
}

/** What a merge changes of both. */
export interface Merge {
  readonly from: RequestChange;
  readonly into: RequestChange;
}

/**
 * Whether `from` may end in `into`, and what that changes. Only what nothing was promised for may end: a booked, offered or
 * kept time or a place in the line would be lost with it, and a conversation elsewhere would lead nowhere. Then the other
 * one may still end in this one (`merge-other-way`).
 */
export function decideMerge(
  from: BookingRequest,
  into: BookingRequest,
  facts: MergeFacts,
  by: Member,
  now: EpochMillis,
): Merge | Refusal {
  if (isClaimedByOther(from.claim, by, now) || isClaimedByOther(into.claim, by, now)) return refuse('claimed-by-other');
  if (isClosed(from) || isClosed(into)) return refuse('already-closed');
  if (!facts.samePerson) return refuse('not-same-person');
  if ((from.state !== 'new' && from.state !== 'waiting') || facts.answeredElsewhere) return refuse('merge-other-way');
  return {
    from: { state: 'merged', unread: false, claim: null, ...takenUp(from) },
    into: {
      ...asked(from, into, now),
      say: [{ author: 'system', text: 'merged', data: dataOf(from, facts.title), by }],
    },
  };
}

/** What nobody has answered there has to be answered here, no later than it was promised. */
function asked(from: BookingRequest, into: BookingRequest, now: EpochMillis): RequestChange {
  const promised = [from.answerBy, into.answerBy].filter((at) => at !== null);
  // Claiming has read the words and answered nobody.
  const waits = from.unread || from.state === 'new';
  return {
    unread: into.unread || waits,
    ...(from.state === 'new' && into.state === 'waiting' ? { state: 'new' } : {}),
    ...(promised.length > 0 ? { answerBy: Math.min(...promised) } : {}),
    ...(waits ? wokenBy(into, now) : {}),
  };
}

function dataOf(from: BookingRequest, title: LocalText): Readonly<Record<string, unknown>> {
  return { title, start: from.start === null ? null : toWireInstant(from.start) };
}
