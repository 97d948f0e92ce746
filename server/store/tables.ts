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
/** A browser that is signed in (`login`), or a link that signs one in (`invitation`), of one person. */
export interface LoginTable {
  creator_id: string;
  token_hash: string;
  id: string;
  kind: string;
  person_id: string;
  created_at: number;
  expires_at: number;
}

export interface PersonTable {
  creator_id: string;
  /** `owner` is the one owner. */
  id: string;
  name: string;
  role: string;
  /** JSON list; the owner's is empty, since an owner has every right. */
  rights: string;
  from_at: number;
  /** Null: until revoked. */
  until_at: number | null;
  revoked_at: number | null;
  /** 0 while invited and never signed in. */
  joined: number;
  /** The owner's password as argon2id with its parameters; null while there is none. */
  password_hash: string | null;
}

/** A passkey of a person. Key and credential are base64url; `transports` is a JSON list of words. */
export interface PasskeyTable {
  creator_id: string;
  id: string;
  person_id: string;
  name: string;
  /** The host name that it was made at, and works at alone. */
  rp_id: string;
  credential_id: string;
  /** COSE. */
  public_key: string;
  transports: string;
  /** How often it was used, as its authenticator counts; stays 0 with those that do not. */
  counter: number;
  created_at: number;
  used_at: number | null;
}

/** A challenge that is out, as its hash. `kind`: `register` or `sign-in`. */
export interface PasskeyChallengeTable {
  creator_id: string;
  hash: string;
  kind: string;
  /** Of the page that asked, and has to answer. */
  origin: string;
  /** The login that asked to register; null for a sign-in. */
  login_hash: string | null;
  expires_at: number;
}

/** One act of a person. Rows are added, and taken away when they are old; none is changed. */
export interface AuditTable {
  creator_id: string;
  /** Rises with time; unique of a creator. */
  seq: number;
  at: number;
  person_id: string | null;
  person_name: string | null;
  act: string;
  object: string;
  result: string;
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
  /** Counts the designs given so far. The store fills in 0 for a new stage. */
  design_revision: Generated<number>;
}

/** The service bio: the draft that the creator edits and the copy that viewers see, both as JSON. */
export interface BioTable {
  creator_id: string;
  draft: string;
  /** Null while nothing is published. */
  published: string | null;
  published_handle: string | null;
  updated_at: number;
  /** What the check came to when it was published, as JSON; null before, and in rows of an older Cuedesk. */
  eligibility: Generated<string | null>;
}

/** A handle that a creator was published under before; nobody is published under it now. */
export interface OldHandleTable {
  handle: string;
  creator_id: string;
  left_at: number;
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

/** Another calendar of the creator that says when there is no time. */
export interface BusyFeedTable {
  creator_id: string;
  id: string;
  name: string;
  /** Sealed by the secret box. */
  address: string;
  /** Of the address: what of it may be shown. */
  host: string;
  added_at: number;
  etag: string | null;
  last_modified: string | null;
  /** When its whole file was last worked out, and in which zone of the creator. */
  worked_out_at: number | null;
  worked_out_zone: string | null;
  /** When it last said that its spans are right. */
  read_at: number | null;
  tried_at: number | null;
  due_at: number;
  /** Tries in a row that failed. */
  failures: Generated<number>;
  trouble: string | null;
  read_until: number | null;
  unread: Generated<number>;
}

export interface BusySpanTable {
  creator_id: string;
  feed_id: string;
  from_at: number;
  to_at: number;
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

/** One mail, from the change that it tells of until 30 days after it was settled. */
export interface OutboxTable {
  creator_id: string;
  id: string;
  /** What it is about, so that nothing is mailed twice: request, kind, and version or due time. */
  key: string;
  request_id: string;
  kind: string;
  /** `viewer`, `desk` or `clock`: who set it off. */
  cause: string;
  /** The version of the request that it tells of. */
  sequence: number;
  /** Null once settled, like `facts`: what has gone needs no copy here. */
  recipient: string | null;
  /** A keyed hash, to count the mails to one address. */
  recipient_hash: string;
  /** `MailFacts` as JSON. */
  facts: string | null;
  /** `waiting`, `sending` (until `due_at`, when it may be claimed anew), `sent`, `failed`, `dropped`. */
  state: string;
  /** Raised with every claim; claims and outcomes are by compare-and-swap on it. */
  attempts: number;
  due_at: number;
  /** After this it helps nobody and is not tried any more. */
  expires_at: number;
  created_at: number;
  settled_at: number | null;
  /** Why the last try failed, as `MailTrouble` has it, and what the server said. */
  why: string | null;
  said: string | null;
}

/** A seat held by a word in the chat. It is over when `live_code` and `live_viewer` are null; kept a while for the limits. */
export interface ChatHoldTable {
  creator_id: string;
  id: string;
  code: string;
  live_code: string | null;
  /** The seat's hold. */
  hold_id: string;
  service_id: string;
  start_at: number;
  session_id: string;
  event_source: string;
  event_id: string;
  /** The platform's id of the viewer. */
  viewer: string;
  live_viewer: string | null;
  /** As it may be shown on air. */
  name: string;
  language: string;
  /** sha256 of the key it was claimed with; empty when without one; null while nobody has claimed it. */
  claim_hash: string | null;
  created_at: number;
  expires_at: number;
}

/** An event of a provider's webhook that was taken in: a repeat changes nothing. */
export interface WebhookEventTable {
  creator_id: string;
  provider: string;
  event_id: string;
  received_at: number;
}

/** A conversation of direct messages and the request it is about now. */
export interface DmConversationTable {
  creator_id: string;
  id: string;
  request_id: string;
  /** When the viewer wrote last, by the provider's clock. */
  last_in_at: number;
  /** Replies since then. */
  replies: number;
}

/** A reply on its way into a conversation. `state`: `waiting`, `sent` or `failed`. */
export interface DmReplyTable {
  creator_id: string;
  id: string;
  conversation_id: string;
  text: string;
  state: string;
  tries: number;
  next_at: number;
  trouble: string | null;
  /** The provider's, once it is known. */
  message_id: string | null;
  created_at: number;
}

/** A creator's word that an offer needs no licence in a region. */
export interface LicenceConfirmationTable {
  creator_id: string;
  service_id: string;
  region: string;
  activity: string;
  by_name: string;
  at: number;
  rule_version: string;
  /** sha256 in hex of the wording that it was given for. */
  wording: string;
}

/** A picture of the bio, encoded anew by us. */
export interface PictureTable {
  creator_id: string;
  /** 32 hexadecimal digits of the sha256 of its bytes. */
  id: string;
  width: number;
  height: number;
  bytes: Uint8Array;
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

/** Somebody whom the desk keeps out. The keys that they are known by stand apart, as keyed hashes. */
export interface BlockTable {
  creator_id: string;
  id: string;
  /** As the request had it; empty once its viewer has erased the own data. */
  name: string;
  reason: string;
  by_id: string;
  by_name: string;
  at: number;
}

export interface BlockKeyTable {
  creator_id: string;
  block_id: string;
  hash: string;
}

/** A request that an act put away, and what it was before as JSON: undoing the act gives it back. */
export interface PutAwayTable {
  creator_id: string;
  act_id: string;
  request_id: string;
  was: string;
}

/** The platform's id of the viewer whom a request is from, where it is known. */
export interface RequestViewerTable {
  creator_id: string;
  request_id: string;
  viewer: string;
}

/** `texts` is JSON, by language. `name_key`: the name in small letters, which no two share. */
export interface PreparedReplyTable {
  creator_id: string;
  id: string;
  name: string;
  name_key: string;
  texts: string;
}

/** `digit`: the key, pressed with Alt. `steps` is JSON. `name_key`: the name in small letters, which no two share. */
export interface DeskMacroTable {
  creator_id: string;
  id: string;
  name: string;
  name_key: string;
  digit: number;
  steps: string;
}

/** What somebody has typed to a viewer and not sent. */
export interface ReplyDraftTable {
  creator_id: string;
  person_id: string;
  request_id: string;
  text: string;
  at: number;
}

/** An act that leaves the house at `due_at` and can be undone until then; `act` is JSON. */
export interface HeldActTable {
  creator_id: string;
  request_id: string;
  id: string;
  act: string;
  by_id: string;
  by_name: string;
  due_at: number;
}

/** What somebody has chosen about the desk. `undo`: 0 or 1. */
export interface DeskChoiceTable {
  creator_id: string;
  person_id: string;
  undo: number;
}

/** A scene that came on program. `made_by`: `rule`, `hand` or `obs`; `why`: a stable word. */
export interface SceneChangeTable {
  creator_id: string;
  at: number;
  scene: string;
  session_id: string | null;
  made_by: string;
  why: string;
  rule_id: string | null;
  rule_name: string | null;
}

/** What the desk marks requests and people with. `colour`: one of the theme's meanings. */
export interface LabelTable {
  creator_id: string;
  id: string;
  name: string;
  /** In small letters: names that differ in case alone are one. */
  name_key: string;
  colour: string;
}

export interface RequestLabelTable {
  creator_id: string;
  request_id: string;
  label_id: string;
}

/** A label of whoever has this key; a person has several, each a keyed hash. */
export interface PersonLabelTable {
  creator_id: string;
  label_id: string;
  hash: string;
}

/** A view of the desk that is kept under a name. `person_id` is empty where it is everybody's; `lens` is JSON. */
export interface DeskViewTable {
  creator_id: string;
  id: string;
  person_id: string;
  name: string;
  name_key: string;
  lens: string;
}

export interface Tables {
  creator: CreatorTable;
  session: SessionTable;
  event: EventTable;
  gap: GapTable;
  setting: SettingTable;
  login: LoginTable;
  person: PersonTable;
  passkey: PasskeyTable;
  passkey_challenge: PasskeyChallengeTable;
  audit: AuditTable;
  stage: StageTable;
  bio: BioTable;
  old_handle: OldHandleTable;
  service: ServiceTable;
  appointment: AppointmentTable;
  slot_cell: SlotCellTable;
  seat: SeatTable;
  request: RequestTable;
  message: MessageTable;
  idempotency: IdempotencyTable;
  busy_feed: BusyFeedTable;
  busy_span: BusySpanTable;
  waitlist: WaitlistTable;
  outbox: OutboxTable;
  chat_hold: ChatHoldTable;
  webhook_event: WebhookEventTable;
  dm_conversation: DmConversationTable;
  dm_reply: DmReplyTable;
  licence_confirmation: LicenceConfirmationTable;
  picture: PictureTable;
  short_code: ShortCodeTable;
  block: BlockTable;
  block_key: BlockKeyTable;
  put_away: PutAwayTable;
  request_viewer: RequestViewerTable;
  prepared_reply: PreparedReplyTable;
  desk_macro: DeskMacroTable;
  reply_draft: ReplyDraftTable;
  held_act: HeldActTable;
  desk_choice: DeskChoiceTable;
  search_text: SearchTextTable;
  scene_change: SceneChangeTable;
  label: LabelTable;
  request_label: RequestLabelTable;
  person_label: PersonLabelTable;
  desk_view: DeskViewTable;
}
