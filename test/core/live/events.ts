import type { EventOf, LiveEvent } from '../../../shared/events.ts';

/** Short ways to write events in tests; ids count up so that each is another event. */
let made = 0;
const at = '2026-11-22T18:00:00.000Z';

function base(id?: string) {
  made += 1;
  return { id: id ?? `event-${made}`, source: 'platform', at };
}

export function viewer(id = 'mara') {
  return { id, handle: id, name: id[0]?.toUpperCase() + id.slice(1) };
}

export function gift(
  count: number,
  more: Partial<{
    id: string;
    user: string;
    gift: string;
    diamonds: number;
    streak: string | null;
    ended: boolean;
    room: string;
  }> = {},
): EventOf<'gift'> {
  const streak = more.streak === null ? {} : { streak: { id: more.streak ?? 'row-1', ended: more.ended ?? false } };
  return {
    ...base(more.id),
    ...(more.room === undefined ? {} : { room: more.room }),
    type: 'gift',
    user: viewer(more.user),
    gift: { id: more.gift ?? 'rose', name: more.gift ?? 'Rose', diamonds: more.diamonds ?? 1, count, ...streak },
  };
}

export function chat(text: string, id?: string): LiveEvent {
  return { ...base(id), type: 'chat', user: viewer(), chat: { text } };
}

export function like(count: number, total?: number, room?: string): LiveEvent {
  return {
    ...base(),
    ...(room ? { room } : {}),
    type: 'like',
    user: viewer(),
    like: total === undefined ? { count } : { count, total },
  };
}

export function viewers(now: number, when = at): LiveEvent {
  return { ...base(), at: when, type: 'viewers', viewers: { now } };
}

export function tip(minor: number, currency = 'EUR'): LiveEvent {
  return { ...base(), type: 'tip', user: viewer(), tip: { amount: { minor, currency } } };
}

export function session(state: 'started' | 'paused' | 'resumed' | 'ended'): LiveEvent {
  return { ...base(), type: 'session', session: { state } };
}

export function follow(user = 'mara'): LiveEvent {
  return { ...base(), type: 'follow', user: viewer(user) };
}
