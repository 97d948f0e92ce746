import type { Generated } from 'kysely';

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
