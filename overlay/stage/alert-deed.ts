import type { StageMoment } from '../../shared/protocol.ts';
import { onAir } from './on-air.ts';
import type { words as stageWords } from './words.ts';

export type AlertWords = Pick<typeof stageWords, 'say'>;

/** What a viewer did, without the name. */
export function deedOf(moment: StageMoment, words: AlertWords): string {
  return moment.type === 'gift' ? words.say('sent', { gift: onAir(moment.gift) }) : words.say(moment.type);
}
