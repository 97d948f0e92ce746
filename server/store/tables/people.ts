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
  /** Of somebody who is let in for one show: since when, and until when at the latest. `until_at` follows the live. */
  show_from: number | null;
  show_until: number | null;
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

/** A challenge that is out, as its hash. `kind`: `register` or `sign-in`, and of which door. */
export interface PasskeyChallengeTable {
  creator_id: string;
  hash: string;
  kind: string;
  /** Of the page that asked, and has to answer. */
  origin: string;
  /** The login that asked to register; null for a sign-in. */
  login_hash: string | null;
  /** A hash of who asked, a login or a network address; null where the address tells nobody apart. */
  asker: string | null;
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
