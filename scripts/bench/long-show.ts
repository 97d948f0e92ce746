import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { memoryOf, OWNER_TOKEN, type Program, startCuedesk } from './programs.ts';
import { stageUrl } from './rig.ts';
import { measured } from './stage-page.ts';
import type { Row } from './table.ts';

export const HOURS = 8;
const EVENTS_A_SECOND = 3;
/** Eight hours in half a minute: the page is there before the first tenth is over. */
const SPEED = 1_000;
const EVENTS = HOURS * 3600 * EVENTS_A_SECOND;
/** Viewers who come back: a show has regulars. */
const VIEWERS = 2_000;

/** Eight hours of a show, much faster than they went, with a stage open: what grows after the first tenth would grow for ever. */
export async function longShowRows(browser: Browser): Promise<Row[]> {
  const heaps: number[] = [];
  const memory = await longShow(async (program) => {
    const stage = await measured(browser, await stageUrl(program));
    return async () => void heaps.push(await stage.heapMb());
  });
  const name = `${HOURS} hours replayed, after the first tenth:`;
  return [
    growthRow(`${name} heap growth of the page`, heaps, 5),
    growthRow(`${name} memory growth of the server`, memory, 20),
  ];
}

/** Plays the show. `begin` gets the program at its start and answers what to do at each tenth. The server's memory in MB, by tenths. */
export async function longShow(
  begin: (program: Program) => Promise<() => Promise<void>>,
  start: (...args: string[]) => Promise<Program> = startCuedesk,
): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-bench-'));
  const file = join(folder, 'show.ndjson');
  writeFileSync(file, Array.from({ length: EVENTS }, (_, at) => JSON.stringify(entry(at))).join('\n'));
  const program = await start(`--source=replay:${file}?speed=${SPEED}`);
  try {
    const atTenth = await begin(program);
    const memory: number[] = [];
    for (let tenth = 1; tenth <= 10; tenth++) {
      await reached(program, (EVENTS * tenth) / 10);
      await atTenth();
      memory.push(memoryOf(program));
    }
    return memory;
  } finally {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the second to the fourth tenth against the last three: a single sample is as the collector happened to run. */
export function growthRow(row: string, tenths: readonly number[], most: number, events = EVENTS): Row {
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const value = mean(tenths.slice(-3)) - mean(tenths.slice(1, 4));
  const detail = `${events} events; by tenths ${tenths.map((one) => one.toFixed(1)).join(' ')}`;
  return { row, value, unit: 'MB', target: { most }, detail };
}

/** One line of a journal: mostly chat and likes, gifts in rows of five taps, a follow now and then. */
function entry(at: number) {
  const viewer = at % VIEWERS;
  const user = { id: `70${viewer}`, handle: `regular_${viewer}`, name: `Regular ${viewer}` };
  const base = {
    seq: at + 1,
    id: `long-${at}`,
    source: 'bench',
    at: new Date(Date.UTC(2026, 0, 1) + (at / EVENTS_A_SECOND) * 1000).toISOString(),
    user,
  };
  const turn = at % 10;
  if (turn < 5) return { ...base, type: 'chat', chat: { text: `message ${at}` } };
  if (turn < 8) return { ...base, type: 'like', like: { count: 5 } };
  if (turn === 8) return { ...base, type: 'follow' };
  const streak = { id: String(Math.floor(at / 50)), ended: at % 50 === 49 };
  const gift = { id: '5655', name: 'Rose', diamonds: 1, count: Math.floor((at % 50) / 10) + 1, streak };
  return { ...base, user: { ...user, id: `71${Math.floor(at / 50) % VIEWERS}` }, type: 'gift', gift };
}

/** Waits until the replay has told so many events. */
export async function reached({ url }: Program, events: number): Promise<void> {
  const headers = { authorization: `Bearer ${OWNER_TOKEN}` };
  let said = '';
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(50)) {
    const live = (await (await fetch(`${url}/api/v1/live`, { headers })).json()) as { lastSeq: number };
    said = JSON.stringify(live);
    if (live.lastSeq >= events) return;
  }
  throw new Error(`the replay did not come to ${events} events: ${said}`);
}
