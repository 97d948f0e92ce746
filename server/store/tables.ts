import type { Generated } from 'kysely';

/*
 * The tables, as kysely types. Every key begins with the creator. Instants are epoch milliseconds in UTC; JSON is text,
 * so that both stores answer alike. Booleans are 0 and 1.
 */

export interface CreatorTable {
  id: string;
  /** The last sequence number given in the journal; moved by compare-and-swap, so two writers cannot give one twice. */
  last_seq: Generated<number>;
  created_at: number;
}

export interface SessionTable {
  creator_id: string;
  id: string;
  started_at: number;
  ended_at: number | null;
  /** `replay`, `live`, `hand` or `event`: what began it. */
  started_by: string;
  /** The source that began it, or null. */
  source: string | null;
  room: string | null;
  /** Totals as JSON up to `last_seq`; the running session's are kept at its end and at shutdown. */
  totals: string;
  last_seq: number;
  /** Its most generous givers as JSON, written with the totals; null where that was not yet done. */
  board: string | null;
}

export interface EventTable {
  creator_id: string;
  seq: number;
  source: string;
  id: string;
  session_id: string;
  type: string;
  at: number;
  received_at: number;
  /** The event on the wire as JSON, without seq and session. */
  body: string;
}

export interface GapTable {
  creator_id: string;
  session_id: string;
  source: string;
  from_at: number;
  to_at: number | null;
}

/** One setting of a creator as JSON under a stable name. */
export interface SettingTable {
  creator_id: string;
  name: string;
  value: string;
  updated_at: number;
}

/** A sign-in or invitation. The token itself is never kept. */
export interface LoginTable {
  creator_id: string;
  token_hash: string;
  id: string;
  kind: string;
  role: string;
  name: string;
  created_at: number;
  expires_at: number;
}

export interface StageTable {
  creator_id: string;
  id: string;
  name: string;
  /** No text: the studio's, until one is chosen. */
  language: string;
  /** Raised to make the old address worthless; part of what the token is derived from. */
  rotation: number;
  created_at: number;
  /** JSON of the design; null while it is the one that Cuedesk begins with. */
  design: string | null;
}

/** The service bio: the draft that the creator edits and the copy that viewers see, both as JSON. */
export interface BioTable {
  creator_id: string;
  draft: string;
  /** Null while nothing is published. */
  published: string | null;
  published_handle: string | null;
  updated_at: number;
}

export interface ServiceTable {
  creator_id: string;
  id: string;
  /** Null once deleted. */
  slug: string | null;
  /** The service as JSON, without its id. */
  body: string;
  created_at: number;
  deleted_at: number | null;
}

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
  /** Starts that the desk offered, as a JSON list of epoch milliseconds. */
  offers: string;
  /** When they lapse, or null. */
  offers_until: number | null;
  /** `AgreedTerms` as JSON; null in rows of an older Cuedesk. */
  terms: string | null;
  /** The short code by which it came, as in its terms. */
  code: string | null;
  unread: number;
  claim_by: string | null;
  claim_name: string | null;
  /** The last sign of life of who claimed it. */
  claim_at: number | null;
  created_at: number;
  updated_at: number;
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

/** A short code for one card, scene or moment; unique over all creators. */
export interface ShortCodeTable {
  creator_id: string;
  code: string;
  kind: string;
  /** What it is for; once for each creator. */
  subject: string;
  label: string;
  /** Null: the whole page. */
  service_id: string | null;
  visits: number;
  created_at: number;
  /** Until when a moment's code is on the stage, or null. */
  shown_until: number | null;
}

export interface Tables {
  creator: CreatorTable;
  session: SessionTable;
  event: EventTable;
  gap: GapTable;
  setting: SettingTable;
  login: LoginTable;
  stage: StageTable;
  bio: BioTable;
  service: ServiceTable;
  appointment: AppointmentTable;
  slot_cell: SlotCellTable;
  seat: SeatTable;
  request: RequestTable;
  message: MessageTable;
  idempotency: IdempotencyTable;
  short_code: ShortCodeTable;
}
