import { formatMoney } from '../../shared/money-text.ts';
import type { StageMoment } from '../../shared/stage-view.ts';
import { onAir } from './on-air.ts';
import type { words as stageWords } from './words.ts';

export type AlertWords = Pick<typeof stageWords, 'say' | 'language'>;

/** Words of the streamer's own take two lines. */
const LONGEST_OWN = 120;

/** Who it was, or the streamer's own words. A deed without a name is somebody's. */
export function headOf(moment: StageMoment, words: Pick<AlertWords, 'say'>): string {
  return moment.type === 'own' ? onAir(moment.name, LONGEST_OWN) : onAir(moment.name) || words.say('somebody');
}

/** What a viewer did, without the name; empty where the streamer's own words say it all. */
export function deedOf(moment: StageMoment, words: AlertWords): string {
  if (moment.type === 'own') return '';
  return moment.type === 'gift' ? words.say('sent', { gift: onAir(moment.gift) }) : words.say(moment.type);
}

/** The amount of a tip in its own currency, as the stage's language writes it; null for what is no tip. */
export function amountOf(moment: StageMoment, words: AlertWords): string | null {
  return moment.type === 'tip' ? formatMoney(moment.amount, words.language.value ?? 'en') : null;
}
