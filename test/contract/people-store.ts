import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAudit, readAudit } from '../../server/store/audit.ts';
import { addLogin, findLogin, prolongLogin, removeLogin } from '../../server/store/logins.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import {
  addChallenge,
  addPasskey,
  findPasskey,
  moveCounter,
  removePasskey,
  takeChallenge,
} from '../../server/store/passkeys.ts';
import { addPerson, changePerson, followLive, readPeople, readPerson } from '../../server/store/people.ts';
import { RIGHT_SETS, RIGHTS } from '../../shared/rights.ts';
import type { OpenedStores } from './two-programs.ts';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const BEFORE = '0011-doors';

/** What people and the log of their acts need of every store, with two programs on one database. */
export function peopleStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`people on ${name}`, () => {
    let opened: OpenedStores;
    beforeEach(async () => {
      opened = await open();
      const [store] = opened.stores;
      for (const id of ['mine', 'other'])
        await store.db.insertInto('creator').values({ id, created_at: NOON }).execute();
    });
    afterEach(() => opened.close());

    test('[PE8] two programs that note at the same moment give no number twice and lose nothing', async () => {
      const note = (at: number) => ({ at: NOON, person: null, act: `act.${at}`, object: '', result: 'done' });
      await Promise.all(
        Array.from({ length: 12 }, (_, at) => addAudit(opened.stores[at % 2] ?? opened.stores[0], 'mine', note(at))),
      );
      const entries = await readAudit(opened.stores[0].db, 'mine', { limit: 100 });
      expect(new Set(entries.map(({ seq }) => seq)).size).toBe(12);
      expect(new Set(entries.map(({ act }) => act)).size).toBe(12);
      expect(await readAudit(opened.stores[0].db, 'other', { limit: 100 })).toEqual([]);
    });

    test('[PE7] a person is changed and read at their own creator only, and not once revoked', async () => {
      const { db } = opened.stores[0];
      const mo = {
        id: 'mo',
        name: 'Mo',
        role: 'moderator',
        rights: ['reply'],
        from: NOON,
        until: null,
        show: null,
      } as const;
      await addPerson(db, 'mine', { ...mo, revokedAt: null, joined: false });
      expect(await changePerson(db, 'other', 'mo', { rights: [...RIGHTS] })).toBe(false);
      expect(await readPerson(db, 'other', 'mo')).toBeUndefined();
      expect(await changePerson(db, 'mine', 'mo', { revokedAt: NOON + 1 })).toBe(true);
      expect(await changePerson(db, 'mine', 'mo', { revokedAt: null })).toBe(false);
      expect(await readPerson(db, 'mine', 'mo')).toMatchObject({ rights: ['reply'], revokedAt: NOON + 1 });
    });

    test('[PE274] the time of those who are in for one show follows the live, at their own creator', async () => {
      const { db } = opened.stores[0];
      const hour = 3_600_000;
      const mo = { name: 'Mo', role: 'moderator', rights: [], from: NOON, revokedAt: null, joined: true } as const;
      const show = { from: NOON, latest: NOON + 9 * hour };
      await addPerson(db, 'mine', { ...mo, id: 'show', until: show.latest, show });
      await addPerson(db, 'other', { ...mo, id: 'show', until: show.latest, show });
      await addPerson(db, 'mine', { ...mo, id: 'later', until: show.latest, show: { ...show, from: NOON + 3 * hour } });
      await addPerson(db, 'mine', { ...mo, id: 'short', until: NOON + hour, show: { ...show, latest: NOON + hour } });
      await addPerson(db, 'mine', { ...mo, id: 'fixed', until: show.latest, show: null });
      await addPerson(db, 'mine', { ...mo, id: 'always', until: null, show: null });
      const hours = async () =>
        Object.fromEntries((await readPeople(db, 'mine')).map(({ id, until }) => [id, until && (until - NOON) / hour]));
      const ended = { endedAt: NOON + 2 * hour, end: NOON + 3 * hour };
      expect(await followLive(db, 'mine', ended, NOON + hour - 1)).toBe(true);
      expect(await followLive(db, 'mine', ended, NOON + hour - 1)).toBe(false);
      expect(await hours()).toEqual({ show: 3, later: 9, short: 1, fixed: 9, always: null });
      expect((await readPerson(db, 'other', 'show'))?.until).toBe(show.latest);
      expect(await followLive(db, 'mine', 'runs', NOON + 3 * hour)).toBe(false);
      expect(await followLive(db, 'mine', 'runs', NOON + 3 * hour - 1)).toBe(true);
      expect(await hours()).toEqual({ show: 9, later: 9, short: 1, fixed: 9, always: null });
    });

    test('[PE213] a login is only ever made longer, while it lasts, at its own creator, and one that is gone stays gone', async () => {
      const [{ db }, other] = opened.stores;
      const mo = {
        id: 'mo',
        name: 'Mo',
        role: 'moderator',
        rights: ['reply'],
        from: NOON,
        until: null,
        show: null,
      } as const;
      await addPerson(db, 'mine', { ...mo, revokedAt: null, joined: true });
      const row = { creator_id: 'mine', id: 'l', person_id: 'mo', token_hash: 'h', created_at: NOON };
      for (const kind of ['login', 'invitation']) {
        await addLogin(db, { ...row, id: kind, kind, token_hash: kind, expires_at: NOON + 10 });
      }
      const longer = (hash: string, now: number, until: number, creator = 'mine') =>
        prolongLogin(other.db, creator, hash, { now, until });
      expect([
        await longer('login', NOON, NOON + 20, 'other'),
        await longer('invitation', NOON, NOON + 20),
        await longer('login', NOON + 10, NOON + 20),
        await longer('login', NOON, NOON + 9),
        await longer('login', NOON, NOON + 20),
      ]).toEqual([false, false, false, false, true]);
      expect((await findLogin(db, 'mine', 'login', 'login', NOON))?.expires_at).toBe(NOON + 20);
      await removeLogin(db, 'mine', 'login');
      expect(await longer('login', NOON, NOON + 30)).toBe(false);
    });

    test('[PE27] of two programs one takes a challenge out and one moves a count, each at their own creator alone', async () => {
      const [store, other] = opened.stores;
      const hers = {
        id: 'owner',
        name: 'Owner',
        role: 'owner',
        rights: [],
        from: NOON,
        until: null,
        show: null,
      } as const;
      await addPerson(store.db, 'mine', { ...hers, revokedAt: null, joined: true });
      const out = {
        creator_id: 'mine',
        hash: 'h',
        kind: 'sign-in',
        origin: 'http://localhost:1',
        login_hash: null,
        asker: null,
      };
      const add = (hash: string, expires_at: number, now: number) =>
        store.transaction((tx) =>
          addChallenge(tx, { ...out, hash, expires_at }, { now, most: { all: 2, ofAsker: 9 } }),
        );
      await add('h', NOON + 9, NOON);
      expect(await takeChallenge(store.db, 'other', 'h', NOON)).toBeUndefined();
      const taken = await Promise.all([store, other].map(({ db }) => takeChallenge(db, 'mine', 'h', NOON)));
      expect(taken.filter((one) => one !== undefined)).toEqual([{ ...out, expires_at: NOON + 9 }]);
      for (const [at, hash] of ['a', 'b', 'c'].entries()) await add(hash, NOON + 9 + at, NOON);
      const stays = async (hash: string) => (await takeChallenge(store.db, 'mine', hash, NOON)) !== undefined;
      expect([await stays('a'), await stays('b'), await stays('c')]).toEqual([false, true, true]);
      const kept = {
        name: 'Key',
        rp_id: 'localhost',
        public_key: 'k',
        transports: '[]',
        created_at: NOON,
        used_at: null,
      };
      const passkey = { ...kept, creator_id: 'mine', id: 'p', person_id: 'owner', credential_id: 'c', counter: 1 };
      await addPasskey(store.db, passkey);
      const twice = addPasskey(other.db, { ...passkey, id: 'q' });
      expect(store.isUniqueTaken(await twice.catch((error: unknown) => error))).toBe(true);
      const move = (by: typeof store) =>
        by.transaction((tx) => moveCounter(tx, 'mine', 'p', { from: 1, to: 2, at: NOON + 5 }));
      expect((await Promise.all([move(store), move(other)])).toSorted()).toEqual([false, true]);
      expect(await findPasskey(store.db, 'mine', 'c')).toEqual({ ...passkey, counter: 2, used_at: NOON + 5 });
      expect([
        await findPasskey(store.db, 'other', 'c'),
        await removePasskey(store.db, 'other', { id: 'p', person: 'owner' }),
      ]).toEqual([undefined, false]);
      expect(await removePasskey(other.db, 'mine', { id: 'p', person: 'mo' })).toBe(false);
      expect(await removePasskey(other.db, 'mine', { id: 'p', person: 'owner' })).toBe(true);
    });

    test('[PE10] logins of the time before become people with what they could do, and go back', async () => {
      const { db } = opened.stores[0];
      await migrateTo(db, BEFORE);
      const old = (hash: string, kind: string, role: string, called: string) =>
        sql`insert into login (creator_id, token_hash, id, kind, role, name, created_at, expires_at)
          values ('mine', ${hash}, ${`id-${hash}`}, ${kind}, ${role}, ${called}, ${NOON}, ${NOON + 9})`.execute(db);
      await old('a', 'login', 'owner', 'Owner');
      await old('b', 'login', 'owner', 'Owner');
      await old('c', 'login', 'moderator', 'Mo');
      await old('d', 'invitation', 'moderator', 'Ann');
      await migrateUp(db);
      const people = await readPeople(db, 'mine');
      expect(people.map(({ id, role }) => [id, role]).toSorted()).toEqual([
        ['id-c', 'moderator'],
        ['id-d', 'moderator'],
        ['owner', 'owner'],
      ]);
      const mo = people.find(({ id }) => id === 'id-c');
      expect(mo).toMatchObject({ name: 'Mo', rights: [...RIGHT_SETS.desk], until: NOON + 9, joined: true });
      await migrateTo(db, BEFORE);
      const back = await sql<{ role: string; name: string }>`select role, name from login order by token_hash`.execute(
        db,
      );
      expect(back.rows.map(({ role, name: called }) => `${role} ${called}`)).toEqual([
        'owner Owner',
        'owner Owner',
        'moderator Mo',
        'moderator Ann',
      ]);
      await migrateUp(db);
    });
  });
}
