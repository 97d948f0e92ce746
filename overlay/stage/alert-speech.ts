import type { StageMoment } from '../../shared/stage-view.ts';
import type { AlertWords } from './alert-deed.ts';
import { amountOf, deedOf, headOf } from './alert-deed.ts';
import { countOf } from './alerts/weight.ts';

/** An alert as a voice says it: without pictures, which a voice would spell out. Empty when no name is left to say. */
export function spokenText(moment: StageMoment, words: AlertWords): string {
  const name = withoutPictures(headOf(moment, words));
  if (name === '') return '';
  const count = countOf(moment);
  const deed = withoutPictures(deedOf(moment, words));
  const more = count > 1 ? words.say('times', { count }) : amountOf(moment, words);
  return `${deed === '' ? name : `${name} ${deed}`}${more === null ? '' : `, ${more}`}`;
}

function withoutPictures(text: string): string {
  return (
    text
      .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu, ' ')
      // What joins and finishes pictures, and is nothing without them.
      .replace(/\ufe0e|\ufe0f|\u200d|\u20e3/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
