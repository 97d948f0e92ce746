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
