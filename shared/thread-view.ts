import type { RequestState, ThreadMessage } from './booking.ts';
import type { LocalText } from './languages.ts';
import type { Money } from './money.ts';
import type { Deposit, Place } from './offer-terms.ts';
import type { Instant } from './time.ts';

/** What a viewer's page may offer to do. `receipt` is the page's own, the others are asked of the server. */
export const THREAD_ACTIONS = ['message', 'cancel', 'move', 'calendar', 'waitlist', 'receipt', 'erase'] as const;

/** One viewer's private thread, as its page sees it (interface document, section 6). */
export interface ThreadView {
  state: RequestState;
  creator: { name: string; handle: string };
  /** `cutoffMinutes`: how long before its start whatever is booked by this request can be cancelled or moved here. */
  service: { id: string; title: LocalText; minutes: number; price: Money; capacity: number; cutoffMinutes: number };
  name: string;
  /** Where the viewer is mailed; null: no address was given. */
  email: string | null;
  /** Whether mails are sent at all. */
  mails: boolean;
  start: Instant | null;
  end: Instant | null;
  zone: string;
  createdAt: Instant;
  /** What both sides may name the booking by on the phone. No secret. */
  number: string;
  /** As it was agreed on. */
  price: Money;
  /** The link and the number are in it only while it is booked. Null: the offer is a product, about which one can only write. */
  place: Place | null;
  /** What is still to be paid before; the payment link is in it only while it is booked. */
  deposit: Deposit | null;
  /** The creator's side has said that it is paid. */
  paid: boolean;
  /** It is, or once was, an appointment. */
  wasBooked: boolean;
  answers: { question: string; answer: string }[];
  messages: ThreadMessage[];
  actions: (typeof THREAD_ACTIONS)[number][];
  /** Bookable starts to choose from: what is offered, or the nearest to a time that went to another. */
  nearest: Instant[];
  /** By when an answer is promised; null once it is answered, or where nothing is promised. */
  answerBy: Instant | null;
  /** Until when a booking can be cancelled or moved here; null while nothing is booked. */
  cutoffAt: Instant | null;
  /** Until when the offered time is kept for this viewer alone; null: it is not kept. */
  offersUntil: Instant | null;
  /**
   * The place in the line for this offer, the first being 1, and between which starts a time would do; null when the viewer
   * is not in it. `until`: the last moment that the offer can be booked for.
   */
  waitlist: { position: number; earliest: Instant | null; latest: Instant | null; until: Instant } | null;
  serverTime: Instant;
}
