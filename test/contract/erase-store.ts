import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import type { Mail } from '../../server/app/mail.ts';
import { secretOf } from '../../server/app/thread-secret.ts';
import { secretsOf } from '../../server/store/secrets.ts';
import type { Store } from '../../server/store/store.ts';
import { tiktokDmApi } from '../../server/tiktok-dm/client.ts';
import { FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import { toInstant } from '../../shared/time.ts';
import {
  givenDraft,
  givenService,
  granted,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  OWNER,
  publish,
  type SetClock,
  secretIn,
} from '../app/booking-given.ts';
import { openMailToNobody } from '../app/mail-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

/** In every name, address, id and word of the person, and nowhere else. */
const CANARY = 'canary';
const MAIL = `${CANARY}@example.org`;
const ADA = 'ada@example.org';
const KEYS = { clientKey: 'key', clientSecret: 'a client secret of a test' };

/** What erasing promises on every store. `open` gives an empty one. */
export function eraseStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`erasing on ${name}`, () => {
    let opened: OpenedStores;
    let store: Store;
    let clock: SetClock;
    let mail: Mail;
    let booking: Booking;
    let service: string;

    beforeEach(async () => {
      // Nothing is sent here: what waits to be sent is what is looked at.
      const api = tiktokDmApi('http://127.0.0.1:9', KEYS);
      const dm = { ...KEYS, api, box: secretsOf('a root secret of a test that is long enough') };
      ({ opened, clock, booking } = await twoPrograms(open, async (one, now) => {
        mail = await openMailToNobody(one, now, ADA);
        return { mail: mail.queue, dm };
      }));
      [store] = opened.stores;
      const questions = [{ id: 'goal', label: { en: 'Goal?' }, required: false }];
      [service = ''] = await publish(booking, [givenService({ instant: true, questions })]);
      granted(await booking.dm.link({ businessId: 'biz', refreshToken: 'refresh-token' }));
    });
    afterEach(async () => {
      await mail.close();
      await opened.close();
    });

    /** The tables in which anything of the person stands; the journal is another matter. */
    async function traces(): Promise<string[]> {
      const found: string[] = [];
      for (const table of await store.db.introspection.getTables()) {
        if (table.name === 'event') continue;
        const rows = await store.db
          .selectFrom(table.name as 'request')
          .selectAll()
          .execute();
        if (JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value)).includes(CANARY))
          found.push(table.name);
      }
      return found.sort();
    }
    const draft = (changes = {}) =>
      givenDraft({
        service,
        name: `${CANARY} Example`,
        contact: { email: MAIL },
        message: `I am ${CANARY}`,
        ...changes,
      });
    const reply = async (id: string) => {
      clock.now += 1000;
      granted(await booking.desk.act(id, { type: 'reply', text: `Dear ${CANARY}\u0007` }, OWNER));
    };
    const erase = async (secret: string) => expect(await booking.viewers.erase(secret)).toBeNull();

    test('[BK153] who came by a word in the chat, asked, answered, was written to and booked leaves no trace but that it was', async () => {
      granted(await booking.chat.setSetting({ ...FIRST_CHAT_WORD, on: true, cooldownMinutes: 0 }));
      const typed = (id: string) => ({
        ...({ seq: 1, id: `${CANARY}-${id}`, source: 'tiktok:@creator', type: 'chat' } as const),
        at: toInstant(clock.now),
        user: { id: `${CANARY}-user`, name: `${CANARY} Example` },
        chat: { text: '!book' },
      });
      await booking.chat.hear([typed('e1')], 's1');
      clock.now += 10 * 60_000;
      await booking.sweep();
      const [code = ''] = await booking.chat.hear([typed('e2')], 's1');
      const { hold, start } = granted(await booking.chat.claim('creator', code, 'key'));
      const asked = draft({ hold, start, answers: { goal: CANARY } });
      const made = granted(await booking.viewers.ask('creator', asked, 'one-key'));
      await reply(made.id);
      granted(await booking.desk.act(made.id, { type: 'note', text: `${CANARY} is nice` }, OWNER));
      granted(await booking.viewers.move(secretIn(made.thread), MONDAY_TEN));
      expect(await traces()).toEqual(['chat_hold', 'message', 'outbox', 'request', 'request_viewer', 'search_text']);
      await erase(secretIn(made.thread));
      expect(await traces()).toEqual([]);
      const rest = await store.db.selectFrom('outbox').select(['kind', 'recipient']).orderBy('sequence').execute();
      expect(rest.map(({ kind }) => kind)).toEqual(['creator-booked', 'creator-moved', 'creator-cancelled']);
      expect(new Set(rest.map(({ recipient }) => recipient))).toEqual(new Set([ADA]));
      // The holds go on counting for their session.
      expect(await store.db.selectFrom('chat_hold').select('id').execute()).toHaveLength(2);
      expect(granted(await booking.viewers.hold('creator', service, MONDAY_TEN)).id).not.toBe('');
    });

    test('[BK153] direct messages go with their request, of an older one too, and those of another request stay', async () => {
      const receive = async (id: string, text: string) => {
        clock.now += 1000;
        const at = clock.now;
        const whose = { conversation: `${CANARY}-c1`, name: `${CANARY}_1` };
        await booking.dm.receive({ direction: 'in', event: `in ${id}`, message: id, ...whose, text, at });
        const [newest] = (await booking.views.deskRequests()).filter(({ state }) => state === 'new');
        return newest?.id ?? '';
      };
      const secret = (id: string) => secretOf('a server secret of a test that is long enough', id);
      const replies = () => store.db.selectFrom('dm_reply').select('id').execute();
      const older = await receive('m1', `It is ${CANARY}`);
      await reply(older);
      await reply(older);
      granted(await booking.viewers.cancel(secret(older)));
      const newer = await receive('m2', `${CANARY} again`);
      expect(newer).not.toBe(older);
      await reply(newer);
      await erase(secret(older));
      expect(await replies()).toHaveLength(1);
      expect(await traces()).toEqual(['dm_conversation', 'dm_reply', 'message', 'request', 'search_text']);
      await erase(secret(newer));
      expect(await traces()).toEqual([]);
      expect(await replies()).toEqual([]);
    });

    test('[BK153] who was pasted in, and who waited and was kept a time, leave nothing, and the time passes on', async () => {
      const contact = { email: MAIL };
      const pasted = granted(
        await booking.paste.paste(
          { name: CANARY, text: `From ${CANARY}`, language: 'en', contact, start: MONDAY_ELEVEN },
          'k',
        ),
      );
      const other = givenDraft({ service, start: MONDAY_TEN, name: 'Other' });
      const booked = secretIn(granted(await booking.viewers.ask('creator', other, null)).thread);
      const { start: _start, ...waiting } = draft();
      const first = secretIn(granted(await booking.waitlist.wait('creator', waiting, null)).thread);
      const next = givenDraft({ service, name: 'Next' });
      const second = secretIn(granted(await booking.waitlist.wait('creator', next, null)).thread);
      granted(await booking.viewers.cancel(booked));
      expect(granted(await booking.views.thread(first)).nearest).toEqual([MONDAY_TEN]);
      expect(await traces()).toEqual(['message', 'outbox', 'request', 'search_text']);
      await erase(secretIn(pasted.thread));
      await erase(first);
      expect(await traces()).toEqual([]);
      expect(granted(await booking.views.thread(second)).nearest).toEqual([MONDAY_TEN]);
      expect(await store.db.selectFrom('waitlist').select('request_id').execute()).toHaveLength(1);
    });
  });
}
