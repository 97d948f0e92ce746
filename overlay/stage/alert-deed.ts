import { formatMoney } from '../../shared/money-text.ts';
import type { StageMoment } from '../../shared/stage-view.ts';
import { onAir } from './on-air.ts';
import type { words as stageWords } from './words.ts';

export type AlertWords = Pick<typeof stageWords, 'say' | 'language'>;

/** What a viewer did, without the name. */
export function deedOf(moment: StageMoment, words: AlertWords): string {
  return moment.type === 'gift' ? words.say('sent', { gift: onAir(moment.gift) }) : words.say(moment.type);
}

/** The amount of a tip in its own currency, as the stage's language writes it; null for what is no tip. */
export function amountOf(moment: StageMoment, words: AlertWords): string | null {
  return moment.type === 'tip' ? formatMoney(moment.amount, words.language.value ?? 'en') : null;
}
