import type { LiveEvent } from '../../../shared/events.ts';
import type { GiftGrowth } from '../live/streaks.ts';
import type { Happening } from './world.ts';

/** The event as rules see it; null for what no rule waits for. A gift only when its streak has grown in worth. */
export function happeningOf(event: LiveEvent, growth: GiftGrowth | null): Happening | null {
  switch (event.type) {
    case 'gift': {
      if (!growth || growth.addedCount <= 0) return null;
      const { key, value, count, gift } = growth;
      return { type: 'gift', key, value, count, gift };
    }
    case 'tip':
      return { type: 'tip', ...event.tip.amount };
    case 'follow':
    case 'share':
    case 'subscribe':
      return { type: event.type };
    case 'chat':
      return { type: 'chat', text: event.chat.text, roles: event.user.roles ?? [] };
    default:
      return null;
  }
}

/** Whether a viewer was heard with it: what ends an idle time. */
export function isHeard({ type }: Pick<LiveEvent, 'type'>): boolean {
  return type !== 'viewers' && type !== 'session' && type !== 'moderation';
}
