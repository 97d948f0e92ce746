import type { studio } from '../../../shared/locales/en/studio.ts';

type What = keyof (typeof studio)['scenes']['what'];
type Why = keyof (typeof studio)['scenes']['why'];

const WHATS = [
  'switched',
  'returned',
  'staged',
  'extended',
  'left-alone',
  'dropped',
  'yielded',
  'failed',
  'paused',
  'resumed',
  'queued',
  'stayed',
  'step-failed',
  'done',
  'alerted',
  'renamed',
] as const satisfies ReadonlyArray<What>;
const WHYS = [
  'rule-fired',
  'rule-fired-again',
  'same-scene-wanted',
  'hold-over',
  'human-changed',
  'automation-paused',
  'cooling-down',
  'higher-rule-on',
  'already-on',
  'scene-missing',
  'studio-mode',
  'obs-not-connected',
  'obs-refused',
  'obs-busy',
  'no-answer',
  'fault',
  'human-changed-scene',
  'collection-changed',
  'obs-came-back-elsewhere',
  'too-late',
  'by-hand',
  'time-over',
  'fenced',
  'least-time',
  'all-resting',
  'queued-already',
  'studio-mode-skip',
  'no-studio-mode',
  'preview-in-use',
  'rule-off',
  'too-deep',
  'going-round',
  'no-words',
  'too-many',
  'not-allowed',
  'not-in-this-obs',
  'not-found',
  'stays-on',
  'higher-rule-stays',
  'scene-put-on',
  'scene-replaced',
  'scene-renamed',
  'stream-began',
] as const satisfies ReadonlyArray<Why>;

/** Null for a word that this page has none for: it is then shown as it came. */
export function whatOf(word: string): What | null {
  return WHATS.find((each) => each === word) ?? null;
}

export function whyOf(word: string): Why | null {
  return WHYS.find((each) => each === word) ?? null;
}
