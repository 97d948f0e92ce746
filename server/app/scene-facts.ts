import { reached as reachedBy } from '../../shared/goal-reached.ts';
import type { LiveSession } from '../../shared/live.ts';
import { isOpen } from '../../shared/request-states.ts';
import type { StageFigures } from '../../shared/stage-view.ts';
import { type EpochMillis, toMillis } from '../../shared/time.ts';
import { LATE_AFTER_SECONDS } from '../core/scenes/facts.ts';
import { happeningOf, isHeard } from '../core/scenes/from-live.ts';
import { newLateness } from '../core/scenes/lateness.ts';
import { lastStates } from '../store/request-counts.ts';
import { comingBookings, readRequest } from '../store/requests.ts';
import type { Store } from '../store/store.ts';
import type { Booking } from './booking.ts';
import { createDoor } from './door.ts';
import type { Live, LiveChange } from './live.ts';
import type { Scenes } from './scenes.ts';
import type { Sources } from './sources.ts';
import type { StageDesigns } from './stage-designs.ts';
import type { Stages } from './stages.ts';

/** Clock, bookings that begin and end, and goals are looked at this often. */
const LOOK_EVERY_MS = 1000;
/** More bookings than can run or be near at once. */
const COMING = 20;
/** Requests whose last state is remembered: many more than are open at once. */
const MOST_KNOWN = 10_000;
/** Changes are told at once: a request that is heard of for the first time later than this is an old one. */
const NEW_FOR_MS = 60_000;

type Lateness = ReturnType<typeof newLateness>;

interface Parts {
  readonly store: Store;
  readonly creatorId: string;
  readonly live: Live;
  readonly sources: Sources;
  readonly booking: Booking;
  readonly stages: Pick<Stages, 'list'>;
  readonly stageDesigns: Pick<StageDesigns, 'of'>;
  readonly figures: () => Promise<StageFigures>;
  readonly scenes: Scenes;
  readonly minuteAt: (at: EpochMillis) => number;
  readonly clock: () => EpochMillis;
  readonly lookEveryMs?: number;
  readonly onFault: (error: unknown) => void;
}

/** Tells the scene rules what happens: live, bookings, goals, clock. Answers how to stop. */
export async function tellScenes(parts: Parts): Promise<() => void> {
  const { live, sources, booking, lookEveryMs = LOOK_EVERY_MS, onFault } = parts;
  const bookings = await bookingFacts(parts);
  const goals = goalFacts(parts);
  const look = sessionFacts(parts);
  const changes = createDoor();
  const lateness = newLateness();
  look();
  const forget = [
    live.onChange((change) => {
      // A burst turns here a thousand times a second: without rules nobody asks, and the beat keeps up with the session.
      if (parts.scenes.rules().length === 0) return;
      heard(parts, change, lateness);
      look();
    }),
    sources.onChange(look),
    // One after the other: what was read for a change must not be told after what was read for the next.
    booking.onChange(({ requests }) => void changes.run(() => bookings.changed(requests)).catch(onFault)),
  ];
  const beat = setInterval(() => {
    look();
    bookings.look();
    if (parts.scenes.needsClock()) parts.scenes.worldChanged({ minute: parts.minuteAt(parts.clock()) });
    goals.look().catch(onFault);
  }, lookEveryMs);
  return () => {
    clearInterval(beat);
    for (const one of forget) one();
  };
}

/** What viewers did, in the order of the journal. */
function heard({ scenes, sources }: Parts, { entries, grown, at }: LiveChange, lateness: Lateness): void {
  if (entries.some(isHeard)) scenes.worldChanged({ heardAt: at });
  const growths = new Map(grown.flatMap(({ entry, growth }) => (entry ? [[entry.seq, growth] as const] : [])));
  const feeds = new Set(sources.statuses().flatMap(({ id }) => (id.startsWith('replay:') ? [] : [id])));
  for (const entry of entries) {
    const happening = happeningOf(entry, growths.get(entry.seq) ?? null);
    if (!happening) continue;
    // What a script posts happens when it posts it, and a replay goes by its own clock: both may tell of long ago.
    const late = feeds.has(entry.source) ? lateness.of(entry.source, toMillis(entry.at), at) : 0;
    scenes.happened(happening, late > LATE_AFTER_SECONDS * 1000 ? at - late : at);
  }
}

/** Session, totals and gaps; a session that runs at the start has not just started. */
function sessionFacts({ live, sources, scenes, clock }: Parts): () => void {
  let before = running(live.session([]));
  if (before !== null) scenes.worldChanged({ heardAt: clock() });
  return () => {
    const statuses = sources.statuses();
    const session = live.session(statuses);
    const now = running(session);
    if (before !== null && now !== before) scenes.happened({ type: 'session', state: 'ended' }, clock());
    if (now !== null && now !== before) {
      // Silence is counted within a live.
      scenes.worldChanged({ heardAt: clock() });
      scenes.happened({ type: 'session', state: 'started' }, clock());
    }
    before = now;
    const { likes, viewersNow: viewers } = session.totals;
    const isThere = statuses.some(({ state }) => state === 'live');
    const gap = session.gaps.some(({ to }) => to === null) || (isThere ? false : null);
    scenes.worldChanged({ likes, viewers, gap, live: now !== null });
  };
}

function running({ session }: LiveSession): string | null {
  return session && session.endedAt === null ? session.id : null;
}

/** Requests that come in and are accepted, and booked sessions that begin and end by the clock. */
async function bookingFacts({ store, creatorId, booking, scenes, clock }: Parts) {
  const { db } = store;
  const began = clock();
  const known = knownStates();
  for (const { id, state } of await lastStates(db, creatorId, MOST_KNOWN)) known.change(id, state);
  let coming = await comingBookings(db, creatorId, clock(), COMING);
  let serving = servingAt(clock());
  await tellQueue();

  /** The sessions that run, and whether each is marked as paid. */
  function servingAt(now: EpochMillis): Map<string, boolean> {
    const runs = coming.filter(({ start, end }) => start !== null && end !== null && start <= now && now < end);
    return new Map(runs.map(({ id, paidAt }) => [id, paidAt !== null]));
  }
  async function tellQueue(): Promise<void> {
    scenes.worldChanged({ waiting: (await booking.views.counts()).open });
  }
  function look(): void {
    const now = clock();
    const before = serving;
    serving = servingAt(now);
    const starts = coming.flatMap(({ start }) => (start !== null && start > now ? [start] : []));
    scenes.worldChanged({
      serving: serving.size > 0,
      servingPaid: [...serving.values()].includes(true),
      nextStartAt: starts.length === 0 ? null : Math.min(...starts),
    });
    for (const id of before.keys()) if (!serving.has(id)) scenes.happened({ type: 'booking', state: 'ended' }, now);
    for (const id of serving.keys()) if (!before.has(id)) scenes.happened({ type: 'booking', state: 'started' }, now);
  }
  async function changed(requests: ReadonlyArray<string>): Promise<void> {
    for (const id of requests) {
      const request = await readRequest(db, creatorId, id);
      if (!request) continue;
      const before = known.change(id, request.state);
      if (request.state === before) continue;
      const isNew = before === undefined && request.createdAt >= began && clock() - request.createdAt < NEW_FOR_MS;
      // An old one that was too many to be remembered: what it was before is not known, and nothing is fired by it.
      if (before === undefined && !isNew) continue;
      if (isNew && isOpen(request)) scenes.happened({ type: 'booking', state: 'requested' }, clock());
      if (request.state === 'booked') scenes.happened({ type: 'booking', state: 'accepted' }, clock());
    }
    coming = await comingBookings(db, creatorId, clock(), COMING);
    await tellQueue();
    look();
  }
  look();
  return { look, changed };
}

/** In which state each request was seen last; of those that were not touched longest all but the newest are forgotten. */
export function knownStates(most = MOST_KNOWN) {
  const states = new Map<string, string>();
  return {
    /** Answers the state before, or undefined for a request that is new, or forgotten. */
    change(id: string, state: string): string | undefined {
      const before = states.get(id);
      // Anew at the end: the order of a map is the order of its insertions.
      states.delete(id);
      states.set(id, state);
      const [oldest] = states.size > most ? states.keys() : [];
      if (oldest !== undefined) states.delete(oldest);
      return before;
    },
    get size(): number {
      return states.size;
    },
  };
}

/** Goals of any stage that are reached; those that are reached already when first looked at have not just been. */
function goalFacts({ stages, stageDesigns, figures, scenes, clock }: Parts) {
  let reached: Set<string> | null = null;
  let looking = false;
  const isAsked = () =>
    scenes.rules().some(({ when }) => when.some(({ conditions }) => conditions.some(({ type }) => type === 'goal')));
  async function lookNow(): Promise<void> {
    if (!isAsked()) {
      reached = null;
      return;
    }
    const designs = await Promise.all(stages.list().map(({ id }) => stageDesigns.of(id)));
    const goals = designs.flatMap((design) => design?.widgets ?? []).filter((widget) => widget.kind === 'goal');
    const counted = await figures();
    const now = new Set(goals.filter((goal) => reachedBy(goal, counted) >= goal.target).map(({ id }) => id));
    const before = reached ?? now;
    reached = now;
    for (const goal of now) if (!before.has(goal)) scenes.happened({ type: 'goal', goal }, clock());
  }
  return {
    /** What takes longer than a beat is not looked at beside itself: its older answer would take a goal back, to be reached again. */
    async look(): Promise<void> {
      if (looking) return;
      looking = true;
      await lookNow().finally(() => {
        looking = false;
      });
    },
  };
}
