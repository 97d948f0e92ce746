import { expect, test } from 'vitest';
import { readJournal } from '../../server/store/journal.ts';
import { TEST_SOURCE } from '../../shared/test-source.ts';
import { chat, follow, gift, session, tip } from '../core/live/events.ts';
import { expectSameAfterRestart, givenLive, growthsOf, NOON } from './live-given.ts';

test('[LV28] [SU293] tests begin and end no session, and the first real event does; all are in the journal', async () => {
  const given = await givenLive();
  const trial = <T extends object>(event: T) => ({ ...event, source: TEST_SOURCE });
  await given.live.accept([trial(gift(5)), trial(session('started'))], 'api');
  expect(given.live.session([])).toMatchObject({ session: null, totals: { gifts: 0 }, lastSeq: 2 });
  await given.restartAfterKill();
  expect(given.live.session([])).toMatchObject({ session: null, lastSeq: 2 });
  expect(given.live.testedAt()).toBe(NOON);
  await given.live.accept([trial(gift(6)), chat('hi'), trial(session('ended')), trial(tip(500))], 'api');
  expect(given.live.session([])).toMatchObject({
    session: { endedAt: null },
    totals: { chats: 1, gifts: 0, tips: [] },
    lastSeq: 6,
  });
  expect(await readJournal(given.store.db, 'local', 0, 10)).toHaveLength(6);
});

test('[LV27] a test is told with its streak, and a session with tests in it is counted again as it was', async () => {
  const given = await givenLive();
  await given.live.accept([gift(3), { ...gift(4), source: TEST_SOURCE }, { ...follow(), source: TEST_SOURCE }], 'api');
  expect(growthsOf(given.told)).toEqual([
    [3, false],
    [4, false],
  ]);
  expect(given.live.session([]).totals).toMatchObject({ gifts: 3, diamonds: 3, follows: 0 });
  expect([...given.live.board().values()]).toMatchObject([{ diamonds: 3 }]);
  await expectSameAfterRestart(given);
  expect([...given.live.board().values()]).toMatchObject([{ diamonds: 3 }]);
});

test('[ST187] what was posted is told apart from tests and from what a source brings', async () => {
  const given = await givenLive();
  await given.live.accept([chat('from a source')], 'live');
  await given.live.accept([{ ...follow(), source: TEST_SOURCE }], 'api');
  expect(given.live.postedAt()).toBe(null);
  await given.live.accept([chat('posted')], 'api');
  expect(given.live.postedAt()).toBe(NOON);
});
