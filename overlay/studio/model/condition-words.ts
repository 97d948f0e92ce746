import type { ConditionOf, SceneCondition } from '../../../shared/scene-conditions.ts';
import { tellRule } from './rule-words.ts';
import { counted, listed, number } from './spoken-numbers.ts';
import { type StageParts, stageParts } from './stage-parts.ts';
import { tongue } from './words.ts';

/** One condition as it stands in the sentence of its rule. What is not filled in yet says so. */
export function conditionWords(condition: SceneCondition): string {
  switch (condition.type) {
    case 'gift':
      return giftWords(condition);
    case 'tip':
      return tellRule('cond.tip', { amount: money(condition.minor, condition.currency) });
    case 'chat': {
      const values = { by: tellRule(`role.${condition.by}`), text: condition.text || tellRule('open.text') };
      return tellRule(condition.match === 'glob' ? 'cond.chatWhole' : 'cond.chat', values);
    }
    case 'session':
      return tellRule(`cond.session_${condition.state}`);
    case 'booking':
      return tellRule(`cond.booking_${condition.state}`);
    case 'goal':
      if (condition.goal === null) return tellRule('cond.goal');
      return tellRule('cond.goalNamed', { goal: partWords('goal', condition.goal) });
    case 'milestone':
      return tellRule(`cond.${condition.of}`, counted(condition.at));
    case 'queue':
      return tellRule('cond.queue', counted(condition.least));
    case 'serving':
      return tellRule(`cond.serving_${condition.paid ? 'paid_' : ''}${onOff(condition.on)}`);
    case 'live':
    case 'feed-gap':
      return tellRule(`cond.${condition.type}_${onOff(condition.on)}`);
    case 'booking-soon':
      return tellRule('cond.booking-soon', { number: number(condition.minutes) });
    case 'idle':
      return tellRule('cond.idle', { number: number(condition.seconds) });
    case 'time':
      return tellRule('cond.time', { from: condition.from, to: condition.to });
    case 'scene':
      return tellRule('cond.scene', { scene: condition.scene || tellRule('open.scene') });
    case 'output':
      return tellRule(`cond.output_${condition.of}_${onOff(condition.on)}`);
    default:
      return tellRule(`cond.${condition.type}`);
  }
}

/** Worth and taps only where they ask for more than any gift has. */
function giftWords({ gift, diamonds, count }: ConditionOf<'gift'>): string {
  if (gift === null && count === 1)
    return diamonds === 0 ? tellRule('cond.giftAny') : tellRule('cond.gift', counted(diamonds));
  const name = gift ?? tellRule('kind.gift');
  const worth = [
    ...(diamonds > 1 ? [tellRule('cond.diamonds', counted(diamonds))] : []),
    ...(count > 1 ? [tellRule('cond.taps', counted(count))] : []),
  ];
  if (worth.length === 0) return tellRule('cond.giftComes', { gift: name });
  return tellRule('cond.giftNamed', { gift: name, worth: listed(worth, 'conjunction') });
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

function money(minor: number, currency: string): string {
  if (Number.isNaN(minor) || !/^[A-Z]{3}$/.test(currency)) return `${number(minor)} ${currency}`;
  const format = new Intl.NumberFormat(tongue(), { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
