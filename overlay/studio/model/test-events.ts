import type { LiveEvent } from '../../../shared/events.ts';
import { FAN_CLUB_TIER } from '../../../shared/fan-club.ts';
import { TEST_SOURCE } from '../../../shared/test-source.ts';
import type { Instant } from '../../../shared/time.ts';

/* Events that show what alerts and scene rules do, sent the whole way of a real one. */

export type TestType = 'gift' | 'tip' | 'subscribe' | 'fan-club' | 'follow' | 'share';

/** Who sends it, and what the gift is called. */
interface TestWords {
  readonly name: string;
  readonly gift: string;
}

const USER = { id: 'cuedesk-test', name: 'Cuedesk' };

/** Marked as a test by its source. `id` must be new at each call: an event counts once. */
export function testEvent(type: TestType, id: string, at: Instant, words: TestWords): LiveEvent {
  const base = { id, at, source: TEST_SOURCE, user: { ...USER, name: words.name } };
  switch (type) {
    case 'gift':
      return { ...base, type, gift: { id: 'test', name: words.gift, diamonds: 10, count: 5 } };
    case 'tip':
      return { ...base, type, tip: { amount: { minor: 500, currency: 'EUR' } } };
    case 'subscribe':
      return { ...base, type, subscribe: { months: 1 } };
    case 'fan-club':
      return { ...base, type: 'subscribe', subscribe: { months: 0, tier: FAN_CLUB_TIER } };
    default:
      return { ...base, type };
  }
}
