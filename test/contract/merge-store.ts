import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { readRequest, swapRequest } from '../../server/store/requests.ts';
import { certainViewers, noteViewer } from '../../server/store/viewers.ts';
import {
  givenDraft,
  givenService,
  granted,
  MODERATOR,
  MONDAY_TEN,
  OWNER,
  publish,
  type SetClock,
  secretIn,
  whyOf,
} from '../app/booking-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

/** One person's requests made one, on every store, with two programs on one database. */
export function mergeStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`merging on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let service: string;
    let booking: Booking;
    let elsewhere: Booking;
    beforeEach(async () => {
      ({ opened, clock, booking, elsewhere } = await twoPrograms(open));
      [service = ''] = await publish(booking, [givenService()]);
    });
    afterEach(() => opened.close());

    /** Asked a minute after the one before; `viewer` is the platform's id. */
    const asked = async (message: string, viewer: string | null, email?: string, start?: string) => {
      clock.now += 60_000;
      const more = { ...(email ? { contact: { email } } : {}), ...(start ? { start } : {}) };
      const made = granted(await booking.viewers.ask('creator', givenDraft({ service, message, ...more }), null));
      await opened.stores[0].transaction(async (tx) => {
        if (viewer !== null) await noteViewer(tx, 'local', made.id, viewer);
      });
      return { id: made.id, secret: secretIn(made.thread) };
    };
    const merge = (from: string, into: string, by = OWNER, on = booking) =>
      on.desk.act(from, { type: 'merge', into }, by);
    const viewed = async (id: string) => granted(await elsewhere.views.deskRequest(id));
    const said = (thread: { messages: { from: string; text: string }[] }) =>
      thread.messages.filter(({ from }) => from !== 'system').map(({ text }) => text);

    test('[DK213] of one person by the platform two become one: the words of both by time, each with where it was said', async () => {
      const into = await asked('First', 'v1');
      const from = await asked('Second', 'v1');
      clock.now += 60_000;
      granted(await booking.viewers.write(into.secret, 'Third'));
      granted(await booking.desk.act(from.id, { type: 'note', text: 'Regular' }, OWNER));
      granted(await merge(from.id, into.id));
      const goesOn = await viewed(into.id);
      expect(said(goesOn)).toEqual(['First', 'Second', 'Third']);
      const title = givenService().title;
      expect(goesOn.messages.filter(({ data }) => data?.['mergedFrom']).map(({ text, data }) => [text, data])).toEqual([
        ['Second', { mergedFrom: title }],
        ['note', { mergedFrom: title, text: 'Regular', byName: OWNER.name }],
      ]);
      expect(goesOn.messages.find(({ text }) => text === 'merged')).toMatchObject({
        text: 'merged',
        data: { title, start: null, byName: OWNER.name },
      });
      expect(goesOn.messages.some(({ data }) => data?.['text'] === 'Regular')).toBe(true);
      expect(await viewed(from.id)).toMatchObject({ state: 'merged', mergedInto: into.id, unread: false });
      expect(await elsewhere.views.searchDesk('Second')).toContain(into.id);
    });

    test('[DK216] the address of what was merged opens what goes on, and an act there is an act on that; no note is in it', async () => {
      const into = await asked('First', 'v1');
      const from = await asked('Second', 'v1');
      granted(await booking.desk.act(from.id, { type: 'note', text: 'Regular' }, OWNER));
      granted(await merge(from.id, into.id));
      const thread = granted(await elsewhere.views.thread(from.secret));
      expect(thread).toEqual(granted(await elsewhere.views.thread(into.secret)));
      expect(said(thread)).toEqual(['First', 'Second']);
      expect(await elsewhere.views.requestIdOf(from.secret)).toBe(into.id);
      clock.now += 60_000;
      granted(await elsewhere.viewers.write(from.secret, 'Third'));
      expect(said(await viewed(into.id))).toEqual(['First', 'Second', 'Third']);
      // A third one, in which it all goes on: every address still leads there.
      const last = await asked('Fourth', 'v1');
      granted(await merge(into.id, last.id));
      expect(said(granted(await elsewhere.views.thread(from.secret)))).toEqual(['First', 'Second', 'Third', 'Fourth']);
      granted(await elsewhere.viewers.erase(from.secret));
      for (const { id, secret } of [from, into, last]) {
        expect(whyOf(await booking.views.thread(secret))).toBe('not-found');
        expect(await viewed(id)).toMatchObject({ name: '', contact: null });
        expect(said(await viewed(id))).toEqual([]);
      }
    });

    test('[DK213] a typed address is no proof, nor is silence: nothing is merged, and nothing has changed', async () => {
      const one = await asked('First', null, 'vera@example.org');
      const same = await asked('Second', null, 'vera@example.org');
      const other = await asked('Third', 'v1', 'vera@example.org');
      const before = await Promise.all([one, same, other].map(({ id }) => viewed(id)));
      expect(whyOf(await merge(one.id, same.id))).toBe('not-same-person');
      expect(whyOf(await merge(one.id, other.id))).toBe('not-same-person');
      expect(whyOf(await merge(one.id, one.id))).toBe('not-found');
      expect(await Promise.all([one, same, other].map(({ id }) => viewed(id)))).toEqual(before);
      expect(whyOf(await elsewhere.views.thread(`${one.secret}x`))).toBe('not-found');
    });

    test('[DK213] whom a request of an older Cuedesk is from is not certain where it came by a code', async () => {
      const [store] = opened.stores;
      const [page, chat] = [await asked('First', 'v1'), await asked('Second', 'v1')];
      const request = await readRequest(store.db, 'local', chat.id);
      if (request === null) throw new Error('There is no such request.');
      const byCode = { ...request, terms: { ...request.terms, via: 'chat' as const } };
      await store.transaction((tx) => swapRequest(tx, 'local', byCode, request.version));
      await migrateTo(store.db, '0037-challenge-asker');
      await migrateUp(store.db);
      expect(await certainViewers(store.db, 'local', [page.id, chat.id])).toEqual(new Map([[page.id, 'v1']]));
    });

    test('[DK214] a booked time stays with its request: it takes the other one in, and never ends in it', async () => {
      const booked = await asked('Book me', 'v1', undefined, MONDAY_TEN);
      granted(await booking.desk.act(booked.id, { type: 'accept' }, OWNER));
      const word = await asked('And one thing', 'v1');
      expect(whyOf(await merge(booked.id, word.id))).toBe('merge-other-way');
      granted(await merge(word.id, booked.id));
      expect(await viewed(booked.id)).toMatchObject({ state: 'booked', start: MONDAY_TEN, unread: true });
      expect(granted(await booking.views.calendarEntry(word.secret))).toMatchObject({ id: booked.id });
    });

    test('[DK215] labels and the address for mails go along', async () => {
      const vip = granted(await booking.labels.add({ name: 'VIP', colour: 'accent' })).id;
      const late = granted(await booking.labels.add({ name: 'Late', colour: 'warning' })).id;
      const into = await asked('First', 'v1');
      const from = await asked('Second', 'v1', 'vera@example.org');
      granted(await booking.labels.put(into.id, { label: late, on: 'request', put: true }));
      for (const label of [vip, late]) granted(await booking.labels.put(from.id, { label, on: 'request', put: true }));
      granted(await merge(from.id, into.id));
      const goesOn = await viewed(into.id);
      expect(goesOn.labels.request.toSorted()).toEqual([vip, late].toSorted());
      expect(goesOn.contact).toEqual({ email: 'vera@example.org' });
    });

    test('[DK221] labels that another program takes away during a merge go along before or not at all', async () => {
      const into = await asked('First', 'v1');
      const from = await asked('Second', 'v1');
      const names = Array.from({ length: 20 }, (_, at) => `Label ${at}`);
      const labels: string[] = [];
      for (const name of names) labels.push(granted(await booking.labels.add({ name, colour: 'accent' })).id);
      for (const label of labels) granted(await booking.labels.put(from.id, { label, on: 'request', put: true }));
      // Those that the merge comes to last go first.
      const goes = labels.toSorted().reverse();
      const [merged, ...gone] = await Promise.all([
        merge(from.id, into.id),
        ...goes.map((label) => elsewhere.labels.remove(label)),
      ]);
      expect([merged, ...gone].map(whyOf)).toEqual([null, ...goes.map(() => null)]);
      expect((await viewed(into.id)).labels.request).toEqual([]);
    });

    test('[DK217] two programs that merge or answer at once: one of them does, and nothing is half done', async () => {
      const into = await asked('First', 'v1');
      const from = await asked('Second', 'v1');
      const third = await asked('Third', 'v1');
      const results = await Promise.all([
        merge(from.id, into.id, OWNER),
        merge(from.id, third.id, MODERATOR, elsewhere),
        merge(into.id, from.id, MODERATOR, elsewhere),
      ]);
      const whys = results.map(whyOf).filter((why) => why !== null);
      expect(whys.length).toBeGreaterThanOrEqual(1);
      expect(new Set(whys)).toEqual(new Set(['already-closed']));
      const all = await Promise.all([into, from, third].map(({ id }) => viewed(id)));
      for (const { state, mergedInto } of all) {
        expect(mergedInto !== null).toBe(state === 'merged');
        const leadsTo = all.find(({ id }) => id === mergedInto);
        if (leadsTo) expect(leadsTo.state).not.toBe('merged');
      }
    });
  });
}
