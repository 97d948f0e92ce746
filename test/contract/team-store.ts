import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDeskViews } from '../../server/app/desk-views.ts';
import { createHeldActs } from '../../server/app/held-acts.ts';
import { openPreparedReplies } from '../../server/app/prepared-replies.ts';
import { FIRST_REPLIES } from '../../server/core/desk/first-replies.ts';
import { addMacro, dropMacro, readMacros, replaceMacro } from '../../server/store/macros.ts';
import { readDrafts, trimDrafts, writeDraft } from '../../server/store/reply-drafts.ts';
import type { Store } from '../../server/store/store.ts';
import { bookingOn, givenDraft, givenService, granted, publish, secretIn, startClock } from '../app/booking-given.ts';
import type { OpenedStores } from './two-programs.ts';

const NOON = Date.parse('2026-11-22T12:00:00Z');

function rethrow(error: unknown): void {
  throw error;
}

/** What the people at the desk share and keep, on every store, with two programs on one database. */
export function teamStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`the team at the desk on ${name}`, () => {
    let opened: OpenedStores;
    beforeEach(async () => {
      opened = await open();
      for (const id of ['mine', 'other'])
        await opened.stores[0].db.insertInto('creator').values({ id, created_at: NOON }).execute();
    });
    afterEach(() => opened.close());

    test('[DK155] of a person’s drafts the oldest go, and erasing a viewer takes everybody’s along', async () => {
      const [store, other] = opened.stores;
      const booking = bookingOn(store, startClock(), 'mine');
      const [service = ''] = await publish(booking, [givenService()]);
      const made = granted(await booking.viewers.ask('creator', givenDraft({ service, message: 'Hi' }), null));
      const second = granted(await booking.viewers.ask('creator', givenDraft({ service, message: 'Ho' }), null));
      const write = (person: string, request: string, text: string, at: number) =>
        store.transaction((tx) => writeDraft(tx, 'mine', { person, request, text, at }));
      await write('mo', made.id, 'one', NOON);
      await write('mo', made.id, 'two', NOON + 1);
      await write('mo', second.id, 'three', NOON + 2);
      await write('ann', made.id, 'four', NOON + 3);
      await write('mo', 'of-nobody', 'five', NOON + 4);
      const texts = async (person: string) => (await readDrafts(other.db, 'mine', person)).map(({ text }) => text);
      expect(await texts('mo')).toEqual(['three', 'two']);
      expect(await readDrafts(other.db, 'other', 'mo')).toEqual([]);
      await store.transaction((tx) => trimDrafts(tx, 'mine', 'mo', 1));
      expect(await texts('mo')).toEqual(['three']);
      granted(await booking.viewers.erase(secretIn(made.thread)));
      expect(await texts('ann')).toEqual([]);
    });

    test('[DK192] two programs put one macro on a key and under a name; another creator’s are apart', async () => {
      const [store, other] = opened.stores;
      const macro = { id: 'one', name: 'Thank', key: 1, steps: [{ type: 'note', text: 'Regular' }] } as const;
      const kept = { ...macro, steps: [...macro.steps] };
      await addMacro(store.db, 'mine', kept);
      await addMacro(other.db, 'other', kept);
      for (const clash of [{ name: 'Else' }, { key: 2, name: 'THANK' }]) {
        const adding = addMacro(other.db, 'mine', { ...kept, ...clash, id: 'two' });
        await expect(adding.catch((error: unknown) => other.isUniqueTaken(error))).resolves.toBe(true);
      }
      expect(await replaceMacro(other.db, 'mine', { ...kept, key: 9 })).toBe(true);
      expect(await readMacros(store.db, 'mine')).toEqual([{ ...kept, key: 9 }]);
      expect(await dropMacro(store.db, 'mine', 'one')).toBe(true);
      expect(await dropMacro(other.db, 'mine', 'one')).toBe(false);
      expect(await readMacros(store.db, 'other')).toEqual([kept]);
    });

    test('[DK160] two programs hold one act of a request between them, and do it once', async () => {
      const clock = startClock();
      const bookings = opened.stores.map((store) => bookingOn(store, clock, 'mine'));
      const [booking] = bookings;
      if (!booking) throw new Error('no store');
      const [service = ''] = await publish(booking, [givenService()]);
      const made = granted(await booking.viewers.ask('creator', givenDraft({ service, message: 'Hi' }), null));
      const [one, two] = opened.stores.map((store, at) =>
        createHeldActs({
          ...{ store, creatorId: 'mine', clock: () => clock.now, newId: () => crypto.randomUUID(), onFault: rethrow },
          desk: bookings[at]?.desk ?? booking.desk,
          stillMay: async () => true,
          noteOutcome: async () => {},
        }),
      );
      if (!one || !two) throw new Error('no store');
      const reply = (text: string) => ({ type: 'reply', text }) as const;
      const held = await Promise.all([
        one.hold(made.id, reply('from one'), { id: 'mo', name: 'Mo' }),
        two.hold(made.id, reply('from two'), { id: 'ann', name: 'Ann' }),
      ]);
      expect(held.filter((each) => 'why' in each)).toMatchObject([{ why: 'answer-on-its-way' }]);
      clock.now += 10_000;
      await Promise.all([one.run(), two.run(), one.run()]);
      const view = granted(await booking.views.deskRequest(made.id));
      expect(view.messages.filter(({ from }) => from === 'creator')).toHaveLength(1);
      expect(await two.list()).toEqual([]);
      await Promise.all([one.close(), two.close()]);
    });

    const repliesOn = (store: Store, creatorId = 'mine') =>
      openPreparedReplies({
        store,
        creatorId,
        clock: () => NOON,
        newId: () => crypto.randomUUID(),
        onFault: rethrow,
      });

    test('[DK152] a new creator begins with one first set, and whoever takes it away keeps it away', async () => {
      const [mine] = await Promise.all(opened.stores.map((store) => repliesOn(store)));
      expect((await mine?.list())?.map(({ id }) => id).toSorted()).toEqual(
        FIRST_REPLIES.map(({ id }) => id).toSorted(),
      );
      for (const { id } of FIRST_REPLIES) expect(await mine?.remove(id)).toBeNull();
      expect(await (await repliesOn(opened.stores[1])).list()).toEqual([]);
      expect(await (await repliesOn(opened.stores[0], 'other')).list()).toHaveLength(FIRST_REPLIES.length);
    });

    test('[DK232] of those who add prepared replies, labels or views at once as many are let in as there is room for', async () => {
      const made = { creatorId: 'mine', newId: () => crypto.randomUUID(), onFault: rethrow };
      const [replies, views] = [
        await Promise.all(opened.stores.map((store) => repliesOn(store))),
        opened.stores.map((store) => createDeskViews({ store, ...made })),
      ];
      const labels = opened.stores.map((store) => bookingOn(store, startClock(), 'mine').labels);
      const lens = { list: 'new', label: null, language: null, search: '' } as const;
      const mo = { id: 'mo', rights: [] };
      /** Fills up to two below the most, then lets six come at once, from both programs. */
      const rush = async (free: number, add: (name: string, at: number) => Promise<unknown> | undefined) => {
        for (let at = 0; at < free - 2; at++) await add(`before ${at}`, 0);
        const came = await Promise.all(Array.from({ length: 6 }, (_, at) => add(`at once ${at}`, at % 2)));
        return came.filter((each) => typeof each === 'object' && each !== null && 'why' in each);
      };
      const reply = (name: string, at: number) => replies[at]?.add({ name, texts: { en: 'Hello {name}' } });
      const refused = { why: 'too-many-replies' };
      expect(await rush(100 - FIRST_REPLIES.length, reply)).toMatchObject(Array(4).fill(refused));
      const label = (name: string, at: number) => labels[at]?.add({ name, colour: 'accent' });
      expect(await rush(100, label)).toMatchObject(Array(4).fill({ why: 'too-many-labels' }));
      const view = (name: string, at: number) => views[at]?.add({ name, shared: false, lens }, mo);
      expect(await rush(20, view)).toMatchObject(Array(4).fill({ why: 'too-many-views' }));
    });

    test('[DK152] no two replies share a name, whatever its case and whoever writes at once; nobody changes another’s', async () => {
      const [one, two] = await Promise.all(opened.stores.map((store) => repliesOn(store)));
      const named = (text: string) => ({ name: text, texts: { en: 'Hello {name}' } });
      const made = await Promise.all([one?.add(named('Hello')), two?.add(named('HELLO'))]);
      expect(made.filter((each) => each && 'why' in each)).toMatchObject([{ why: 'reply-name-taken' }]);
      const foreign = await repliesOn(opened.stores[0], 'other');
      const [theirs] = await foreign.list();
      expect(await one?.change('first-more', named('hello'))).toMatchObject({ why: 'reply-name-taken' });
      expect(await one?.remove('of-nobody')).toMatchObject({ why: 'not-found' });
      await one?.remove(String(theirs?.id));
      expect(await foreign.list()).toContainEqual(theirs);
    });
  });
}
