import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DirectMessage } from '../../server/app/dm-inbox.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { noteViewer } from '../../server/store/viewers.ts';
import { FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import type { JournalEntry } from '../../shared/events.ts';
import { toInstant } from '../../shared/time.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  OWNER,
  publish,
  type SetClock,
  secretIn,
  startClock,
  whyOf,
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

    /** One that the desk pasted in, with the secret of its thread. */
    async function pasted(email?: string) {
      const contact = email === undefined ? {} : { contact: { email } };
      const draft = { name: 'Ola', text: 'Hei', language: 'nb' as const, ...contact };
      const made = granted(await first().paste.paste(draft, null));
      return { ...made, secret: secretIn(made.thread) };
    }
    const isUnopened = async (id: string) => granted(await second().views.deskRequest(id)).unopened;

    test('[DK294] of a request that the desk opened it is known whether anybody has opened its private link', async () => {
      const [service = ''] = await publish(first(), [givenService()]);
      const one = await pasted();
      expect(await isUnopened(one.id)).toBe(true);
      await second().unopened.opened('of nobody');
      expect(await isUnopened(one.id)).toBe(true);
      const changed: string[] = [];
      first().onChange(({ requests }) => changed.push(...requests));
      await first().unopened.opened(one.secret);
      await first().unopened.opened(one.secret);
      expect(await isUnopened(one.id)).toBe(false);
      expect(changed).toEqual([one.id]);
      const own = granted(await first().viewers.ask('creator', givenDraft({ service }), null));
      expect(await isUnopened(own.id)).toBe(false);
    });

    test('[DK294] the address of what was merged opens what goes on, before the merge or after; erasing leaves nothing of it', async () => {
      await publish(first(), [givenService()]);
      const [one, other, third] = [await pasted(), await pasted(), await pasted()];
      const [{ db }] = opened.stores;
      await opened.stores[0].transaction(async (tx) => {
        for (const { id } of [one, other, third]) await noteViewer(tx, 'local', id, 'v1');
      });
      granted(await first().desk.act(other.id, { type: 'merge', into: one.id }, OWNER));
      expect(await isUnopened(one.id)).toBe(true);
      await second().unopened.opened(other.secret);
      expect(await isUnopened(one.id)).toBe(false);
      granted(await first().desk.act(third.id, { type: 'merge', into: one.id }, OWNER));
      const last = await pasted();
      await opened.stores[0].transaction((tx) => noteViewer(tx, 'local', last.id, 'v1'));
      granted(await first().desk.act(one.id, { type: 'merge', into: last.id }, OWNER));
      expect(await isUnopened(last.id)).toBe(false);
      const forgotten = await pasted();
      granted(await first().viewers.erase(forgotten.secret));
      expect(await db.selectFrom('unopened_thread').selectAll().execute()).toEqual([]);
      await migrateTo(db, '0055-one-show');
      await migrateUp(db);
      expect(await isUnopened(last.id)).toBe(false);
    });

    test('[DK295] the link is given again until somebody has opened it, and not to who may not see the contact that it shows', async () => {
      await publish(first(), [givenService()]);
      const { id, thread, state, secret } = await pasted();
      expect(await second().unopened.link(id, ['reply'])).toEqual({ id, thread, state });
      const known = await pasted('ola@mail.example');
      expect(whyOf(await second().unopened.link(known.id, ['reply']))).toBe('not-allowed');
      expect(granted(await second().unopened.link(known.id, ['reply', 'see-contact'])).thread).toBe(known.thread);
      await first().unopened.opened(secret);
      expect(whyOf(await second().unopened.link(id, ['reply']))).toBe('not-found');
      expect(whyOf(await second().unopened.link('nobody', ['reply']))).toBe('not-found');
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
