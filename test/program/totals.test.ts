import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LiveSession, Totals } from '../../shared/live.ts';
import { AS_OWNER, JSON_BODY, liveOf, startProgram, type TestProgram } from './given-program.ts';
import { totalsByHand } from './webcast-by-hand.ts';

const folder = resolve(import.meta.dirname, '../../../shared/recordings/webcast');
const missing = !existsSync(folder);
const skipped = missing ? ' (skipped: ../shared/recordings is not there)' : '';

describe.skipIf(missing)(`real recordings through the whole program${skipped}`, () => {
  let door: TestProgram;
  beforeAll(async () => {
    door = await startProgram();
  });
  afterAll(() => door?.close());

  /** Plays a capture as the studio would start it, and answers its session at the end. */
  async function played(name: string): Promise<LiveSession> {
    const answer = await fetch(`${door.base}/api/v1/sources`, {
      method: 'POST',
      headers: { ...AS_OWNER, ...JSON_BODY },
      body: JSON.stringify({ spec: `replay:${resolve(folder, name)}?speed=0` }),
    });
    const { id } = (await answer.json()) as { id: string };
    await vi.waitFor(
      async () => {
        const { sources } = await liveOf(door.base);
        expect(sources.find((source) => source.id === id)?.state).toBe('finished');
      },
      { timeout: 5000 },
    );
    return liveOf(door.base);
  }

  test('[LV6] the totals of link.bin are the ones worked out by hand', async () => {
    // Read by the wire format alone (webcast-by-hand.ts), room 7309128470994258694, 5 December 2023:
    // chats       21 messages, none of emotes alone
    // gifts       seven rows: Rose 1, Rose 11, Rose 1, Rose 10, Rose 1, one Heart Me (single, type 4), Team Bracelet 6
    //             = 1 + 11 + 1 + 10 + 1 + 1 + 6 = 31, the highest running total of each row
    // diamonds    a Rose and a Heart Me are worth 1, a Team Bracelet 2: 24 + 1 + 6 * 2 = 37
    // likes       21 messages whose running totals go from 390,608 to 416,317 in one room: the highest
    //             (their single counts add up to 246 only: the collector kept a sample)
    // follows     11 of the 21 social messages have the key pm_main_follow_message_viewer_2;
    // shares      the other 10 are 8 pm_mt_guidance_share and 2 pm_mt_guidance_viewer_10_share
    // joins       21 member messages, all with action 1
    // viewers     21 counts; the newest by the platform's clock (1701792324079) is 1,662, and none is higher
    const expected: Totals = {
      chats: 21,
      gifts: 31,
      diamonds: 37,
      likes: 416_317,
      follows: 11,
      shares: 10,
      joins: 21,
      subscribes: 0,
      questions: 0,
      tips: [],
      viewersNow: 1662,
      viewersPeak: 1662,
    };
    const { totals, session, gaps } = await played('link.bin');
    expect(totals).toEqual(expected);
    expect(session?.endedAt).not.toBeNull();
    expect(gaps).toEqual([]);
    expect(totals).toMatchObject(totalsByHand(resolve(folder, 'link.bin')));
  });

  test.each([
    ['ab.bin', 53, 53],
    ['jw.bin', 0, 0],
    ['link.bin', 31, 37],
    ['log.bin', 19, 23],
    ['web.bin', 16, 16],
  ])(
    '[LV6] %s holds %i gifts worth %i diamonds, and every other total is the one worked out by hand',
    async (name, gifts, diamonds) => {
      const { totals } = await played(name);
      expect(totals).toMatchObject({ gifts, diamonds });
      expect(totals).toMatchObject(totalsByHand(resolve(folder, name)));
    },
  );

  test('[LV14] each replay is one session, and all are listed, newest first', async () => {
    const before = await sessions();
    await played('jw.bin');
    await played('ab.bin');
    const listed = await sessions();
    expect(listed.slice(2)).toEqual(before.map((one) => ({ ...one, sources: [] })));
    expect(listed.slice(0, 2).map((one) => one.totals.gifts)).toEqual([53, 0]);
  });

  async function sessions(): Promise<LiveSession[]> {
    const answer = await fetch(`${door.base}/api/v1/sessions`, { headers: AS_OWNER });
    return (await answer.json()) as LiveSession[];
  }
});
