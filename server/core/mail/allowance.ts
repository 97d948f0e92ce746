import type { MailKind } from '../../../shared/mail-template.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { MailCause } from './facts.ts';

export const HOUR = 60 * 60_000;
/** The confirmation and one more: what a stranger can make Cuedesk send to an address in an hour. */
const MOST_BY_VIEWERS = 2;
/** By whoever. A desk that answers five threads of one viewer stays below it. */
const MOST_IN_ALL = 12;

/** A mail that went to the same address within the last hour, or is on its way. */
export interface RecentMail {
  readonly at: EpochMillis;
  readonly kind: MailKind;
  readonly cause: MailCause;
}

/**
 * Whether a mail may go to its address now. Nobody has checked that an address belongs to who typed it, so what viewers
 * set off is capped: beyond it the first mail of an ask is left out for good (the page has said it), and later ones wait.
 * A request that the desk has acted on is past that cap. The word that a booking is off has as many of its own: no later
 * confirmation shall keep somebody from reading it. Of a storm of new requests the creator is not told one by one, hours later: the desk has them all.
 */
export function allowance(
  mail: { readonly kind: MailKind; readonly cause: MailCause; readonly first: boolean; readonly vouched: boolean },
  recent: ReadonlyArray<RecentMail>,
): 'send' | 'leave-out' | 'pass-over' | { readonly waitUntil: EpochMillis } {
  if (recent.length >= MOST_IN_ALL && mail.kind === 'creator-request') return 'pass-over';
  if (recent.length >= MOST_IN_ALL) return { waitUntil: oldestOf(recent) + HOUR };
  if (mail.cause !== 'viewer' || mail.vouched) return 'send';
  const isOff = (kind: MailKind) => kind === 'cancelled';
  const unasked = recent.filter(({ cause, kind }) => cause === 'viewer' && isOff(kind) === isOff(mail.kind));
  if (unasked.length < MOST_BY_VIEWERS) return 'send';
  return mail.first ? 'leave-out' : { waitUntil: oldestOf(unasked) + HOUR };
}

function oldestOf(mails: ReadonlyArray<RecentMail>): EpochMillis {
  return Math.min(...mails.map(({ at }) => at));
}
