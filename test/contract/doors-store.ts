import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DirectMessage } from '../../server/app/dm-inbox.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import type { JournalEntry } from '../../shared/events.ts';
import { toInstant } from '../../shared/time.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  publish,
  type SetClock,
  startClock,
} from '../app/booking-given.ts';
import type { OpenedStores } from './two-programs.ts';

/** What the other doors promise on every store, with two programs on one database. `open` gives an empty one. */
export function doorsStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`other doors on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let both: ReturnType<typeof bookingOn>[];
    beforeEach(async () => {
      opened = await open();
      clock = startClock();
      both = opened.stores.map((store) => bookingOn(store, clock));
    });
    afterEach(() => opened.close());

    const word = (id: string, viewer: string): JournalEntry => ({
      seq: 1,
      id,
      source: 'tiktok:@creator',
      type: 'chat',
      at: toInstant(clock.now),
      user: { id: viewer, name: viewer },
      chat: { text: '!book' },
    });
    const message = (id: string): DirectMessage => ({
      direction: 'in',
      event: `im_receive_msg ${id}`,
      message: id,
      conversation: 'c1',
      name: 'sample_viewer_1',
      text: `Text of ${id}`,
      at: clock.now,
    });
    const [first, second] = [() => both[0] as (typeof both)[0], () => both[1] as (typeof both)[0]];

    test('[OD7] two programs that hear the same words make one hold of each, and no seat is held twice', async () => {
      await publish(first(), [givenService()]);
      granted(await first().chat.setSetting({ ...FIRST_CHAT_WORD, on: true }));
      const words = Array.from({ length: 8 }, (_, at) => word(`e${at}`, `viewer${at}`));
      const made = await Promise.all(both.map((program) => program.chat.hear(words, 's1')));
      expect(made.flat()).toHaveLength(8);
      const held = await second().chat.onDesk();
      expect(new Set(held.map(({ start }) => start)).size).toBe(8);
      expect(new Set(held.map(({ code }) => code)).size).toBe(8);
    });

    test('[OD8] a hold lapses for both programs, and its code may be given again', async () => {
      const [service = ''] = await publish(first(), [givenService()]);
      granted(await first().chat.setSetting({ ...FIRST_CHAT_WORD, on: true }));
      await first().chat.hear([word('e1', 'viewer')], 's1');
      const [hold] = await first().chat.onDesk();
      clock.now += 10 * 60_000;
      expect(await second().chat.sweep()).toBe(1);
      expect(await first().chat.onDesk()).toEqual([]);
      const draft = givenDraft({ service, start: hold?.start });
      expect(granted(await second().viewers.ask('creator', draft, null)).state).toBe('new');
    });

    test('[OD21] one event at both programs, many times at once, is one message', async () => {
      await publish(first(), [givenService()]);
      const events = Array.from({ length: 20 }, (_, at) => message(`m${at % 2}`));
      await Promise.all(events.map((event, at) => (at % 4 < 2 ? first() : second()).dm.receive(event)));
      const requests = await first().views.deskRequests();
      expect(requests).toHaveLength(1);
      expect(requests[0]?.messages.map(({ text }) => text).sort()).toEqual(['Text of m0', 'Text of m1']);
      expect(requests[0]?.channel).toMatchObject({ repliesLeft: 10, waiting: 0 });
    });

    test('[OD21] the step of the schema goes down and up again over data, and requests stay', async () => {
      await publish(first(), [givenService()]);
      granted(await first().chat.setSetting({ ...FIRST_CHAT_WORD, on: true }));
      await first().chat.hear([word('e1', 'viewer')], 's1');
      await first().dm.receive(message('m1'));
      const [{ db }] = opened.stores;
      await migrateTo(db, '0005-terms');
      const tables = (await db.introspection.getTables()).map((table) => table.name);
      expect(tables.filter((table) => /^(chat_hold|dm_|webhook_event)/.test(table))).toEqual([]);
      await migrateUp(db);
      expect((await second().views.deskRequests()).map(({ channel, via }) => [channel, via])).toEqual([
        [null, 'tiktok'],
      ]);
      expect(await first().chat.onDesk()).toEqual([]);
      expect(await second().dm.receive(message('m2'))).toBe('kept');
    });
  });
}
