import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf, OWNER_TOKEN, type Program, startCuedesk } from './programs.ts';
import { openStage } from './rig.ts';
import type { Row } from './table.ts';

const RATE = 1_000;
const SECONDS = 20;
const STREAKS = 50;
const TURN_MS = 20;
/** What a start does and the first events warm up is no part of the growth. */
const SETTLE_MS = 3_000;
const WARM_UP_TURNS = 50;

/**
 * What a gift storm costs the server in memory: 1,000 taps a second for 20 s in 50 streaks, with two pages of a stage
 * that read. Resident memory, the highest seen during the storm against that before it.
 */
export async function stormRow(): Promise<Row> {
  const program = await startCuedesk();
  const stages = [await openStage(program, () => undefined), await openStage(program, () => undefined)];
  try {
    await pause(SETTLE_MS);
    for (let turn = 0; turn < WARM_UP_TURNS; turn++) await post(program, turn, 'warm-up');
    const before = memoryOf(program);
    let highest = before;
    let late = 0;
    const begun = performance.now();
    for (let turn = 0; turn < (SECONDS * 1000) / TURN_MS; turn++) {
      await post(program, turn, 'storm');
      if (turn % 50 === 0) highest = Math.max(highest, memoryOf(program));
      const ahead = begun + (turn + 1) * TURN_MS - performance.now();
      if (ahead > 0) await pause(ahead);
      late = Math.max(late, -ahead);
    }
    const after = memoryOf(program);
    highest = Math.max(highest, after);
    const [mb, lateMs] = [(value: number) => value.toFixed(0), late.toFixed(0)];
    return {
      row: `gift storm, ${RATE} events/s for ${SECONDS} s in ${STREAKS} streaks: growth of the server's memory`,
      value: highest - before,
      unit: 'MB',
      target: { most: 100 },
      detail: `resident ${mb(before)} MB before, ${mb(after)} MB after, ${mb(highest)} MB at most; ${lateMs} ms behind at most`,
    };
  } finally {
    for (const stage of stages) stage.removeAllListeners('disconnect').close();
    await program.stop();
  }
}

/** One turn of the storm: each event is the next tap of its streak. */
async function post(program: Program, turn: number, mark: string): Promise<void> {
  const each = (RATE * TURN_MS) / 1000;
  const at = new Date().toISOString();
  const events = Array.from({ length: each }, (_, place) => {
    const tap = turn * each + place;
    const fan = `fan-${tap % STREAKS}`;
    const streak = { id: mark, ended: false };
    const gift = { id: '5655', name: 'Rose', diamonds: 1, count: Math.floor(tap / STREAKS) + 1, streak };
    return { id: `${mark}-${tap}`, source: 'bench', type: 'gift', at, user: { id: fan, handle: fan, name: fan }, gift };
  });
  const answer = await fetch(`${program.url}/api/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(events),
  });
  const { accepted } = (await answer.json()) as { accepted?: number };
  if (accepted !== each) throw new Error(`the storm was answered with ${answer.status}, ${accepted} accepted`);
}
