/** A sold or held stretch of the creator's time; `from_at` and `to_at` are with the buffers. */
export interface AppointmentTable {
  creator_id: string;
  id: string;
  service_id: string;
  start_at: number;
  end_at: number;
  from_at: number;
  to_at: number;
  capacity: number;
}

/** One minute of the creator's time, given to one appointment. */
export interface SlotCellTable {
  creator_id: string;
  /** Minutes since 1970 in UTC. */
  cell: number;
  appointment_id: string;
}

/** One seat of an appointment: booked by a request, or held until `expires_at`. */
export interface SeatTable {
  creator_id: string;
  appointment_id: string;
  seat_no: number;
  /** The appointment's, copied by the foreign key: `seat_no` is below it. */
  capacity: number;
  request_id: string | null;
  hold_id: string | null;
  expires_at: number | null;
}

export interface RequestTable {
  creator_id: string;
  id: string;
  /** sha256 of the thread's secret in hex. The secret itself is never kept. */
  secret_hash: string;
  service_id: string;
  state: string;
  /** Raised with every change; changes are by compare-and-swap on it. */
  version: number;
  start_at: number | null;
  end_at: number | null;
  /** The start on the creator's wall clock and in which zone, as it read when it was asked for. */
  wall_start: string | null;
  creator_zone: string | null;
  /** The viewer's. */
  zone: string;
  name: string;
  contact: string;
  language: string;
  /** By which times are written, `en-US`; null where the language says it all. */
  locale: string | null;
  /** Starts that the desk offered, as a JSON list of epoch milliseconds. */
  offers: string;
  /** When they lapse, or null. */
  offers_until: number | null;
  /** `AgreedTerms` as JSON; null in rows of an older Cuedesk. */
  terms: string | null;
  /** The short code by which it came, as in its terms. */
  code: string | null;
  unread: number;
  /** What its viewer did that nobody has opened since, or null. */
  news: string | null;
  claim_by: string | null;
  claim_name: string | null;
  /** The last sign of life of who claimed it. */
  claim_at: number | null;
  /** Until when the desk has put it aside; past once it is back and nobody of the desk has acted since. */
  snoozed_until: number | null;
  /** 1: until the live ends, or `snoozed_until` at the latest. */
  snoozed_for_live: number;
  /** By when an answer was promised; null when none was, or it is answered. */
  answer_by: number | null;
  /** When the desk said that it is paid; null: not said. */
  paid_at: number | null;
  created_at: number;
  updated_at: number;
}

/** What is searched of a request, folded: its viewer's name (`seq` 0) and what people wrote in its thread. */
export interface SearchTextTable {
  creator_id: string;
  request_id: string;
  seq: number;
  text: string;
}

export interface MessageTable {
  creator_id: string;
  request_id: string;
  seq: number;
  id: string;
  at: number;
  /** `viewer`, `creator`, `system`, or `note` (never shown to the viewer). */
  author: string;
  text: string;
  data: string | null;
  /** The member of the desk that wrote or did it. */
  by_id: string | null;
  by_name: string | null;
}

/** An answered request under its Idempotency-Key. */
export interface IdempotencyTable {
  creator_id: string;
  key: string;
  body_hash: string;
  status: number;
  /** The answer as JSON, the thread's secret left out. */
  answer: string;
  created_at: number;
}

/** A place in the line of those who wait for a time to come free. */
export interface WaitlistTable {
  creator_id: string;
  request_id: string;
  service_id: string;
  /** Ascending is the order of the line; unique for a creator. */
  queue_no: number;
  earliest: number | null;
  latest: number | null;
  /** Starts that lapsed or were not wanted, as a JSON list of epoch milliseconds. */
  passed: string;
}

/** A request that the desk opened, while nobody has opened its private address. */
export interface UnopenedThreadTable {
  creator_id: string;
  request_id: string;
}

/** A request that goes on in another one of the same person. What `into_id` names is never merged itself. */
export interface MergedRequestTable {
  creator_id: string;
  request_id: string;
  into_id: string;
}
