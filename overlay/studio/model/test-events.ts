import type { LiveEvent } from '../../../shared/events.ts';
import { FAN_CLUB_TIER } from '../../../shared/fan-club.ts';
import type { Widget } from '../../../shared/stage-design.ts';
import type { Instant } from '../../../shared/time.ts';

/* Events that show what a widget or a rule does, sent the whole way of a real one. */

export type TestType = 'gift' | 'tip' | 'subscribe' | 'fan-club' | 'follow' | 'share' | 'like';

const USER = { id: 'cuedesk-test', name: 'Cuedesk' };

/** Marked as a test by its source. `id` must be new at each call: an event counts once. */
export function testEvent(type: TestType, id: string, at: Instant, name: string): LiveEvent {
  const base = { id, at, source: 'test', user: { ...USER, name } };
  switch (type) {
    case 'gift':
      return { ...base, type, gift: { id: 'test', name: 'Test', diamonds: 10, count: 5 } };
    case 'tip':
      return { ...base, type, tip: { amount: { minor: 500, currency: 'EUR' } } };
    case 'subscribe':
      return { ...base, type, subscribe: { months: 1 } };
    case 'fan-club':
      return { ...base, type: 'subscribe', subscribe: { months: 0, tier: FAN_CLUB_TIER } };
    case 'like':
      return { ...base, type, like: { count: 50 } };
    default:
      return { ...base, type };
  }
}

/** What moves this widget; null for one that no event moves. */
export function testOfWidget(widget: Widget): TestType | null {
  switch (widget.kind) {
    case 'alerts':
    case 'leaderboard':
      return 'gift';
    case 'goal':
      return GOAL_TESTS[widget.measure];
    default:
      return null;
  }
}

const GOAL_TESTS = {
  diamonds: 'gift',
  money: 'tip',
  follows: 'follow',
  subscribes: 'subscribe',
  likes: 'like',
  bookings: null,
} as const;
