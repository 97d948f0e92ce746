import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noTotals } from '../../server/core/live/tally.ts';
import { readLivesSince } from '../../server/store/earlier-lives.ts';
import {
  lastOfSource,
  lastReceipt,
  lastSeq,
  readJournal,
  readPage,
  rowOf,
  sessionEntries,
} from '../../server/store/journal.ts';
import { addLogin, findLogin, removeExpiredLogins, removeLogin } from '../../server/store/logins.ts';
import { MIGRATIONS, migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { countReplays, readGaps, readSessions, writeGap, writeSession } from '../../server/store/sessions.ts';
import { readSetting, writeSetting } from '../../server/store/settings.ts';
import { addStage, changeStage, readDesign, readStages, removeStage, writeDesign } from '../../server/store/stages.ts';
import type { Store } from '../../server/store/store.ts';
import type { LiveEvent } from '../../shared/events.ts';
import { chat } from '../core/live/events.ts';

export interface OpenedStore {
  readonly store: Store;
  close(): Promise<void>;
}

const ME = 'local';
const NOON = Date.parse('2026-11-22T12:00:00Z');
const SESSION = {
  id: 's1',
  startedAt: NOON,
  endedAt: null,
  startedBy: 'live' as const,
  source: 'tiktok:@a',
  room: 'r1',
};

/** What live events, sessions, settings, logins and stages need of every store. `open` gives an empty one. */
export function liveStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the live part of ${name}`, () => {
    let opened: OpenedStore;
    let store: Store;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await lastSeq(store.db, ME, NOON);
    });
    afterEach(() => opened.close());

    /** Appends events as a writer who believes that the journal ends at `from`; false when it was wrong. */
    async function append(from: number, events: ReadonlyArray<LiveEvent>, session = 's1'): Promise<boolean> {
      return store.transaction(async (tx) => {
        if (!(await store.moveSeq(tx, ME, from, from + events.length))) return false;
        const rows = events.map((event, at) =>
          rowOf(ME, { ...event, seq: from + 1 + at }, session, NOON + from + 1 + at),
        );
        await store.insertEvents(tx, rows);
        return true;
      });
    }

    journalTests(() => store, append);
    sessionTests(() => store, append);
    settingTests(() => store);
    designTests(() => store);
    migrationTests(() => store, append);
  });
}

type Given = () => Store;
type Append = (from: number, events: ReadonlyArray<LiveEvent>, session?: string) => Promise<boolean>;

function journalTests(given: Given, append: Append): void {
  test('[DB2] entries come back in order, by pages, whole, with numbers from one on', async () => {
    const events = Array.from({ length: 60 }, (_, at) => chat(`text ${at} – ünïcode 🌹`));
    expect(await append(0, events.slice(0, 30))).toBe(true);
    expect(await append(30, events.slice(30))).toBe(true);
    const { db } = given();
    const pages = [
      await readJournal(db, ME, 0, 45),
      await readJournal(db, ME, 45, 45),
      await readJournal(db, ME, 60, 1),
    ];
    expect(pages.map((page) => page.length)).toEqual([45, 15, 0]);
    expect(pages.flat()).toEqual(events.map((event, at) => ({ ...event, seq: at + 1 })));
    expect(await lastSeq(db, ME, NOON)).toBe(60);
    expect(await readJournal(db, 'another creator', 0, 10)).toEqual([]);
  });

  test('[AC80] a page ends before what would make it larger than a megabyte, and holds one entry at least', async () => {
    const texts = [1, 600_000, 500_000, 1_500_000, 1].map((length) => chat('x'.repeat(length)));
    await append(0, texts);
    const seqs = async (after: number, limit = 10) =>
      (await readPage(given().db, ME, after, limit)).map(({ seq }) => seq);
    expect(await seqs(0)).toEqual([1, 2]);
    expect(await seqs(2)).toEqual([3]);
    expect(await seqs(3)).toEqual([4]);
    expect(await seqs(0, 1)).toEqual([1]);
    expect(await seqs(5)).toEqual([]);
  });

  test('[DB3] of two writers that move the journal from the same place exactly one succeeds', async () => {
    const race = await Promise.all(Array.from({ length: 8 }, (_, turn) => append(0, [chat(`writer ${turn}`)])));
    expect(race.filter(Boolean)).toHaveLength(1);
    expect(await readJournal(given().db, ME, 0, 10)).toHaveLength(1);
  });

  test('[DB3] an event that is there already is refused by the store itself, as a key that is taken', async () => {
    await append(0, [chat('first', 'same')]);
    const store = given();
    await expect(append(1, [chat('second', 'same')])).rejects.toSatisfy((error) => store.isUniqueTaken(error));
    expect(store.isUniqueTaken(new Error('something else'))).toBe(false);
    expect(await readJournal(store.db, ME, 0, 10)).toHaveLength(1);
  });

  test('[DB4] a transaction that fails in the middle leaves nothing of itself', async () => {
    const store = given();
    const failing = store.transaction(async (tx) => {
      await store.moveSeq(tx, ME, 0, 1);
      await writeSession(tx, ME, SESSION, null, noTotals());
      await store.insertEvents(tx, [rowOf(ME, { ...chat('lost'), seq: 1 }, 's1', NOON)]);
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await readJournal(store.db, ME, 0, 10)).toEqual([]);
    expect(await readSessions(store.db, ME)).toEqual([]);
    expect(await lastSeq(store.db, ME, NOON)).toBe(0);
    expect(await append(0, [chat('kept')])).toBe(true);
  });

  test('[LV1] known ids are told within the transaction, per creator and source', async () => {
    await append(0, [chat('a', 'one'), chat('b', 'two')]);
    const store = given();
    const known = (creator: string, source: string, ids: string[]) =>
      store.transaction((tx) => store.knownIds(tx, creator, source, ids));
    expect((await known(ME, 'platform', ['two', 'three', 'one', "o'ne"])).toSorted()).toEqual(['one', 'two']);
    expect(await known(ME, 'other', ['one'])).toEqual([]);
    expect(await known('another creator', 'platform', ['one'])).toEqual([]);
    expect(await known(ME, 'platform', [])).toEqual([]);
  });
}

function sessionTests(given: Given, append: Append): void {
  test('[LV21] sessions come back newest first, as last written, with their totals', async () => {
    const { db } = given();
    await writeSession(db, ME, SESSION, null, noTotals());
    await writeSession(db, ME, { ...SESSION, id: 's2', startedAt: NOON + 1 }, null, noTotals());
    const totals = { ...noTotals(), gifts: 7, tips: [{ minor: 500, currency: 'EUR' }] };
    await writeSession(
      db,
      ME,
      { ...SESSION, endedAt: NOON + 5 },
      { totals, lastSeq: 12, board: new Map() },
      noTotals(),
    );
    await writeSession(db, ME, { ...SESSION, endedAt: NOON + 6 }, null, noTotals());
    expect(await readSessions(db, ME)).toEqual([
      { ...SESSION, id: 's2', startedAt: NOON + 1, totals: noTotals(), lastSeq: 0 },
      { ...SESSION, endedAt: NOON + 6, totals, lastSeq: 12 },
    ]);
    expect((await readSessions(db, ME, 1)).map((session) => session.id)).toEqual(['s2']);
  });

  test('[LV21] none of many sessions is left out, also where many began at once', async () => {
    const { db } = given();
    const starts = Array.from({ length: 1203 }, (_, at) => ({ id: `s${at}`, started_at: NOON + Math.floor(at / 700) }));
    const facts = { creator_id: ME, ended_at: NOON, started_by: 'live', source: null, room: null, last_seq: 0 };
    const rows = starts.map((start) => ({ ...facts, ...start, totals: JSON.stringify(noTotals()) }));
    for (let at = 0; at < rows.length; at += 400)
      await db
        .insertInto('session')
        .values(rows.slice(at, at + 400))
        .execute();
    const read = await readSessions(db, ME);
    expect(new Set(read.map(({ id }) => id)).size).toBe(1203);
    expect(read.map(({ startedAt }) => startedAt)).toEqual(
      read.map(({ startedAt }) => startedAt).toSorted((a, b) => b - a),
    );
    expect(read).toHaveLength(1203);
    expect(await readSessions(db, ME, 501)).toEqual(read.slice(0, 501));
  });

  test('[LV15] runs of a replay are counted under its name, and no other', async () => {
    const { db } = given();
    for (const [at, source] of ['replay:a.bin', 'replay:a.bin#2', 'replay:a.bin.bin', 'replay:b'].entries()) {
      await writeSession(db, ME, { ...SESSION, id: `s${at}`, startedBy: 'replay', source }, null, noTotals());
    }
    await writeSession(db, ME, { ...SESSION, id: 'live', source: 'replay:a.bin' }, null, noTotals());
    expect(await countReplays(db, ME, 'replay:a.bin')).toBe(2);
    expect(await countReplays(db, ME, 'replay:c')).toBe(0);
  });

  test('[LV16] a session’s own entries are read in pages, with the time each was taken in', async () => {
    await append(0, [chat('a'), chat('b')], 's1');
    await append(2, [chat('c')], 's2');
    await append(3, [chat('d')], 's1');
    const { db } = given();
    const read = [];
    for await (const page of sessionEntries(db, ME, 's1', 1)) read.push(...page);
    expect(read.map(({ entry, receivedAt }) => [entry.seq, receivedAt - NOON])).toEqual([
      [2, 2],
      [4, 4],
    ]);
    expect(await lastReceipt(db, ME, 's1')).toBe(NOON + 4);
    expect(await lastReceipt(db, ME, 'none')).toBeNull();
    expect(await lastOfSource(db, ME, 'platform')).toBe(NOON + 4);
    expect(await lastOfSource(db, ME, 'none')).toBeNull();
  });

  test('[LV17] a gap is closed once and never opened again', async () => {
    const { db } = given();
    const gap = { session: 's1', source: 'tiktok:@a', from: NOON, to: null };
    await writeGap(db, ME, gap);
    await writeGap(db, ME, { ...gap, session: 's2', from: NOON - 1 });
    expect(await readGaps(db, ME, ['s1'])).toEqual([gap]);
    expect(await readGaps(db, ME, [])).toEqual([]);
    await writeGap(db, ME, { ...gap, to: NOON + 9 });
    await writeGap(db, ME, gap);
    expect(await readGaps(db, ME)).toEqual([
      { ...gap, session: 's2', from: NOON - 1 },
      { ...gap, to: NOON + 9 },
    ]);
  });

  test('[ST195] the lives since a day are read with whether they had a gap, without a replay and the one that runs', async () => {
    const { db } = given();
    const tips = (minor: number) => ({ ...noTotals(), tips: [{ minor, currency: 'EUR' }] });
    const keep = (id: string, at: number, minor: number, startedBy: 'live' | 'replay' = 'live') => {
      const session = { ...SESSION, id, startedAt: NOON + at, endedAt: NOON + at + 9, startedBy };
      return writeSession(db, ME, session, { totals: tips(minor), lastSeq: 1, board: new Map() }, noTotals());
    };
    await keep('before', -1, 1);
    await keep('first', 0, 20);
    await keep('second', 10, 300);
    await keep('replayed', 20, 4_000, 'replay');
    await keep('running', 30, 50_000);
    for (const from of [NOON + 1, NOON + 3])
      await writeGap(db, ME, { session: 'first', source: 'a', from, to: from + 1 });
    const lives = await readLivesSince(db, ME, NOON, 'running');
    expect(lives.map(({ totals, short }) => [totals.tips[0]?.minor, short]).sort()).toEqual([
      [20, true],
      [300, false],
    ]);
  });
}

function settingTests(given: Given): void {
  test('[DB11] a setting is read as it was written, the last one wins, and one that is not there is undefined', async () => {
    const { db } = given();
    await writeSetting(db, ME, 'studio', { first: true }, NOON);
    await writeSetting(db, ME, 'studio', { language: 'nb', text: 'blåbær 🌹 "x"', list: [1, null] }, NOON);
    await writeSetting(db, ME, '__proto__', { polluted: true }, NOON);
    expect(await readSetting(db, ME, 'studio')).toEqual({ language: 'nb', text: 'blåbær 🌹 "x"', list: [1, null] });
    expect(await readSetting(db, ME, 'nothing')).toBeUndefined();
    expect(await readSetting(db, 'another creator', 'studio')).toBeUndefined();
  });

  test('[SE11] a login is found by the hash of its token and its kind until it expires or is taken away', async () => {
    const { db } = given();
    const login = {
      creator_id: ME,
      token_hash: 'hash',
      id: 'l1',
      kind: 'login',
      person_id: 'owner',
      created_at: NOON,
      expires_at: NOON + 10,
    };
    await addLogin(db, login);
    await addLogin(db, { ...login, token_hash: 'short', expires_at: NOON + 1 });
    expect(await findLogin(db, ME, 'hash', 'login', NOON + 9)).toEqual(login);
    expect(await findLogin(db, ME, 'hash', 'login', NOON + 10)).toBeUndefined();
    expect(await findLogin(db, ME, 'hash', 'invitation', NOON)).toBeUndefined();
    expect(await findLogin(db, 'another creator', 'hash', 'login', NOON)).toBeUndefined();
    await removeExpiredLogins(db, NOON + 5);
    expect(await findLogin(db, ME, 'short', 'login', NOON)).toBeUndefined();
    await removeLogin(db, ME, 'hash');
    expect(await findLogin(db, ME, 'hash', 'login', NOON)).toBeUndefined();
  });

  test('[SK4] stages keep their order, language and the number of their address', async () => {
    const { db } = given();
    const stage = { id: 'z', name: 'Main', language: 'en' as const, rotation: 1 };
    await addStage(db, ME, stage, NOON);
    await addStage(db, ME, { ...stage, id: 'a', name: 'Second' }, NOON + 1);
    await changeStage(db, ME, { ...stage, rotation: 2, language: null });
    expect(await readStages(db, ME)).toEqual([
      { ...stage, language: null, rotation: 2, createdAt: NOON },
      { ...stage, id: 'a', name: 'Second', createdAt: NOON + 1 },
    ]);
    await removeStage(db, ME, 'z');
    expect((await readStages(db, ME)).map(({ id }) => id)).toEqual(['a']);
  });
}

function designTests(given: Given): void {
  test('[ST110] of two designs upon the same revision the store keeps one, and counts those that it was given', async () => {
    const { db } = given();
    await addStage(db, ME, { id: 'z', name: 'Main', language: null, rotation: 1 }, NOON);
    expect(await readDesign(db, ME, 'z')).toEqual({ design: null, revision: 0 });
    const both = await Promise.all([writeDesign(db, ME, 'z', { by: 1 }, 0), writeDesign(db, ME, 'z', { by: 2 }, 0)]);
    expect(both.toSorted()).toEqual([1, null]);
    expect(await readDesign(db, ME, 'z')).toEqual({ design: { by: both.indexOf(1) + 1 }, revision: 1 });
    expect(await writeDesign(db, ME, 'z', { by: 3 }, null)).toBe(2);
    expect(await writeDesign(db, 'another creator', 'z', { by: 4 }, null)).toBeNull();
    expect(await readDesign(db, ME, 'none')).toBeNull();
    expect(await readDesign(db, ME, 'z')).toEqual({ design: { by: 3 }, revision: 2 });
  });
}

function migrationTests(given: Given, append: Append): void {
  test('[DB1] each migration goes down and up again with data in the store, and the last step leaves nothing', async () => {
    const store = given();
    await append(0, [chat('kept')]);
    await writeSetting(store.db, ME, 'studio', { language: 'de' }, NOON);
    const steps = Object.keys(MIGRATIONS);
    for (const step of steps.slice(0, -1).toReversed()) {
      await migrateTo(store.db, step);
      expect(await readJournal(store.db, ME, 0, 10)).toHaveLength(1);
    }
    await migrateUp(store.db);
    expect(await readSetting(store.db, ME, 'studio')).toEqual({ language: 'de' });
    expect(await append(1, [chat('after')])).toBe(true);
    await migrateTo(store.db, null);
    await expect(sql`select 1 from event`.execute(store.db)).rejects.toThrow();
    await expect(sql`select 1 from request`.execute(store.db)).rejects.toThrow();
    await migrateUp(store.db);
    expect(await lastSeq(store.db, ME, NOON)).toBe(0);
    expect(await append(0, [chat('anew')])).toBe(true);
  });
}
