import { beforeEach, expect, test, vi } from 'vitest';
import { undo } from '../../../overlay/desk/act.ts';
import { nameOfAsk, nameOfHeld } from '../../../overlay/desk/call-offs.ts';
import { declineWords } from '../../../overlay/desk/declining.ts';
import { drafts } from '../../../overlay/desk/drafts.ts';
import { followQueue } from '../../../overlay/desk/following.ts';
import { held } from '../../../overlay/desk/held.ts';
import { offerWords, writeOfferWords } from '../../../overlay/desk/offer-words.ts';
import { heardFailed, type Rollback, rollbacks, stillTrue } from '../../../overlay/desk/rollbacks.ts';
import { refusedAs } from '../../../overlay/parts/ask.ts';
import { deskRow } from '../../../shared/desk-row.ts';
import type { HeldAct } from '../../../shared/desk-team.ts';
import type { DeskListPart, DeskRequest } from '../../../shared/desk-view.ts';
import { asked } from './sample-request.ts';

const anna = { id: 'anna', name: 'Anna' };
const ben = { id: 'ben', name: 'Ben' };
const nobody = { fresh: true, holder: null };

beforeEach(() => {
  rollbacks.value = new Map();
});

const refused = (why: string): Rollback => ({
  ...{ ask: { type: 'accept' }, as: 'accept', refused: refusedAs(why), isFinal: false, name: 'Vera', cause: null },
});

/** What is left of a refusal after it has been looked at again and again; null once it went. */
function after(back: Rollback, ...looks: Parameters<typeof stillTrue>[1][]): Rollback | null {
  return looks.reduce<Rollback | null>((left, look) => left && stillTrue(left, look), back);
}

test('[DP260] a held act that could not be done is taken back in sight, with why, and its words are where they were typed', () => {
  const act: HeldAct = {
    ...{ id: 'h1', request: 'r1', name: 'Vera', type: 'reply', text: 'See you', starts: [], into: null },
    ...{ by: ben, until: '2026-11-22T12:00:10.000Z', together: null },
  };
  held.value = [act];
  heardFailed({ act, why: 'already-closed' });
  expect(held.value).toEqual([]);
  expect(rollbacks.value.get('r1')).toMatchObject({
    ...{ name: 'Vera', isFinal: true, ask: { type: 'reply' }, refused: { why: 'already-closed' } },
  });
  expect(drafts.value.get('r1')).toBe('See you');
  heardFailed({ act: { ...act, request: 'r2', type: 'decline', text: 'We are full' }, why: 'claimed-by-other' });
  expect(declineWords('r2')).toBe('We are full');
  heardFailed({ act: { ...act, request: 'r3', type: 'offer', text: 'Any of these?' }, why: 'claimed-by-other' });
  expect(offerWords('r3')).toBe('Any of these?');
  writeOfferWords('r3', 'Or these');
  heardFailed({ act: { ...act, request: 'r3', type: 'offer', text: 'Any of these?' }, why: 'claimed-by-other' });
  expect(offerWords('r3')).toBe('Or these');
});

test('[DP260] an undo that came too late is said, and the words that have gone are in no field', async () => {
  const refusal = { type: 'about:blank', title: 'Too late', status: 409, detail: '', why: 'too-late' };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(refusal, { status: 409 })));
  const act: HeldAct = {
    ...{ id: 'h9', request: 'r9', name: 'Vera', type: 'reply', text: 'It has gone', starts: [], into: null },
    ...{ by: ben, until: '2026-11-22T12:00:10.000Z', together: null },
  };
  await undo(act);
  await undo({ ...act, type: 'offer' });
  vi.unstubAllGlobals();
  expect(rollbacks.value.get('r9')).toMatchObject({ isFinal: true, refused: { why: 'too-late' } });
  expect([drafts.value.get('r9') ?? '', offerWords('r9')]).toEqual(['', '']);
});

test('[DP262] who stood in the way is who it was then, also when that is heard after the refusal; it goes when they do', () => {
  for (const why of ['claimed-by-other', 'answer-on-its-way', 'slot-on-its-way']) {
    const back = refused(why);
    expect(after(back, nobody)).toBe(back);
    expect(after(back, nobody, { fresh: true, holder: anna })).toMatchObject({ cause: anna });
    expect(after(back, { fresh: true, holder: anna }, { fresh: true, holder: ben })).toBeNull();
    expect(after(back, { fresh: true, holder: anna }, nobody)).toBeNull();
  }
});

test('[DP262] that the server could not be reached goes with the reconnect, and not before the loss was seen', () => {
  const back = refused('offline');
  const away = { fresh: false, holder: null };
  expect(after(back, nobody)).toBe(back);
  expect(after(back, away)).toMatchObject({ cause: 'away' });
  expect(after(back, nobody, away, nobody)).toBeNull();
});

test('[DP262] a refusal that does not pass stays until it is read', () => {
  const back = refused('slot-taken');
  expect(after(back, { fresh: false, holder: anna }, nobody)).toBe(back);
});

test('[DP277] what ended an appointment is a call-off and no decline, also once its viewer has cancelled meanwhile', () => {
  const act: HeldAct = {
    ...{ id: 'h9', request: 'r1', name: 'Vera', type: 'decline', text: '', starts: [], into: null },
    ...{ by: ben, until: '2026-11-22T12:00:10.000Z', together: null },
  };
  heardRows(asked({ state: 'new' }));
  expect([nameOfAsk('r1', { type: 'decline' }), nameOfHeld({ ...act, id: 'h8' })]).toEqual(['decline', 'decline']);
  heardRows(asked({ state: 'booked' }));
  expect([nameOfAsk('r1', { type: 'decline' }), nameOfHeld(act)]).toEqual(['callOff', 'callOff']);
  expect(nameOfAsk('r1', { type: 'complete' })).toBe('complete');
  heardRows(asked({ state: 'cancelled' }));
  heardFailed({ act, why: 'already-closed' });
  expect(rollbacks.value.get('r1')).toMatchObject({ as: 'callOff', refused: { why: 'already-closed' } });
});

/** The list as the server tells it whole, through a connection that keeps who listens. */
function heardRows(request: DeskRequest): void {
  const listeners = new Map<string, (part: DeskListPart, heard: () => void) => void>();
  const on = (event: string, hear: (part: DeskListPart, heard: () => void) => void) => listeners.set(event, hear);
  followQueue({ on, tell: () => {} } as unknown as Parameters<typeof followQueue>[0]);
  listeners.get('list')?.({ version: 1, first: 0, total: 1, rows: [deskRow(request)] }, () => {});
}
