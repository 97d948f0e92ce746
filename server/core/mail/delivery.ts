import type { MailTrouble } from '../../../shared/mail.ts';
import type { EpochMillis } from '../../../shared/time.ts';

/** A mail ready to go: every header one line, addresses bare. */
export interface ReadyMail {
  readonly to: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Without angle brackets; the same at each try, so that a mail whose answer was lost is known again. */
  readonly messageId: string;
  readonly calendar: { readonly file: string; readonly method: 'PUBLISH' | 'CANCEL' } | null;
}

/**
 * What became of a try. `scope`: `server` when the next mail would meet the same (not reached, login refused), `mail`
 * when it was about this one. `forGood`: the same mail will never be taken.
 */
export type Delivery = { readonly type: 'sent' } | DeliveryFailed;
export interface DeliveryFailed {
  readonly type: 'failed';
  readonly why: MailTrouble;
  readonly scope: 'server' | 'mail';
  readonly forGood: boolean;
  /** The server's own words, or the system's; never a secret. */
  readonly said: string;
}

const MINUTE = 60_000;
const FIRST_WAIT = MINUTE;
const MOST_WAIT = 2 * 60 * MINUTE;
/** How long a mail is tried. What is two days late helps nobody. */
export const TRIED_FOR = 48 * 60 * MINUTE;

/** When to try again after `attempts` tries; `random` is from 0 up to 1. Null: the mail is given up. */
export function nextTry(
  attempts: number,
  expiresAt: EpochMillis,
  now: EpochMillis,
  random: number,
): EpochMillis | null {
  const least = FIRST_WAIT * 2 ** Math.min(Math.max(attempts - 1, 0), 20);
  const at = now + Math.round(Math.min(MOST_WAIT, least) * (1 + random / 2));
  return at < expiresAt ? at : null;
}
