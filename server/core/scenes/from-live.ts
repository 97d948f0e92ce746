import { type LiveEvent, nameOf } from '../../../shared/events.ts';
import type { Occasion } from '../../../shared/rule-words.ts';
import { onAir } from '../live/on-air.ts';
import type { GiftGrowth } from '../live/streaks.ts';
import { oneLine } from '../one-line.ts';
import type { Happening } from './world.ts';

/** The event as rules see it; null for what no rule waits for. A gift only when its streak has grown in worth. */
export function happeningOf(event: LiveEvent, growth: GiftGrowth | null): Happening | null {
  switch (event.type) {
    case 'gift': {
      if (!growth || growth.addedCount <= 0) return null;
      const { key, value, count, gift, name } = growth;
      return { type: 'gift', key, value, count, gift, name };
    }
    case 'tip':
      return { type: 'tip', ...event.tip.amount, name: nameOf(event.user) };
    case 'follow':
    case 'share':
    case 'subscribe':
      return { type: event.type, name: nameOf(event.user) };
    case 'chat':
      return { type: 'chat', text: event.chat.text, roles: event.user.roles ?? [], name: nameOf(event.user) };
    default:
      return null;
  }
}

/** What the words of a rule may name of it. Names are strangers' words: they go on air on one line, and no longer than a name is. */
export function occasionOf(happening: Happening): Occasion {
  const name = 'name' in happening && happening.name ? { name: onAirLine(happening.name) } : {};
  switch (happening.type) {
    case 'gift':
      return { ...name, gift: onAirLine(happening.gift), count: happening.count, diamonds: happening.value };
    case 'tip':
      return { ...name, amount: { minor: happening.minor, currency: happening.currency } };
    default:
      return name;
  }
}

function onAirLine(text: string): string {
  return onAir(oneLine(text));
}

/** Whether a viewer was heard with it: what ends an idle time. */
export function isHeard({ type }: Pick<LiveEvent, 'type'>): boolean {
  return type !== 'viewers' && type !== 'session' && type !== 'moderation';
}
