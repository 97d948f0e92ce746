import type { Generated } from 'kysely';

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

/** A short name that an offer had before; no offer of the creator has it now. */
export interface OldSlugTable {
  creator_id: string;
  slug: string;
  service_id: string;
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
