import type { LiveEvent } from '../../../shared/events.ts';
import type { EpochMillis } from '../../../shared/time.ts';

/** One broadcast. `source` and `room` are those that began it, where it has them. */
export interface Session {
  readonly id: string;
  readonly startedAt: EpochMillis;
  readonly endedAt: EpochMillis | null;
  readonly startedBy: 'live' | 'replay' | 'hand' | 'event';
  readonly source: string | null;
  readonly room: string | null;
}

/** From what kind of source an event came; see the source port. */
export type OriginKind = 'live' | 'replay' | 'api';

/** What happened to sessions: `opened` and `ended` carry the session as it now is. */
export interface SessionChange {
  readonly session: Session;
  readonly opened: boolean;
  readonly ended: Session | null;
}

/** When a session begins: after every one before it, whatever the clock says, since the newest is the one that counts. */
function startAfter(before: Session | null, now: EpochMillis): EpochMillis {
  return before ? Math.max(now, before.startedAt + 1) : now;
}

/**
 * Which session an event belongs to, and whether it begins or ends one (interface document, section 4).
 * - None was ever there: the event begins one, so that nothing is dropped for want of a start.
 * - `session started` begins one unless one runs; `ended` ends the running one and belongs to it, unless it names
 *   another room: what is over there is another broadcast.
 * - After an end and before a start, events belong to the session that ended.
 * - In a replay, starts and ends are history: the whole of it is one session.
 * - What a live feed hears belongs to no replay: it begins a session of its own.
 */
export function placeEvent(
  current: Session | null,
  event: LiveEvent,
  origin: OriginKind,
  now: EpochMillis,
  newId: () => string,
): SessionChange {
  const running = current !== null && current.endedAt === null;
  const state = event.type === 'session' && origin !== 'replay' ? event.session.state : null;
  const beside = current?.startedBy === 'replay' && origin === 'live' && state !== 'ended';
  if (!current || beside || (state === 'started' && !running)) {
    const opened: Session = {
      id: newId(),
      startedAt: startAfter(current, now),
      endedAt: null,
      startedBy: origin === 'live' ? 'live' : 'event',
      source: event.source,
      room: event.room ?? null,
    };
    return { session: opened, opened: true, ended: current && running ? { ...current, endedAt: now } : null };
  }
  // An end inside a replayed session by another source would cut the replay in two.
  if (state === 'ended' && running && current.startedBy !== 'replay' && !isElsewhere(current, event)) {
    const ended = { ...current, endedAt: now };
    return { session: ended, opened: false, ended };
  }
  return { session: current, opened: false, ended: null };
}

/** Whether the event says that it is of another room than the session's. */
function isElsewhere({ room }: Session, event: LiveEvent): boolean {
  return room !== null && event.room !== undefined && event.room !== room;
}

/** Whether another session has taken the place of the replay that the event is of: it would count in a foreign show. */
export function isOvertaken(current: Session | null, event: LiveEvent, origin: OriginKind): boolean {
  return origin === 'replay' && current !== null && current.endedAt === null && current.source !== event.source;
}

/**
 * What a connection into a room does: another room than the session's begins a new one (and ends the old); the same
 * room goes on. A session begun without a room takes the first one that comes.
 */
export function enterRoom(
  current: Session | null,
  room: string,
  source: string,
  now: EpochMillis,
  newId: () => string,
): { session: Session; opened: boolean; ended: Session | null } {
  const running = current !== null && current.endedAt === null;
  if (current && current.room === room) return { session: current, opened: false, ended: null };
  if (current && running && current.room === null && current.startedBy !== 'replay') {
    return { session: { ...current, room, source: current.source ?? source }, opened: false, ended: null };
  }
  return {
    session: { id: newId(), startedAt: startAfter(current, now), endedAt: null, startedBy: 'live', source, room },
    opened: true,
    ended: current && running ? { ...current, endedAt: now } : null,
  };
}

/**
 * The session of a replay: an unfinished run of the same replay goes on under its old name, so that nothing counts
 * twice after a crash; else a new run begins. `runs` is how many runs of it there have been.
 */
export function beginReplay(
  current: Session | null,
  replay: string,
  runs: number,
  now: EpochMillis,
  newId: () => string,
): SessionChange {
  const running = current !== null && current.endedAt === null;
  if (current && running && current.startedBy === 'replay' && replayOf(current.source) === replay) {
    return { session: current, opened: false, ended: null };
  }
  const source = runs === 0 ? replay : `${replay}#${runs + 1}`;
  return {
    session: {
      id: newId(),
      startedAt: startAfter(current, now),
      endedAt: null,
      startedBy: 'replay',
      source,
      room: null,
    },
    opened: true,
    ended: current && running ? { ...current, endedAt: now } : null,
  };
}

/** A session begun by hand: it ends the running one, and takes the first room that comes. */
export function beginByHand(current: Session | null, now: EpochMillis, newId: () => string): SessionChange {
  const startedAt = startAfter(current, now);
  return {
    session: { id: newId(), startedAt, endedAt: null, startedBy: 'hand', source: null, room: null },
    opened: true,
    ended: current && current.endedAt === null ? { ...current, endedAt: now } : null,
  };
}

/** The replay that a run belongs to: its name without the number of the run. */
export function replayOf(source: string | null): string | null {
  return source === null ? null : source.replace(/#\d+$/, '');
}
