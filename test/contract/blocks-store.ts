import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DirectMessage } from '../../server/app/dm-inbox.ts';
import { FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import type { JournalEntry } from '../../shared/events.ts';
import { RIGHTS } from '../../shared/rights.ts';
import { toInstant } from '../../shared/time.ts';
import {
  type bookingOn,
  givenDraft,
  givenService,
  granted,
  MODERATOR,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  OWNER,
  publish,
  type SetClock,
  secretIn,
  whyOf,
} from '../app/booking-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

/** What a block promises on every store. `open` gives an empty one. */
export function blocksStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`blocks on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let booking: ReturnType<typeof bookingOn>;
    let service: string;
    beforeEach(async () => {
      ({ opened, clock, booking } = await twoPrograms(open));
      [service = ''] = await publish(booking, [givenService({ waitlist: true })]);
      granted(await booking.chat.setSetting({ ...FIRST_CHAT_WORD, on: true, cooldownMinutes: 0 }));
    });
    afterEach(() => opened.close());

    const ask = (more: object = {}) => booking.viewers.ask('creator', givenDraft({ service, ...more }), null);
    const from = (email: string) => ({ contact: { email } });
    const block = (id: string, by = OWNER) => booking.blocks.block(id, 'Rude again and again', by);
    const word = (id: string, viewer: string): JournalEntry => {
      // Past what counts as the same word typed twice.
      clock.now += 5 * 60_000;
      return {
        seq: 1,
        id,
        source: 'tiktok:@creator',
        type: 'chat',
        at: toInstant(clock.now),
        user: { id: viewer, name: viewer },
        chat: { text: '!book' },
      };
    };
    /** Types the word, and asks with the hold that its code gives. */
    async function askByChat(event: string, viewer: string, email: string) {
      const [code = ''] = await booking.chat.hear([word(event, viewer)], 's1');
      const held = granted(await booking.chat.claim('creator', code, event));
      return granted(await ask({ start: held.start, hold: held.hold, ...from(email) }));
    }
    const message = (id: string, conversation: string): DirectMessage => ({
      direction: 'in',
      event: `im_receive_msg ${id}`,
      message: id,
      conversation,
      name: 'sample_viewer_1',
      text: `Text of ${id}`,
      at: clock.now,
    });
    const states = async () =>
      new Map((await booking.views.deskRequests()).map(({ id, state }) => [id, state] as const));

    test('[DK100] a mail that is blocked asks no more, under whatever letters’ case, nor waits in line', async () => {
      const made = granted(await ask(from('vera@mail.example')));
      granted(await block(made.id));
      expect(whyOf(await ask(from('VERA@mail.example')))).toBe('too-many');
      const { start: _start, ...draft } = givenDraft({ service, ...from('vera@mail.example') });
      expect(whyOf(await booking.waitlist.wait('creator', draft, null))).toBe('too-many');
      granted(await ask(from('other@mail.example')));
      granted(await ask());
      expect((await states()).size).toBe(3);
    });

    test('[DK100] a viewer who is blocked gets no hold for the word, and the one that is alive comes free', async () => {
      const made = await askByChat('e1', 'v1', 'vera@mail.example');
      await booking.chat.hear([word('e2', 'v1')], 's1');
      expect(await booking.chat.onDesk()).toHaveLength(1);
      granted(await block(made.id));
      expect(await booking.chat.onDesk()).toEqual([]);
      expect(await booking.chat.hear([word('e3', 'v1')], 's1')).toEqual([]);
      expect(await booking.chat.hear([word('e4', 'v2')], 's1')).toHaveLength(1);
    });

    test('[DK101] a message of a blocked conversation is acknowledged, and nothing of it is kept', async () => {
      granted(await booking.dm.receive(message('m1', 'c1')));
      const [first] = await booking.views.deskRequests();
      granted(await block(first?.id ?? ''));
      expect(await booking.dm.receive(message('m2', 'c1'))).toBe('kept');
      expect(await booking.dm.receive(message('m3', 'c2'))).toBe('kept');
      const after = await booking.views.deskRequests();
      expect(after.flatMap(({ messages }) => messages.map(({ text }) => text)).sort()).toEqual([
        'Text of m1',
        'Text of m3',
      ]);
    });

    test('[DK101] the refusal of a blocked viewer reads as that of a busy day, and the thread says declined', async () => {
      const made = granted(await ask(from('vera@mail.example')));
      granted(await block(made.id));
      const refused = await ask(from('vera@mail.example'));
      expect(JSON.stringify(refused)).not.toMatch(/block/i);
      const thread = granted(await booking.views.thread(secretIn(made.thread)));
      expect(thread.state).toBe('declined');
      expect(JSON.stringify(thread)).not.toMatch(/block|spam|rude/i);
      expect(whyOf(await booking.viewers.write(secretIn(made.thread), 'Hello?'))).toBe('already-closed');
    });

    test('[DK102] open asks are put away and bookings stay; lifting gives each back in its state', async () => {
      const mail = from('vera@mail.example');
      const asked = granted(await ask({ start: MONDAY_TEN, message: 'Please', ...mail }));
      const answered = granted(await ask(mail));
      granted(await booking.desk.act(answered.id, { type: 'reply', text: 'When?' }, OWNER));
      const booked = granted(await ask({ start: MONDAY_ELEVEN, ...mail }));
      granted(await booking.desk.act(booked.id, { type: 'accept' }, OWNER));
      granted(await booking.desk.act(answered.id, { type: 'release' }, OWNER));
      granted(await block(asked.id));
      expect(await states()).toEqual(
        new Map([
          [booked.id, 'booked'],
          [asked.id, 'spam'],
          [answered.id, 'spam'],
        ]),
      );
      expect(whyOf(await booking.viewers.write(secretIn(booked.thread), 'Hello?'))).toBe('too-many');
      const [kept] = await booking.blocks.list();
      expect(await booking.blocks.undo(kept?.id ?? '')).toBeNull();
      expect(await states()).toEqual(
        new Map([
          [asked.id, 'new'],
          [answered.id, 'waiting'],
          [booked.id, 'booked'],
        ]),
      );
      expect(await booking.viewers.write(secretIn(booked.thread), 'Hello again')).toBeNull();
      expect(await booking.blocks.list()).toEqual([]);
      expect(whyOf(await booking.blocks.undo(kept?.id ?? ''))).toBe('not-found');
    });

    test('[DK102] a place in the line is given back with its wish', async () => {
      const { start: _start, ...draft } = givenDraft({ service, ...from('vera@mail.example') });
      const wish = { earliest: MONDAY_TEN, latest: MONDAY_ELEVEN };
      const made = granted(await booking.waitlist.wait('creator', { ...draft, ...wish }, null));
      const place = () =>
        opened.stores[0]?.db.selectFrom('waitlist').select(['request_id', 'earliest', 'latest']).execute();
      const before = await place();
      granted(await block(made.id));
      expect(await place()).toEqual([]);
      const [kept] = await booking.blocks.list();
      await booking.blocks.undo(kept?.id ?? '');
      expect(await place()).toEqual(before);
      expect((await states()).get(made.id)).toBe('waitlisted');
    });

    test('[DK103] the list says whom, why, who and when, and the store has no key of them in the clear', async () => {
      const made = await askByChat('e1', 'viewer-number-1', 'vera@mail.example');
      granted(await block(made.id, MODERATOR));
      const at = toInstant(clock.now);
      expect(await booking.blocks.list()).toEqual([
        { id: expect.any(String), name: 'Vera Viewer', reason: 'Rude again and again', byName: 'Mo', at },
      ]);
      const keys = await opened.stores[0]?.db.selectFrom('block_key').selectAll().execute();
      expect(keys).not.toHaveLength(0);
      expect(JSON.stringify(keys)).not.toMatch(/vera|viewer-number/);
    });

    test('[DK104] a typed address leads to the asks under it alone, the platform’s id to all of its viewer', async () => {
      const first = await askByChat('e1', 'v1', 'one@mail.example');
      await askByChat('e2', 'v1', 'two@mail.example');
      const stranger = granted(await ask(from('one@mail.example')));
      granted(await block(first.id));
      expect((await states()).get(stranger.id)).toBe('spam');
      expect(whyOf(await ask(from('two@mail.example')))).toBe('too-many');
      const [kept] = await booking.blocks.list();
      await booking.blocks.undo(kept?.id ?? '');
      granted(await block(stranger.id));
      expect(whyOf(await ask(from('one@mail.example')))).toBe('too-many');
      granted(await ask(from('two@mail.example')));
      expect(await booking.chat.hear([word('e3', 'v1')], 's1')).toHaveLength(1);
    });

    const SENT_FROM = { mark: 'the-mark-of-one-browser' };
    const OTHER = { mark: 'the-mark-of-another-browser' };
    const askFrom = (from: { mark: string }, more: object = {}) =>
      booking.viewers.ask('creator', givenDraft({ service, ...more }), null, from);
    const waitFrom = (from: { mark: string }) => {
      const { start: _start, ...draft } = givenDraft({ service, name: 'Somebody Else' });
      return booking.waitlist.wait('creator', draft, null, from);
    };

    test('[DK298] the browser of a blocked viewer asks no more under another name, nor waits in line, until it is lifted', async () => {
      const made = granted(await askFrom(SENT_FROM));
      granted(await block(made.id));
      const refused = await askFrom(SENT_FROM, { name: 'Somebody Else' });
      expect(whyOf(refused)).toBe('too-many');
      expect(JSON.stringify(refused)).not.toMatch(/block|browser/i);
      expect(whyOf(await askFrom(SENT_FROM, from('new@mail.example')))).toBe('too-many');
      expect(whyOf(await waitFrom(SENT_FROM))).toBe('too-many');
      granted(await askFrom(OTHER));
      granted(await ask());
      const [kept] = await booking.blocks.list();
      expect(await booking.blocks.undo(kept?.id ?? '')).toBeNull();
      granted(await askFrom(SENT_FROM));
      granted(await waitFrom(SENT_FROM));
    });

    test('[DK298] what is open from that browser goes with the block, its threads too, and comes back with it', async () => {
      const first = granted(await askFrom(SENT_FROM));
      const second = granted(await askFrom(SENT_FROM, { name: 'Somebody Else', ...from('else@mail.example') }));
      const over = granted(await askFrom(SENT_FROM, { start: MONDAY_ELEVEN }));
      granted(await booking.desk.act(over.id, { type: 'accept' }, OWNER));
      expect(await booking.viewers.cancel(secretIn(over.thread))).toBeNull();
      expect(await booking.viewers.write(secretIn(over.thread), 'About the deposit')).toBeNull();
      const stranger = granted(await askFrom(OTHER, from('else@mail.example')));
      granted(await block(first.id));
      expect((await states()).get(second.id)).toBe('spam');
      expect((await states()).get(stranger.id)).toBe('new');
      expect(whyOf(await booking.viewers.write(secretIn(over.thread), 'Hello?'))).toBe('too-many');
      const lift = async () => booking.blocks.undo((await booking.blocks.list())[0]?.id ?? '');
      // An address that was typed in that browser may be anybody's.
      granted(await askFrom(OTHER, from('else@mail.example')));
      expect(await lift()).toBeNull();
      expect((await states()).get(second.id)).toBe('new');
      for (const { thread } of [second, over])
        expect(await booking.viewers.write(secretIn(thread), 'Hello again')).toBeNull();
    });

    test('[DK298] a browser says nothing of who somebody is anywhere else: not to labels, merging or what else they have', async () => {
      const [one, two] = [granted(await askFrom(SENT_FROM)), granted(await askFrom(SENT_FROM))];
      expect(await booking.views.othersOf(one.id, RIGHTS)).toEqual([]);
      expect(whyOf(await booking.desk.act(one.id, { type: 'merge', into: two.id }, OWNER))).toBe('not-same-person');
      const label = granted(await booking.labels.add({ name: 'Regular', colour: 'accent' }));
      granted(await booking.labels.put(one.id, { label: label.id, on: 'person', put: true }));
      expect(granted(await booking.views.deskRequest(two.id)).labels.person).toEqual([]);
    });

    test('[DK299] the store has the mark as a keyed hash alone, which goes with its viewer; the block stays shut', async () => {
      const made = granted(await askFrom(SENT_FROM));
      const waits = granted(await waitFrom(OTHER));
      const kept = () => opened.stores[0]?.db.selectFrom('request_browser').selectAll().orderBy('hash').execute();
      expect((await kept())?.map(({ request_id }) => request_id).sort()).toEqual([made.id, waits.id].sort());
      expect(JSON.stringify(await kept())).not.toMatch(/the-mark/);
      granted(await block(made.id));
      for (const { thread } of [made, waits]) expect(await booking.viewers.erase(secretIn(thread))).toBeNull();
      expect(await kept()).toEqual([]);
      expect(whyOf(await askFrom(SENT_FROM))).toBe('too-many');
    });

    test('[DP334] the desk is told by what a viewer is known, and so what a block closes to them', async () => {
      const knownBy = async (id: string) => granted(await booking.views.deskRequest(id)).knownBy;
      expect(await knownBy(granted(await ask()).id)).toEqual([]);
      expect(await knownBy(granted(await askFrom(SENT_FROM, from('vera@mail.example'))).id)).toEqual([
        'browser',
        'mail',
      ]);
      expect(await knownBy((await askByChat('e1', 'v1', 'two@mail.example')).id)).toEqual(['mail', 'viewer']);
      granted(await booking.dm.receive(message('m1', 'c1')));
      const written = (await booking.views.deskRequests()).find(({ via }) => via === 'tiktok');
      expect(written?.knownBy).toEqual(['conversation']);
    });

    test('[DK105] a blocked viewer calls off and erases what is theirs, and stays out', async () => {
      const mail = from('vera@mail.example');
      const booked = granted(await ask({ start: MONDAY_ELEVEN, ...mail }));
      granted(await booking.desk.act(booked.id, { type: 'accept' }, OWNER));
      granted(await block(booked.id));
      expect(await booking.viewers.cancel(secretIn(booked.thread))).toBeNull();
      expect(await booking.viewers.erase(secretIn(booked.thread))).toBeNull();
      const [kept] = await booking.blocks.list();
      expect(kept?.name).toBe('');
      expect(whyOf(await ask(mail))).toBe('too-many');
    });

    test('[DK106] not while another answers, and once', async () => {
      const made = granted(await ask(from('vera@mail.example')));
      granted(await booking.desk.act(made.id, { type: 'claim' }, OWNER));
      expect(whyOf(await block(made.id, MODERATOR))).toBe('claimed-by-other');
      const shown = granted(await block(made.id));
      const [kept] = await booking.blocks.list();
      expect(shown.block).toBe(kept?.id);
      expect(whyOf(await block(made.id))).toBe('already-blocked');
      expect(whyOf(await block('unknown'))).toBe('not-found');
      const pasted = { name: 'Vera', text: 'Hi', language: 'en' as const, contact: { email: 'vera@mail.example' } };
      expect(whyOf(await booking.paste.paste(pasted, null))).toBe('blocked');
    });
  });
}
