import type { Language, LocalText } from '../../../shared/languages.ts';
import type { MailKind } from '../../../shared/mail-template.ts';
import type { Money } from '../../../shared/money.ts';
import type { Deposit, Place } from '../../../shared/offer-terms.ts';
import type { EpochMillis } from '../../../shared/time.ts';

/**
 * What one mail tells, as it was when it happened: kept with the mail, so that a later change of the booking does not
 * change what a retry says. The address of the thread is not in it, since its secret is kept nowhere.
 */
export interface MailFacts {
  readonly request: string;
  /** The version of the request: the SEQUENCE of its calendar file. */
  readonly sequence: number;
  /** When it happened. */
  readonly at: EpochMillis;
  readonly language: Language;
  /** The tag that times are written by; null where that is the language alone. */
  readonly locale: string | null;
  /** The viewer's: every time is written in it. */
  readonly zone: string;
  readonly name: string;
  readonly creator: string;
  readonly title: LocalText;
  readonly start: EpochMillis | null;
  readonly end: EpochMillis | null;
  /** The start before a move. */
  readonly before: EpochMillis | null;
  readonly price: Money | null;
  /** Whether the viewer was booked then: a deposit is due from then on. */
  readonly booked: boolean;
  /** With the payment link only where the viewer is booked. */
  readonly deposit: Deposit | null;
  /** With the link or number only where the viewer is booked. */
  readonly place: Place | null;
  /** Starts to choose from. */
  readonly times: ReadonlyArray<EpochMillis>;
  /** When they lapse. */
  readonly offerUntil: EpochMillis | null;
  /** Until when the booking can be cancelled or moved by the link. */
  readonly changeUntil: EpochMillis | null;
  /** By when an answer is promised; null where nothing is. */
  readonly answerBy?: EpochMillis | null;
  /** Words of the creator's side. */
  readonly message: string;
  /** The code by which the request came; told to the creator alone. */
  readonly code: string | null;
}

/** Who set a mail off: a viewer whose address nobody has checked, somebody at the desk, or the clock. */
export type MailCause = 'viewer' | 'desk' | 'clock';

/** One mail to be written, as a change of a request calls for it. */
export interface Telling {
  readonly kind: MailKind;
  readonly cause: MailCause;
  readonly message?: string;
  readonly before?: EpochMillis | null;
  readonly times?: ReadonlyArray<EpochMillis>;
}
