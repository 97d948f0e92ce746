import type { SceneAction } from '../../../shared/scene-actions.ts';
import type { ConditionGroup, SceneCondition } from '../../../shared/scene-conditions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { tellRule } from './rule-words.ts';
import { type StageParts, stageParts } from './stage-parts.ts';
import { say, tongue } from './words.ts';

/** The rule as one sentence in the reader's language. `nameOf`: the name of another rule, by its id. */
export function ruleSentence(rule: SceneRule, nameOf: (id: string) => string): string {
  const conditions = listed(rule.when.map(groupWords), 'conjunction');
  const actions = rule.actions.map((action) => actionWords(action, nameOf)).join(', ');
  const whole = tellRule('joins.when', { conditions, actions });
  const { seconds } = rule.cooldown;
  return seconds > 0 ? `${whole} ${tellRule('joins.rest', { count: number(seconds) })}` : whole;
}

function groupWords({ match, conditions }: ConditionGroup): string {
  const each = conditions.map(conditionWords);
  if (match === 'none') return tellRule('joins.none', { conditions: listed(each, 'disjunction') });
  return listed(each, match === 'any' ? 'disjunction' : 'conjunction');
}

export function conditionWords(condition: SceneCondition): string {
  switch (condition.type) {
    case 'gift': {
      const { gift, diamonds, count } = condition;
      if (gift === null && count === 1) return tellRule('cond.gift', { count: number(diamonds) });
      const name = gift ?? tellRule('kind.gift');
      return tellRule('cond.giftNamed', { gift: name, diamonds: number(diamonds), taps: number(count) });
    }
    case 'tip':
      return tellRule('cond.tip', { amount: money(condition.minor, condition.currency) });
    case 'chat':
      return tellRule('cond.chat', { by: tellRule(`role.${condition.by}`), text: condition.text });
    case 'session':
      return tellRule(`cond.session_${condition.state}`);
    case 'booking':
      return tellRule(`cond.booking_${condition.state}`);
    case 'goal':
      if (condition.goal === null) return tellRule('cond.goal');
      return tellRule('cond.goalNamed', { goal: partWords('goal', condition.goal) });
    case 'milestone':
      return tellRule(`cond.milestone_${condition.of}`, { count: number(condition.at) });
    case 'queue':
      return tellRule('cond.queue', { count: number(condition.least) });
    case 'serving':
      return tellRule(`cond.serving_${condition.paid ? 'paid_' : ''}${onOff(condition.on)}`);
    case 'live':
    case 'feed-gap':
      return tellRule(`cond.${condition.type}_${onOff(condition.on)}`);
    case 'booking-soon':
      return tellRule('cond.booking-soon', { count: number(condition.minutes) });
    case 'idle':
      return tellRule('cond.idle', { count: number(condition.seconds) });
    case 'time':
      return tellRule('cond.time', { from: condition.from, to: condition.to });
    case 'scene':
      return tellRule('cond.scene', { scene: condition.scene || say('scenes.sceneNone') });
    case 'output':
      return tellRule(`cond.output_${condition.of}_${onOff(condition.on)}`);
    default:
      return tellRule(`cond.${condition.type}`);
  }
}

export function actionWords(action: SceneAction, nameOf: (id: string) => string): string {
  switch (action.type) {
    case 'show-scene': {
      const scene = action.scene || say('scenes.sceneNone');
      if (!action.hold?.returns) return tellRule('do.showStays', { scene });
      return tellRule('do.show-scene', { scene, seconds: number(action.hold.seconds) });
    }
    case 'stage-scene':
      return tellRule('do.stage-scene', { scene: action.scene || say('scenes.sceneNone') });
    case 'source':
      return tellRule(`do.source_${onOff(action.visible)}`, { source: action.source });
    case 'text':
      return tellRule('do.text', { text: action.text, input: action.input });
    case 'media':
      return tellRule(`do.media_${action.act}`, { input: action.input });
    case 'filter':
      return tellRule(`do.filter_${onOff(action.on)}`, { filter: action.filter });
    case 'mute':
      return tellRule(`do.mute_${onOff(action.muted)}`, { input: action.input });
    case 'transition':
      return tellRule('do.transition', { transition: action.transition });
    case 'hotkey':
      return tellRule('do.hotkey', { hotkey: action.hotkey });
    case 'layout':
      if (action.layout === null) return tellRule('do.layoutOwn');
      return tellRule('do.layout', { layout: partWords('layout', action.layout) });
    case 'alerts':
      return tellRule(`do.alerts_${action.act}`);
    case 'alert':
      return tellRule('do.alert', { text: action.text });
    case 'wait':
      return tellRule('do.wait', { seconds: number(action.seconds) });
    case 'run-rule':
      return tellRule('do.run-rule', { rule: nameOf(action.rule) });
    case 'output':
      return tellRule(`do.output_${action.of}_${onOff(action.on)}`);
    default:
      return tellRule(`do.${action.type}`);
  }
}

/** A goal or layout by its name; by its id where no stage has it, or none is known yet. */
export function partWords(kind: keyof StageParts, id: string): string {
  const part = stageParts.value[kind].find((one) => one.id === id);
  if (!part) return id;
  if (part.title !== '' || part.target === null) return part.title;
  return tellRule('ui.goalOf', { count: number(part.target) });
}

function onOff(on: boolean): 'on' | 'off' {
  return on ? 'on' : 'off';
}

function number(value: number): string {
  return new Intl.NumberFormat(tongue()).format(value);
}

function money(minor: number, currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${number(minor)} ${currency}`;
  const format = new Intl.NumberFormat(tongue(), { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

function listed(parts: ReadonlyArray<string>, type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(tongue(), { type }).format(parts);
}
