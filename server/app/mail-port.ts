import type { MailKind } from '../../shared/mail-template.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { BookingRequest, RequestChange } from '../core/booking/request.ts';
import type { MailFacts, Telling } from '../core/mail/facts.ts';
import type { Db, Tx } from '../store/store.ts';
import type { Turn } from './turn.ts';

/**
 * Puts mails into the outbox, in the transaction of the change that they tell of. Nothing is put in while mail is off:
 * the thread has it all, and a pile of old mails would help nobody once it is on.
 */
export interface MailQueue {
  /**
   * One mail of this kind about the request as it now is, once per version of the request. Nothing where the viewer gave
   * no address. Times to choose from are the request's offers unless `more` names others.
   */
  enqueue(turn: Turn, request: BookingRequest, kind: MailKind, more?: Partial<Omit<Telling, 'kind'>>): Promise<void>;
  /** What a new request calls for, its reminders included: to the viewer, and to the creator if a viewer opened it. */
  opened(turn: Turn, request: BookingRequest, by: 'viewer' | 'desk'): Promise<void>;
  /** What a change of a request calls for, its reminders included. */
  changed(turn: Turn, before: BookingRequest, next: BookingRequest, change: RequestChange): Promise<void>;
  /** Whether mails go at all just now. */
  isOn(): boolean;
  /**
   * Its viewer is reached elsewhere, or by no mail: what has not gone to the address before does not go there any more. A
   * new address reads where the request stands, unless the request has been mailed to three.
   */
  readdressed(turn: Turn, request: BookingRequest): Promise<void>;
  /** The reminders of a booking, as the creator has set them; those that have not gone are planned anew. */
  planReminders(turn: Pick<Turn, 'tx' | 'now'>, request: BookingRequest): Promise<void>;
  /**
   * Takes away every mail to a request's viewer and the address in it: for who wants to be forgotten. What tells the
   * creator stays; it has nothing of the viewer.
   */
  forget(turn: Turn, request: string): Promise<void>;
  /** What a mail about the request says now; null when there is no such service any more. */
  factsNow(
    db: Db | Tx,
    request: BookingRequest,
    telling: Partial<Telling>,
    now: EpochMillis,
  ): Promise<MailFacts | null>;
}
