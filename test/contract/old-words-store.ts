import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetOldWords } from '../../server/app/old-words.ts';
import { lastSeq, readJournal, rowOf } from '../../server/store/journal.ts';
import type { LiveEvent } from '../../shared/events.ts';
import { chat } from '../core/live/events.ts';
import type { OpenedStores } from './two-programs.ts';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-22T12:00:00Z');
const at = '2026-11-22T12:00:00Z';
const user = { id: 'u1', name: 'Vera' };
const base = { source: 'api', at, user };
const tip = { ...base, id: 't', type: 'tip', tip: { amount: { minor: 500, currency: 'EUR' } } } as const;
const message = { ...base, id: 'm', type: 'message', message: { conversationId: 'c', text: 'canary' } } as const;
const SAID: ReadonlyArray<LiveEvent> = [
  chat('canary'),
  { ...base, id: 'q', type: 'question', question: { text: 'canary' } },
  { ...message, message: { ...message.message, attachments: [{ type: 'image', url: 'https://canary.example' }] } },
  { ...tip, tip: { ...tip.tip, message: 'canary' } },
  { ...base, id: 'f', type: 'follow' },
];

/** What becomes of what people said in lives, on every store. */
export function oldWordsStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`old words on ${name}`, () => {
    let opened: OpenedStores;
    let now = NOON;
    let seq = 0;
    beforeEach(async () => {
      opened = await open();
      [now, seq] = [NOON, 0];
      await lastSeq(opened.stores[0].db, 'local', NOON);
    });
    afterEach(() => opened.close());

    const forget = (stop?: AbortSignal, place = 0) => {
      const store = opened.stores[place] ?? opened.stores[0];
      return forgetOldWords({ store, creatorId: 'local', clock: () => now }, 30, stop);
    };
    async function append(events: ReadonlyArray<LiveEvent>): Promise<void> {
      const [store] = opened.stores;
      await store.transaction(async (tx) => {
        await store.moveSeq(tx, 'local', seq, seq + events.length);
        const rows = events.map((event) => rowOf('local', { ...event, id: `e${++seq}`, seq }, 's1', now));
        await store.insertEvents(tx, rows);
      });
    }
    const journal = () => readJournal(opened.stores[0].db, 'local', 0, 1000);

    test('[DK133] what was said in a live is gone after thirty days, and that somebody said it stays with its number', async () => {
      await append(SAID);
      now += 10 * DAY;
      await append([chat('Young')]);
      now = NOON + 30 * DAY;
      expect(await forget()).toBe(0);
      now += 1;
      expect(await forget()).toBe(4);
      const entries = await journal();
      expect(JSON.stringify(entries)).not.toContain('canary');
      expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(entries[0]).toMatchObject({ type: 'chat', chat: { text: '…' }, user: { id: expect.any(String) } });
      expect(entries[3]).toMatchObject({ tip: { amount: { minor: 500, currency: 'EUR' } } });
      expect(entries[5]).toMatchObject({ chat: { text: 'Young' } });
      expect(await forget(undefined, 1)).toBe(0);
      now = NOON + 40 * DAY + 1;
      expect(await forget(undefined, 1)).toBe(1);
    });

    test('[DK133] it goes in small turns, and asked to stop it goes on the next time', async () => {
      await append(Array.from({ length: 450 }, () => chat('canary')));
      now += 31 * DAY;
      expect(await forget(AbortSignal.abort())).toBe(0);
      expect(await forget()).toBe(450);
      expect((await journal()).every((entry) => entry.type === 'chat' && entry.chat.text === '…')).toBe(true);
    });
  });
}
