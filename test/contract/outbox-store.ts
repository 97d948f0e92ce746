import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MailFacts } from '../../server/core/mail/facts.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { ensureCreator } from '../../server/store/offers.ts';
import { addMail, claimMail, dueMails, settleMail } from '../../server/store/outbox.ts';
import { countMails, forgetMails, hurryMails, lastFailedMails } from '../../server/store/outbox-counts.ts';
import { recentMails, standingOf } from '../../server/store/outbox-standing.ts';
import type { Store } from '../../server/store/store.ts';
import type { OpenedStores } from './two-programs.ts';

const NOW = Date.parse('2026-11-22T11:00:00Z');
const MINUTE = 60_000;

/** What the outbox promises on every store. `open` gives an empty one, twice. */
export function outboxStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`the outbox on ${name}`, () => {
    let opened: OpenedStores;
    let first: Store;
    let second: Store;
    beforeEach(async () => {
      opened = await open();
      [first, second] = opened.stores;
      await first.transaction((tx) => ensureCreator(tx, 'local', NOW));
    });
    afterEach(() => opened.close());

    const due = (store: Store, at = NOW) => dueMails(store.db, 'local', at, 50);
    const add = (id: string, more: Partial<Parameters<typeof addMail>[2]> = {}, sequence = 1) =>
      first.transaction((tx) => addMail(tx, 'local', { ...mailOf(id, sequence), ...more }, NOW));

    test('[ML1] a mail whose key is known is not added again, whoever adds it', async () => {
      await Promise.all(
        [first, second].map((store, at) =>
          store.transaction((tx) => addMail(tx, 'local', { ...mailOf(`m${at}`), key: 'one' }, NOW)),
        ),
      );
      expect(await due(first)).toHaveLength(1);
    });

    test('[ML5] of many who claim one mail at once exactly one has it', async () => {
      await add('m');
      const [mail] = await due(first);
      if (!mail) throw new Error('no mail');
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          claimMail((at % 2 === 0 ? first : second).db, 'local', mail, NOW, NOW + MINUTE),
        ),
      );
      const [claim, ...others] = claims.filter((one) => one !== null);
      expect(others).toEqual([]);
      expect(await due(second)).toEqual([]);
      const [lapsed] = await due(second, NOW + MINUTE);
      const again = lapsed && (await claimMail(second.db, 'local', lapsed, NOW + MINUTE, NOW + 2 * MINUTE));
      expect(again?.attempts).toBe(2);
      // Who lost the claim by its lapse has nothing to say any more.
      expect(claim && (await settleMail(first.db, 'local', claim, { type: 'sent' }, NOW))).toBe(false);
      expect(again && (await settleMail(second.db, 'local', again, { type: 'sent' }, NOW))).toBe(true);
    });

    test('[ML21] counts, failures, what is recent and what is overtaken are the same on every store', async () => {
      await add('sent');
      await add('failed');
      await add('again');
      await add('later', { kind: 'reminder', dueAt: NOW + 60 * MINUTE });
      for (const mail of await due(first)) {
        const claim = await claimMail(first.db, 'local', mail, NOW, NOW + MINUTE);
        if (!claim) throw new Error('not claimed');
        const failed = { type: 'failed', why: 'recipient-refused', said: '550 no' } as const;
        const wait = { type: 'again', at: NOW + 9 * MINUTE, why: 'busy', said: '450' } as const;
        const outcome = mail.id === 'sent' ? ({ type: 'sent' } as const) : mail.id === 'failed' ? failed : wait;
        await settleMail(first.db, 'local', claim, outcome, NOW);
      }
      expect(await countMails(second.db, 'local', NOW)).toEqual({ waiting: 1, planned: 1, sent: 1, failed: 1 });
      expect(await lastFailedMails(second.db, 'local', 9)).toMatchObject([
        { id: 'failed', why: 'recipient-refused', said: '550 no', at: NOW },
      ]);
      expect(await due(first)).toEqual([]);
      await hurryMails(first.db, 'local', NOW);
      const [again] = await due(first);
      expect(again?.id).toBe('again');
      if (!again) return;
      expect(await recentMails(first.db, 'local', again, NOW - MINUTE, NOW)).toEqual([
        { at: NOW, kind: 'confirmed', cause: 'viewer' },
      ]);
      expect(await standingOf(first.db, 'local', again, NOW)).toEqual({ vouched: false, superseded: false });
      await add('newer', { kind: 'moved', cause: 'desk' }, 2);
      expect(await standingOf(first.db, 'local', again, NOW)).toEqual({ vouched: true, superseded: true });
      const other = { ...again, recipientHash: 'another' };
      expect(await standingOf(first.db, 'local', other, NOW)).toMatchObject({ vouched: false });
      await forgetMails(first.db, 'local', NOW + 1);
      expect(await countMails(first.db, 'local', NOW)).toMatchObject({ sent: 0, failed: 0, waiting: 2 });
    });

    test('[ML21] the step of the schema goes down and up again', async () => {
      await add('m');
      await migrateTo(first.db, '0005-terms');
      expect((await first.db.introspection.getTables()).map((table) => table.name)).not.toContain('outbox');
      await migrateUp(first.db);
      expect(await due(first)).toEqual([]);
    });
  });
}

function mailOf(id: string, sequence = 1): Parameters<typeof addMail>[2] {
  const facts: MailFacts = {
    request: 'r',
    sequence,
    at: NOW,
    language: 'en',
    locale: null,
    zone: 'UTC',
    name: 'V',
    creator: 'A',
    title: { en: 'T' },
    start: null,
    end: null,
    before: null,
    price: null,
    deposit: null,
    booked: false,
    place: null,
    times: [],
    offerUntil: null,
    changeUntil: null,
    message: '',
    code: null,
  };
  const whose = { recipient: 'v@example.org', recipientHash: 'hash' };
  return { id, key: id, kind: 'confirmed', cause: 'viewer', facts, ...whose, dueAt: NOW, expiresAt: NOW + 99 * MINUTE };
}
