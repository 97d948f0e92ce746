import type { studio } from '../../../shared/locales/en/studio.ts';
import type { RuleAsked, SceneAct } from '../../../shared/scenes.ts';
import { isKeptBack } from '../../parts/asked.ts';
import { tellRule } from './rule-words.ts';
import { say } from './words.ts';

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
  'let-go',
  'comes-later',
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
  'paused-by-hand',
  'replay-off',
  'no-file-input',
  'return-asked',
] as const satisfies ReadonlyArray<Why>;

/** Null for a word that this page has none for: it is then shown as it came. */
export function whatOf(word: string): What | null {
  return WHATS.find((each) => each === word) ?? null;
}

export function whyOf(word: string): Why | null {
  return WHYS.find((each) => each === word) ?? null;
}

/** What the act was, as a person says it. An act about no scene is one of a step, or of a rule as a whole. */
export function actWords({
  what,
  scene,
  step = null,
}: Pick<SceneAct, 'what' | 'scene'> & { step?: string | null }): string {
  const name = step === null ? null : tellRule(`act.${step}` as 'act.mute');
  if (what === 'step-failed' && name !== null) return say('scenes.stepFailed', { step: name });
  if (what === 'dropped' && name !== null) return say('scenes.stepDropped', { step: name });
  if (scene === null && (what === 'left-alone' || what === 'dropped')) return say('scenes.didNothing');
  const word = whatOf(what);
  return word ? say(`scenes.what.${word}`, { scene: scene ?? '' }) : `${what} ${scene ?? ''}`;
}

/** Why, with the name of the rule; where that lost to another one, with the other's name: that is the one to look at. */
export function actReason(act: Pick<SceneAct, 'why' | 'ruleName' | 'byName'>): string {
  const rule = act.ruleName ?? '';
  const reason = reasonAlone(act);
  return rule === '' || reason.includes(rule) ? reason : `${reason} · ${say('scenes.why.rule-fired', { rule })}`;
}

function reasonAlone({ why, ruleName, byName }: Pick<SceneAct, 'why' | 'ruleName' | 'byName'>): string {
  const word = whyOf(why);
  const reason = word ? say(`scenes.why.${word}`, { rule: ruleName ?? '' }) : why;
  return byName ? `${reason}: ${byName}` : reason;
}

/** What came of a rule that somebody has just tried out: each act, with the reason of those that were not done. */
export function askedWords({ acts, goesOn }: RuleAsked): string {
  const said = acts.map((one) => (isKeptBack(one) ? `${actWords(one)} · ${reasonAlone(one)}` : actWords(one)));
  const begun = said.length === 0 && !goesOn ? [say('scenes.what.done')] : said;
  return [...begun, ...(goesOn ? [tellRule('ui.goesOn')] : [])].join('; ');
}
