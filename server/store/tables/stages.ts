import type { Generated } from 'kysely';

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
