import { expect, test } from 'vitest';
import { giftNames } from '../../../overlay/studio/model/gift-names.ts';
import { chat, gift } from '../../core/live/events.ts';

test('[SU419] gifts that came are offered by name, each once', () => {
  const named = (name: string) => {
    const event = gift(1);
    if (event.type !== 'gift') throw new Error('no gift');
    return { ...event, gift: { ...event.gift, name } };
  };
  const events = [named('Rose'), chat('Lion'), named('Galaxy'), named('rose')];
  expect(giftNames(events.map((event, seq) => ({ ...event, seq })))).toEqual(['Galaxy', 'rose']);
  expect(giftNames([])).toEqual([]);
});
