import { type InvitationDraft, type ListedPerson, type PersonChange, SHOW_HOURS } from '../../shared/people.ts';
import { type EpochMillis, toInstant, toMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { lastActs } from '../store/audit.ts';
import { dropChoiceOf } from '../store/desk-choices.ts';
import { dropDeskViewsOf } from '../store/desk-views.ts';
import { invitationEnds, removeLoginsOf } from '../store/logins.ts';
import { dropPasskeysOf } from '../store/passkeys.ts';
import {
  addPerson,
  changePerson,
  dropPerson,
  followLive,
  holdOutBefore,
  peopleOutBefore,
  readPeople,
  readPerson,
  type Show,
} from '../store/people.ts';
import { dropDraftsOf } from '../store/reply-drafts.ts';
import { lastLive } from '../store/sessions.ts';
import type { Store, Tx } from '../store/store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Whose time has passed is often wanted again for the next show: so long more time brings everything back. */
const OUT_DAYS = 30;
/** What was asked in the last minutes is answered then. */
const AFTER_SHOW_MS = HOUR_MS;
/** A link lies in a chat: it opens for three days at most, however long its person may stay. */
const LINK_HOURS = 72;

export interface Invited {
  readonly id: string;
  /** For a link's fragment. */
  readonly key: string;
  readonly expiresAt: string;
}

export type People = ReturnType<typeof createPeople>;

/** How long somebody is in, who is given time now. */
function timeFrom(
  now: EpochMillis,
  until: EpochMillis | null | 'show',
): { until: EpochMillis | null; show: Show | null } {
  if (until !== 'show') return { until, show: null };
  const latest = now + SHOW_HOURS * HOUR_MS;
  return { until: latest, show: { from: now, latest } };
}

/** Who is let in beside the owner. `invite` keeps a link's key, `tell` says that somebody's standing has changed. */
export function createPeople(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  newId: () => string;
  invite: (tx: Tx, personId: string, until: EpochMillis) => Promise<string>;
  tell: () => void;
}) {
  const { store, creatorId, clock, newId, tell } = deps;
  /** The session, and whether it has ended, that was followed last. */
  let followed: string | null = null;

  async function linkFor(tx: Tx, id: string, until: EpochMillis | null): Promise<Invited> {
    const expiresAt = Math.min(clock() + LINK_HOURS * HOUR_MS, until ?? Number.POSITIVE_INFINITY);
    // One link a person: with a new one the old one is worthless, wherever it was sent.
    await removeLoginsOf(tx, creatorId, id, { kind: 'invitation' });
    return { id, key: await deps.invite(tx, id, expiresAt), expiresAt: toInstant(expiresAt) };
  }

  /** All that somebody had at the desk, and every way in. */
  async function dropBelongings(tx: Tx, id: string): Promise<void> {
    await removeLoginsOf(tx, creatorId, id);
    await dropPasskeysOf(tx, creatorId, id);
    await dropDraftsOf(tx, creatorId, id);
    await dropDeskViewsOf(tx, creatorId, id);
    await dropChoiceOf(tx, creatorId, id);
  }

  /** What is done with each who is out since before a time, and is not given more of it meanwhile. */
  async function ofThoseOut(before: EpochMillis, work: (tx: Tx, id: string) => Promise<void>): Promise<void> {
    for (const id of await peopleOutBefore(store.db, creatorId, before)) {
      await store.transaction(async (tx) => {
        if (await holdOutBefore(tx, creatorId, id, before)) await work(tx, id);
      });
    }
  }

  return {
    /** Lets a moderator in by a link. */
    async add({ name, rights, hours }: InvitationDraft): Promise<Invited> {
      const from = clock();
      const time = timeFrom(from, typeof hours === 'number' ? from + hours * HOUR_MS : hours);
      const id = newId();
      const person = { id, name, role: 'moderator', rights, from, ...time, revokedAt: null, joined: false } as const;
      return store.transaction(async (tx) => {
        await addPerson(tx, creatorId, person);
        return linkFor(tx, id, time.until);
      });
    },

    /** Another link for a moderator, for one more device; the one before is worthless then. */
    async newLink(id: string): Promise<Invited | Refusal> {
      return store.transaction(async (tx) => {
        // Two at once must not make two links: the person's row is taken first.
        const person = (await changePerson(tx, creatorId, id, {})) ? await readPerson(tx, creatorId, id) : null;
        const ended = !person || (person.until !== null && person.until <= clock());
        return ended ? refuse('not-found') : linkFor(tx, id, person.until);
      });
    },

    /** Changes a moderator; their open pages follow at once. Refuses with `not-found`, for one who is revoked too. */
    async change(id: string, { name, rights, until }: PersonChange): Promise<Refusal | null> {
      const done = await changePerson(store.db, creatorId, id, {
        ...(name === undefined ? {} : { name }),
        ...(rights === undefined ? {} : { rights }),
        ...(until === undefined ? {} : timeFrom(clock(), until === null || until === 'show' ? until : toMillis(until))),
      });
      if (!done) return refuse('not-found');
      tell();
      return null;
    },

    /** Ends a moderator's logins, links and passkeys, for good. Refuses with `not-found`. */
    async revoke(id: string): Promise<Refusal | null> {
      const done = await store.transaction(async (tx) => {
        if (!(await changePerson(tx, creatorId, id, { revokedAt: clock() }))) return false;
        await dropBelongings(tx, id);
        return true;
      });
      if (!done) return refuse('not-found');
      tell();
      return null;
    },

    /**
     * Takes away what people have who are out, once the owner will hardly give them more time, and the people themselves
     * once the log of acts, kept for `logDays`, names them no more.
     */
    async forgetGone(logDays: number): Promise<void> {
      await ofThoseOut(clock() - OUT_DAYS * DAY_MS, dropBelongings);
      await ofThoseOut(clock() - Math.max(logDays, OUT_DAYS) * DAY_MS, (tx, id) => dropPerson(tx, creatorId, id));
    },

    /**
     * Has the time of those who are in for one show follow the last live; to be called every few seconds with the session that
     * runs or ran last. A replay is no show.
     */
    async followLive(session: { readonly id: string; readonly endedAt: string | null } | null): Promise<void> {
      const news = session && `${session.id} ${session.endedAt}`;
      if (news === followed) return;
      const last = await lastLive(store.db, creatorId);
      const end = last?.endedAt ?? null;
      const live = end === null ? 'runs' : { endedAt: end, end: end + AFTER_SHOW_MS };
      if (last && (await followLive(store.db, creatorId, live, clock()))) tell();
      followed = news;
    },

    async list(): Promise<ListedPerson[]> {
      const [people, links, acts] = await Promise.all([
        readPeople(store.db, creatorId),
        invitationEnds(store.db, creatorId, clock()),
        lastActs(store.db, creatorId),
      ]);
      const wire = (at: EpochMillis | null | undefined) => (at === null || at === undefined ? null : toInstant(at));
      return people.map(({ id, name, role, rights, from, until, show, revokedAt, joined }) => ({
        ...{ id, name, role, joined, rights: [...rights], forShow: show !== null },
        from: toInstant(from),
        until: wire(until),
        revokedAt: wire(revokedAt),
        linkUntil: wire(links.get(id)),
        lastAct: acts.get(id) ?? null,
      }));
    },
  };
}
