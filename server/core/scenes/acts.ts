import type { EpochMillis } from '../../../shared/time.ts';

/** Of a busy show some hours. */
const ACTS_KEPT = 200;

export const ACT_WHATS = [
  'switched',
  'queued',
  'stayed',
  'step-failed',
  'alerted',
  'renamed',
  'staged',
  'extended',
  'returned',
  'left-alone',
  'dropped',
  'yielded',
  'let-go',
  'comes-later',
  'failed',
  'paused',
  'resumed',
] as const;

/** One line of what automation did or left alone. `rule` is the rule's id; `why` a stable word. */
export interface Act {
  readonly at: EpochMillis;
  readonly what: (typeof ACT_WHATS)[number];
  readonly scene: string | null;
  readonly why: string;
  readonly rule: string | null;
  /** The rule that it lost to, by id. */
  readonly by: string | null;
  /** The kind of the step that was not done. */
  readonly step?: string | undefined;
  /** How the rules were called that have been deleted since. */
  readonly ruleName?: string | undefined;
  readonly byName?: string | undefined;
}

export function act(
  at: EpochMillis,
  what: Act['what'],
  scene: string | null,
  why: string,
  rule: string | null,
  by: string | null = null,
): Act {
  return { at, what, scene, why, rule, by };
}

/** What leaves the scene as it is: a streak of gifts says it with each tap. */
const STILL: ReadonlySet<Act['what']> = new Set(['extended', 'left-alone', 'alerted']);

/**
 * The list with one more act at its head. What is said again is one line, with the newest time: while the scene stays as
 * it is, and of an OBS that is away through a whole show; it shall not push out all else.
 */
export function listed(acts: ReadonlyArray<Act>, act: Act): ReadonlyArray<Act> {
  const again = saidBefore(acts, act);
  return [act, ...(again === -1 ? acts : acts.toSpliced(again, 1))].slice(0, ACTS_KEPT);
}

/** Where the same is said already; looked for no further than it may stand, as a storm says it with every gift. */
function saidBefore(acts: ReadonlyArray<Act>, act: Act): number {
  const anywhere = act.why === 'obs-not-connected';
  if (!anywhere && !STILL.has(act.what)) return -1;
  for (const [at, old] of acts.entries()) {
    if (saysSame(act, old)) return at;
    if (!anywhere && !STILL.has(old.what)) return -1;
  }
  return -1;
}

function saysSame(one: Act, other: Act): boolean {
  const { what, scene, why, rule, by, step } = other;
  return (
    one.what === what &&
    one.scene === scene &&
    one.why === why &&
    one.rule === rule &&
    one.by === by &&
    one.step === step
  );
}

/** The act with the names of rules that are being deleted; `nameOf` answers none for one that is there still. */
export function withNames(one: Act, nameOf: (id: string) => string | null | undefined): Act {
  const [ruleName, byName] = [one.rule, one.by].map((id) => (id === null ? null : nameOf(id)));
  if (!ruleName && !byName) return one;
  return { ...one, ...(ruleName ? { ruleName } : {}), ...(byName ? { byName } : {}) };
}
