import type { studioRules } from '../../../shared/locales/en/studio-rules.ts';
import { MOMENT_TYPES } from '../../../shared/moment-types.ts';
import type { ActionType, SceneAction } from '../../../shared/scene-actions.ts';
import type { ConditionGroup, ConditionType, SceneCondition } from '../../../shared/scene-conditions.ts';
import type { ObsNames } from '../../../shared/scenes.ts';
import { FIRST_HOLD } from './hold-choice.ts';

type FieldWord = keyof (typeof studioRules)['field'];
type ChoiceWord = keyof (typeof studioRules)['choice'];
type Value = string | boolean;

/** Names of OBS to choose from: all of a kind, the sources of the row's scene, what has filters, the filters of the row's source. */
export type ObsList = keyof ObsNames | 'filtered';

/** How one part of a condition or a step is edited. `gift`: its name, empty means null. `role`, `rule` and `part` (of a stage): chosen from what there is.
 * `amount`: of money in the row's currency. `words`: for viewers, with what is filled in; `most` characters. */
export type RowField = { readonly key: FieldWord } & (
  | { readonly kind: 'count' | 'maybe-count'; readonly least: number; readonly most: number }
  | { readonly kind: 'words'; readonly most: number }
  | { readonly kind: 'obs'; readonly list: ObsList }
  | { readonly kind: 'text' | 'gift' | 'time' | 'scene' | 'role' | 'rule' | 'part' | 'amount' }
  | { readonly kind: 'choice'; readonly of: ReadonlyArray<readonly [Value, ChoiceWord]> }
);

const count = (key: FieldWord, least: number, most: number): RowField => ({ key, kind: 'count', least, most });
const text = (key: FieldWord): RowField => ({ key, kind: 'text' });
const fromObs = (key: FieldWord, list: ObsList): RowField => ({ key, kind: 'obs', list });
const choice = (key: FieldWord, ...of: (readonly [Value, ChoiceWord])[]): RowField => ({ key, kind: 'choice', of });
const onOff = (key: FieldWord): RowField => choice(key, [true, 'yes'], [false, 'no']);
const output = choice('of', ['stream', 'stream'], ['record', 'record']);

export const CONDITION_FIELDS: Readonly<Record<ConditionType, ReadonlyArray<RowField>>> = {
  gift: [count('diamonds', 0, 1_000_000_000), count('count', 1, 10_000_000), { key: 'gift', kind: 'gift' }],
  tip: [{ key: 'minor', kind: 'amount' }, text('currency')],
  follow: [],
  share: [],
  subscribe: [],
  chat: [text('text'), choice('match', ['words', 'words'], ['glob', 'glob']), { key: 'by', kind: 'role' }],
  session: [choice('state', ['started', 'started'], ['ended', 'ended'])],
  booking: [
    choice('state', ['requested', 'requested'], ['accepted', 'accepted'], ['started', 'started'], ['ended', 'ended']),
  ],
  goal: [{ key: 'goal', kind: 'part' }],
  button: [],
  milestone: [choice('of', ['likes', 'likes'], ['viewers', 'viewers']), count('at', 1, 1_000_000_000)],
  queue: [count('least', 1, 10_000)],
  serving: [onOff('on'), choice('paid', [false, 'eitherPaid'], [true, 'paidOnly'])],
  'feed-gap': [choice('on', [true, 'no'], [false, 'yes'])],
  live: [choice('on', [true, 'runs'], [false, 'runsNot'])],
  'booking-soon': [count('minutes', 1, 1440)],
  idle: [count('seconds', 1, 86_400)],
  time: [
    { key: 'from', kind: 'time' },
    { key: 'to', kind: 'time' },
  ],
  scene: [{ key: 'scene', kind: 'scene' }],
  output: [output, onOff('on')],
};

/** Of `show-scene` without its hold, which has fields of its own. */
export const ACTION_FIELDS: Readonly<Record<ActionType, ReadonlyArray<RowField>>> = {
  'show-scene': [{ key: 'scene', kind: 'scene' }],
  'stage-scene': [{ key: 'scene', kind: 'scene' }],
  source: [{ key: 'scene', kind: 'scene' }, fromObs('source', 'sources'), onOff('visible')],
  text: [fromObs('input', 'inputs'), { key: 'text', kind: 'words', most: 500 }],
  'media-file': [fromObs('input', 'inputs'), text('file')],
  media: [
    fromObs('input', 'inputs'),
    choice('act', ['play', 'play'], ['pause', 'pause'], ['restart', 'restart'], ['stop', 'stop']),
  ],
  filter: [fromObs('source', 'filtered'), fromObs('filter', 'filters'), onOff('on')],
  mute: [fromObs('input', 'inputs'), choice('muted', [true, 'mute'], [false, 'unmute'])],
  transition: [
    fromObs('transition', 'transitions'),
    { key: 'milliseconds', kind: 'maybe-count', least: 50, most: 20_000 },
  ],
  'save-replay': [],
  chapter: [text('name')],
  hotkey: [fromObs('hotkey', 'hotkeys')],
  layout: [{ key: 'layout', kind: 'part' }],
  alerts: [
    choice(
      'act',
      ['pause', 'pause'],
      ['resume', 'resume'],
      ['skip', 'skip'],
      ['replay', 'replay'],
      ['clear', 'clear'],
      ['mute', 'mute'],
      ['unmute', 'unmute'],
    ),
  ],
  alert: [{ key: 'text', kind: 'words', most: 120 }],
  wait: [count('seconds', 0.1, 3600)],
  'run-rule': [{ key: 'rule', kind: 'rule' }],
  output: [output, onOff('on')],
};

/** A condition to begin with. */
export const FIRST_CONDITIONS: { readonly [T in ConditionType]: Extract<SceneCondition, { type: T }> } = {
  gift: { type: 'gift', diamonds: 100, gift: null, count: 1 },
  tip: { type: 'tip', minor: 500, currency: 'EUR' },
  follow: { type: 'follow' },
  share: { type: 'share' },
  subscribe: { type: 'subscribe' },
  chat: { type: 'chat', text: '!hello', match: 'words', by: 'anyone' },
  session: { type: 'session', state: 'started' },
  booking: { type: 'booking', state: 'accepted' },
  goal: { type: 'goal', goal: null },
  button: { type: 'button' },
  milestone: { type: 'milestone', of: 'likes', at: 10_000 },
  queue: { type: 'queue', least: 3 },
  serving: { type: 'serving', on: true, paid: false },
  'feed-gap': { type: 'feed-gap', on: true },
  live: { type: 'live', on: true },
  'booking-soon': { type: 'booking-soon', minutes: 5 },
  idle: { type: 'idle', seconds: 120 },
  time: { type: 'time', from: '20:00', to: '21:00' },
  scene: { type: 'scene', scene: '' },
  output: { type: 'output', of: 'stream', on: true },
};

/** A condition to add to the group: of things that happen no two come together, so that to one of them a state is added. */
export function nextCondition({ match, conditions }: ConditionGroup): SceneCondition {
  const isTaken = match === 'all' && conditions.some(({ type }) => MOMENT_TYPES.has(type));
  return isTaken ? FIRST_CONDITIONS.serving : FIRST_CONDITIONS.follow;
}

/** A step to begin with. What it needs of OBS is still empty. */
export const FIRST_ACTIONS: { readonly [T in ActionType]: Extract<SceneAction, { type: T }> } = {
  'show-scene': {
    type: 'show-scene',
    scene: '',
    hold: FIRST_HOLD,
  },
  'stage-scene': { type: 'stage-scene', scene: '' },
  source: { type: 'source', scene: '', source: '', visible: true },
  text: { type: 'text', input: '', text: '' },
  'media-file': { type: 'media-file', input: '', file: '' },
  media: { type: 'media', input: '', act: 'restart' },
  filter: { type: 'filter', source: '', filter: '', on: true },
  mute: { type: 'mute', input: '', muted: true },
  transition: { type: 'transition', transition: 'Fade', milliseconds: null },
  'save-replay': { type: 'save-replay' },
  chapter: { type: 'chapter', name: '' },
  hotkey: { type: 'hotkey', hotkey: '' },
  layout: { type: 'layout', layout: null },
  alerts: { type: 'alerts', act: 'pause' },
  alert: { type: 'alert', text: '' },
  wait: { type: 'wait', seconds: 5 },
  'run-rule': { type: 'run-rule', rule: '' },
  output: { type: 'output', of: 'record', on: true },
};

export const CONDITION_TYPES = Object.keys(FIRST_CONDITIONS) as ConditionType[];
export const ACTION_TYPES = Object.keys(FIRST_ACTIONS) as ActionType[];

/** What must be named before a rule can be kept: parts that may not be empty. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['text text', 'chapter name']);

/** The first part of the condition or step that is still empty, or null. */
export function emptyPart(row: SceneCondition | SceneAction, fields: ReadonlyArray<RowField>): FieldWord | null {
  const values: Readonly<Record<string, unknown>> = row;
  const empty = fields.find(({ key }) => values[key] === '' && !MAY_BE_EMPTY.has(`${row.type} ${key}`));
  return empty?.key ?? null;
}
