import type { Generated } from 'kysely';

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

/** `hash`: the keyed hash of the mark of the browser that a request was sent from. */
export interface RequestBrowserTable {
  creator_id: string;
  request_id: string;
  hash: string;
}

/** A request that an act put away, and what it was before as JSON: undoing the act gives it back. */
export interface PutAwayTable {
  creator_id: string;
  act_id: string;
  request_id: string;
  was: string;
}

/**
 * The platform's id of the viewer whom a request is from, where it is known. `typed_code` is 1 where a code that was typed
 * at the page says so: the stage shows it to everybody.
 */
export interface RequestViewerTable {
  creator_id: string;
  request_id: string;
  viewer: string;
  typed_code: Generated<number>;
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
  together: string | null;
}

/** What somebody has chosen about the desk. `undo`: 0 or 1. */
export interface DeskChoiceTable {
  creator_id: string;
  person_id: string;
  undo: number;
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
