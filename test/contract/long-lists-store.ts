import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addBlock, blocksOf, isAnyBlocked } from '../../server/store/blocks.ts';
import { conversationsOf } from '../../server/store/direct-messages.ts';
import { unsentReplies } from '../../server/store/dm-replies.ts';
import { labelsOfPeople, labelsOfRequests, putOnPerson, takeOffPerson } from '../../server/store/labels.ts';
import { addMerge, mergedInto, mergedOf } from '../../server/store/merges.ts';
import { messagesOf } from '../../server/store/messages.ts';
import { raiseVersions, readRequests } from '../../server/store/requests.ts';
import { dropEmpty } from '../../server/store/seats.ts';
import {
  certainViewers,
  noteViewer,
  requestsOf,
  underWayOf,
  viewersOf,
  viewersOfEach,
} from '../../server/store/viewers.ts';
import { bookingOn, givenDraft, givenService, granted, publish, startClock } from '../app/booking-given.ts';
import type { OpenedStores } from './two-programs.ts';

/** More than PostgreSQL (65,535) and SQLite (32,766) take of values in one statement. */
const MANY = 66_000;
/** As many rows of three columns. */
const ROWS = 22_000;
const filled = (some: ReadonlyArray<string>, length = MANY) => [
  ...Array.from({ length: length - some.length }, (_, at) => `of-nobody-${at}`),
  ...some,
];

/** What is asked for by a list of ids, of any length, on every store. */
export function longListsStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`long lists on ${name}`, () => {
    let opened: OpenedStores;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    test('[DB14] lists longer than a statement takes are read and written all the same', async () => {
      const [store] = opened.stores;
      const { db } = store;
      const booking = bookingOn(store, startClock());
      const [service = ''] = await publish(booking, [givenService()]);
      const contact = { email: 'vera@example.org' };
      const { id } = granted(
        await booking.viewers.ask('creator', givenDraft({ service, message: 'Hi', contact }), null),
      );
      const label = granted(await booking.labels.add({ name: 'VIP', colour: 'accent' })).id;
      const ended = granted(await booking.viewers.ask('creator', givenDraft({ service }), null)).id;
      const ids = filled([id]);
      const hashes = filled(['hers'], ROWS);
      await store.transaction(async (tx) => {
        await noteViewer(tx, 'local', id, '6801');
        await putOnPerson(tx, 'local', hashes, label);
        const block = { id: 'b', name: 'Vera', reason: '', by: { id: 'mo', name: 'Mo' }, at: 1 };
        await addBlock(tx, 'local', block, hashes);
        await raiseVersions(tx, 'local', ids);
        await addMerge(tx, 'local', ended, id);
        expect(
          await dropEmpty(
            tx,
            'local',
            ids.map((appointment_id) => ({ appointment_id })),
          ),
        ).toEqual([]);
        const by = { viewers: filled(['6801']), mails: filled(['Vera@example.org']) };
        expect(await requestsOf(tx, 'local', by)).toEqual([id]);
        expect(await underWayOf(tx, 'local', by, Date.now())).toEqual([id]);
      });
      expect(await isAnyBlocked(db, 'local', hashes)).toBe(true);
      expect((await labelsOfPeople(db, 'local', hashes)).get('hers')).toEqual([label]);
      expect((await readRequests(db, 'local', ids)).map((each) => each.id)).toEqual([id]);
      expect((await messagesOf(db, 'local', ids)).get(id)).toHaveLength(1);
      expect(await viewersOf(db, 'local', ids)).toEqual(['6801']);
      expect(await certainViewers(db, 'local', ids)).toEqual(new Map([[id, '6801']]));
      expect([...(await viewersOfEach(db, 'local', ids)).keys()]).toEqual([id]);
      expect(await mergedInto(db, 'local', filled([ended]))).toEqual(new Map([[ended, id]]));
      expect(await mergedOf(db, 'local', ids)).toEqual([{ request: ended, into: id, service }]);
      for (const none of [labelsOfRequests, blocksOf, conversationsOf])
        expect((await none(db, 'local', ids)).size).toBe(0);
      expect(await unsentReplies(db, 'local', ids)).toEqual([]);
      await store.transaction((tx) => takeOffPerson(tx, 'local', hashes));
      expect((await labelsOfPeople(db, 'local', ['hers'])).size).toBe(0);
    }, 60_000);
  });
}
