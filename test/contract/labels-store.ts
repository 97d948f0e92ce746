import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { noteViewer } from '../../server/store/viewers.ts';
import { givenDraft, givenService, granted, publish, secretIn, whyOf } from '../app/booking-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

/** Labels on requests and on the people behind them, on every store, with two programs on one database. */
export function labelsStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`labels on ${name}`, () => {
    let opened: OpenedStores;
    let service: string;
    let booking: Booking;
    let elsewhere: Booking;
    let vip: string;
    beforeEach(async () => {
      ({ opened, booking, elsewhere } = await twoPrograms(open));
      [service = ''] = await publish(booking, [givenService()]);
      vip = granted(await booking.labels.add({ name: 'VIP', colour: 'accent' })).id;
    });
    afterEach(() => opened.close());

    const asked = async (email?: string) => {
      const contact = email ? { contact: { email } } : {};
      return granted(await booking.viewers.ask('creator', givenDraft({ service, message: 'Hi', ...contact }), null));
    };
    const put = (request: string, on: 'request' | 'person', label = vip, is = true) =>
      booking.labels.put(request, { label, on, put: is });
    const labelsOf = async (id: string) => granted(await elsewhere.views.deskRequest(id)).labels;
    const rowLabels = (id: string) => elsewhere.queue.whole().rows.find((row) => row.id === id)?.labels;

    test('[DK177] a label has a name that no other has, whatever its case, and is changed and taken off everything', async () => {
      expect(whyOf(await booking.labels.add({ name: 'vip', colour: 'danger' }))).toBe('label-name-taken');
      const late = granted(await elsewhere.labels.add({ name: 'Late', colour: 'warning' }));
      expect(whyOf(await booking.labels.change(late.id, { name: 'Vip', colour: 'warning' }))).toBe('label-name-taken');
      granted(await booking.labels.change(late.id, { name: 'Later', colour: 'plain' }));
      expect(await elsewhere.labels.list()).toEqual([
        { id: late.id, name: 'Later', colour: 'plain' },
        { id: vip, name: 'VIP', colour: 'accent' },
      ]);
      const { id } = await asked('vera@example.org');
      granted(await put(id, 'request', late.id));
      granted(await put(id, 'person', late.id));
      granted(await elsewhere.labels.remove(late.id));
      expect(await labelsOf(id)).toEqual({ request: [], person: [] });
      expect(whyOf(await booking.labels.remove(late.id))).toBe('not-found');
      expect(whyOf(await put(id, 'request', late.id))).toBe('label-gone');
      expect(whyOf(await put('of-nobody', 'request'))).toBe('not-found');
    });

    test('[DK178] a label of a request is on it alone; one of its person is on each of theirs, now and later', async () => {
      const [first, second] = [await asked('Vera@example.org'), await asked('vera@example.org')];
      const stranger = await asked('other@example.org');
      await elsewhere.queue.reconcile();
      granted(await put(first.id, 'request'));
      expect([await labelsOf(first.id), await labelsOf(second.id)]).toEqual([
        { request: [vip], person: [] },
        { request: [], person: [] },
      ]);
      granted(await put(first.id, 'person'));
      granted(await put(first.id, 'person'));
      const third = await asked('vera@example.org');
      for (const { id } of [second, third]) expect(await labelsOf(id)).toEqual({ request: [], person: [vip] });
      expect(await labelsOf(stranger.id)).toEqual({ request: [], person: [] });
      // What another process changed is found by looking through.
      await elsewhere.queue.reconcile();
      expect([first, second, third, stranger].map(({ id }) => rowLabels(id))).toEqual([[vip], [vip], [vip], []]);
      granted(await put(third.id, 'person', vip, false));
      expect(await labelsOf(first.id)).toEqual({ request: [vip], person: [] });
      expect(await labelsOf(second.id)).toEqual({ request: [], person: [] });
    });

    test('[DK178] a person is known by the platform’s id where there is one, and without any by the request alone', async () => {
      const [first, second, other] = [await asked('one@example.org'), await asked('two@example.org'), await asked()];
      await opened.stores[0].transaction(async (tx) => {
        for (const { id } of [first, second]) await noteViewer(tx, 'local', id, '6801');
      });
      granted(await put(first.id, 'person'));
      granted(await put(other.id, 'person'));
      expect(await labelsOf(second.id)).toEqual({ request: [], person: [vip] });
      expect(await labelsOf((await asked()).id)).toEqual({ request: [], person: [] });
      granted(await put(second.id, 'person', vip, false));
      expect(await labelsOf(first.id)).toEqual({ request: [], person: [] });
      expect(await labelsOf(other.id)).toEqual({ request: [], person: [vip] });
    });

    test('[DK179] who erases the own data has no label any more, nor has a later request of theirs', async () => {
      const [first, second] = [await asked('vera@example.org'), await asked('vera@example.org')];
      granted(await put(first.id, 'request'));
      granted(await put(first.id, 'person'));
      granted(await booking.viewers.erase(secretIn(first.thread)));
      expect(await labelsOf(first.id)).toEqual({ request: [], person: [] });
      expect(await labelsOf((await asked('vera@example.org')).id)).toEqual({ request: [], person: [] });
      expect(await labelsOf(second.id)).toEqual({ request: [], person: [] });
      expect(whyOf(await put(first.id, 'person'))).toBe('erased');
      const { db } = opened.stores[0];
      const left = await db.selectFrom('person_label').select('hash').execute();
      expect(left).toEqual([]);
    });

    test('[DK221] a label says on how many requests and people it is: whoever is known by several things is one', async () => {
      const [one, two, three] = [await asked('vera@example.org'), await asked('VERA@example.org'), await asked()];
      await opened.stores[0].transaction((tx) => noteViewer(tx, 'local', two.id, 'v1'));
      for (const { id } of [one, two, three]) granted(await put(id, 'request'));
      granted(await put(one.id, 'person'));
      expect(granted(await elsewhere.labels.uses(vip))).toEqual({ requests: 3, people: 1 });
      granted(await put(two.id, 'person'));
      expect(granted(await elsewhere.labels.uses(vip))).toEqual({ requests: 3, people: 1 });
      granted(await put(three.id, 'person'));
      expect(granted(await elsewhere.labels.uses(vip))).toEqual({ requests: 3, people: 2 });
      const bare = granted(await booking.labels.add({ name: 'Bare', colour: 'plain' })).id;
      expect(granted(await booking.labels.uses(bare))).toEqual({ requests: 0, people: 0 });
      expect(whyOf(await booking.labels.uses('none'))).toBe('not-found');
    });

    test('[DK221] its people are counted over all that was ever asked, and others have their turns meanwhile', async () => {
      const [first, other] = [await asked('vera@example.org'), await asked('other@example.org')];
      const { db } = opened.stores[0];
      const rows = await db.selectFrom('request').selectAll().where('id', 'in', [first.id, other.id]).execute();
      const copies = Array.from({ length: 1200 }, (_, at) => rows.map((row) => ({ ...row, id: `${row.id}-${at}` })));
      for (let at = 0; at < copies.length; at += 300) {
        const some = copies.slice(at, at + 300).flat();
        await db
          .insertInto('request')
          .values(some.map((row) => ({ ...row, secret_hash: row.id })))
          .execute();
      }
      for (const { id } of [first, other]) granted(await put(id, 'person'));
      let turns = 0;
      let done = false;
      const count = () => {
        turns += 1;
        if (!done) setImmediate(count);
      };
      setImmediate(count);
      expect(granted(await booking.labels.uses(vip))).toEqual({ requests: 0, people: 2 });
      done = true;
      expect(turns).toBeGreaterThanOrEqual(4);
    });

    test('[DK221] put on while another program takes it away: on before, or told that it is gone, and never half', async () => {
      const made = [await asked(), await asked(), await asked()];
      const [gone, ...results] = await Promise.all([
        elsewhere.labels.remove(vip),
        ...made.map(({ id }, at) => put(id, at === 0 ? 'person' : 'request')),
      ]);
      expect(whyOf(gone)).toBeNull();
      for (const result of results) expect([null, 'label-gone']).toContain(whyOf(result));
      for (const { id } of made) expect(await labelsOf(id)).toEqual({ request: [], person: [] });
      expect(whyOf(await put(made[0]?.id ?? '', 'request'))).toBe('label-gone');
    });
  });
}
