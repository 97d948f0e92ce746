/**
 * `npm run bench`: Cuedesk beside the limit of this machine, in one run. Prints a table and writes docs/bench.json.
 * Absolute figures move by a third from run to run; the ratios are what counts, so both sides take turns.
 */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { deskRows } from './desk.ts';
import { latenciesAt, median, quantile, sustainedRate } from './load.ts';
import { longDeskRows } from './long-desk.ts';
import { longShowRows } from './long-show.ts';
import { firstScriptsOf, scriptsOf } from './page-weight.ts';
import { panicRow } from './panic.ts';
import { postRates } from './post.ts';
import { memoryOf, startBareHttp, startCuedesk } from './programs.ts';
import { CLIENTS, openCuedesk, openRelay, type Rig } from './rig.ts';
import { rushRows } from './rush.ts';
import { saleRows } from './sale.ts';
import { sceneRows } from './scenes.ts';
import { slotRows } from './slots.ts';
import { openBrowser } from './stage-page.ts';
import { stageRows } from './storm.ts';
import { passes, type Row, tableOf } from './table.ts';

const ROUNDS = 7;
const STARTS = 9;
/** V8 is through with compiling what a show needs after some fifteen seconds; in turns, since a source that is quiet for longer is given up. */
const WARM_UP_TURNS = 4;
const WARM_UP_SECONDS = 5;
const BURST = 20_000;
const RATE = 1_000;
const SECONDS = 3;
const SYNCS = 1_000;
/** After this long nothing of a start is left to do. */
const IDLE_MS = 10_000;

function say(text: string): void {
  console.error(text);
}

async function startRows(): Promise<Row[]> {
  const [bare, cuedesk]: [number[], number[]] = [[], []];
  for (let round = 0; round < STARTS; round++) {
    for (const [start, times] of [[startBareHttp, bare] as const, [startCuedesk, cuedesk] as const]) {
      const program = await start();
      times.push(program.readyMs);
      await program.stop();
    }
  }
  const detail = `${median(cuedesk).toFixed(0)} ms against ${median(bare).toFixed(0)} ms, median of ${STARTS}`;
  const value = median(cuedesk) / median(bare);
  return [{ row: 'start to ready / bare node:http', value, unit: 'times', target: { most: 6 }, detail }];
}

async function memoryRow(): Promise<Row> {
  const program = await startCuedesk();
  await pause(IDLE_MS);
  const value = memoryOf(program);
  await program.stop();
  return { row: 'memory, idle', value, unit: 'MB', target: { most: 110 }, detail: 'resident, 10 s after the start' };
}

/** Rates and latencies, round by round, so that each is compared with what the machine could do in the same seconds. */
async function eventRows(): Promise<Row[]> {
  const [relay, durable, cuedesk] = [await openRelay(), await openRelay('durable-relay'), await openCuedesk()];
  const all = [relay, durable, cuedesk];
  const rates: { relay: number; cuedesk: number }[] = [];
  const slow: Record<Rig['name'], number[]>[] = [];
  try {
    // As a show is after its first half minute: compiled, and at the pace that is measured.
    for (let turn = 0; turn < WARM_UP_TURNS; turn++) {
      for (const rig of all) await latenciesAt(rig, RATE, WARM_UP_SECONDS);
    }
    // The steady rate first: what a burst leaves behind (garbage, a full log) is no part of it.
    for (let round = 0; round < ROUNDS; round++) {
      say(`steady rate, round ${round + 1} of ${ROUNDS}`);
      slow.push({
        relay: await latenciesAt(relay, RATE, SECONDS),
        'durable-relay': await latenciesAt(durable, RATE, SECONDS),
        cuedesk: await latenciesAt(cuedesk, RATE, SECONDS),
      });
    }
    for (let round = 0; round < ROUNDS; round++) {
      say(`bursts, round ${round + 1} of ${ROUNDS}`);
      rates.push({ relay: await sustainedRate(relay, BURST), cuedesk: await sustainedRate(cuedesk, BURST) });
    }
  } finally {
    await Promise.all(all.map((rig) => rig.close()));
  }
  return [rateRow(rates), ...latencyRows(slow)];
}

function rateRow(rates: readonly { relay: number; cuedesk: number }[]): Row {
  const perSecond = (side: 'relay' | 'cuedesk') => median(rates.map((round) => round[side])).toFixed(0);
  return {
    row: `events a second, checked, durable, on ${CLIENTS} stages / bare ws relay`,
    value: median(rates.map((round) => round.cuedesk / round.relay)),
    unit: 'times',
    target: { least: 0.6 },
    detail: `${perSecond('cuedesk')} against ${perSecond('relay')} a second, 500 bytes each`,
  };
}

function latencyRows(rounds: readonly Record<Rig['name'], number[]>[]): Row[] {
  const at = (share: number) => (side: Rig['name']) => median(rounds.map((round) => quantile(round[side], share)));
  const [p50, p99] = [at(0.5), at(0.99)];
  const ms = (of: typeof p50) => `${of('cuedesk').toFixed(2)} ms against ${of('relay').toFixed(2)} ms`;
  const times = (side: Rig['name'], beside: Rig['name']) =>
    median(rounds.map((round) => quantile(round[side], 0.99) / quantile(round[beside], 0.99)));
  const name = `p99 to the stage at ${RATE} events/s`;
  return [
    {
      row: `${name} / bare ws relay`,
      value: times('cuedesk', 'relay'),
      unit: 'times',
      target: { most: 5 },
      detail: ms(p99),
    },
    {
      row: `${name} / bare relay with one commit a tick`,
      value: times('cuedesk', 'durable-relay'),
      unit: 'times',
      target: null,
      detail: `that one takes ${p99('durable-relay').toFixed(2)} ms: ${times('durable-relay', 'relay').toFixed(2)} times the bare relay, the least that keeping costs on this disk`,
    },
    { row: `p50 to the stage at ${RATE} events/s`, value: p50('cuedesk'), unit: 'ms', target: null, detail: ms(p50) },
  ];
}

/** The disk's own time for making a small write durable, in ms, at the pace of the steady rate: no commit is faster. */
async function fdatasyncRow(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-bench-'));
  const file = openSync(join(folder, 'probe'), 'w');
  const pages = 'x'.repeat(3 * 4096);
  const times: number[] = [];
  for (let at = 0; at < SYNCS; at++) {
    await pause(1);
    const begun = performance.now();
    writeSync(file, pages, (at % 100) * pages.length);
    fdatasyncSync(file);
    times.push(performance.now() - begun);
  }
  closeSync(file);
  rmSync(folder, { recursive: true });
  const sorted = times.sort((a, b) => a - b);
  const detail = `p99 ${quantile(sorted, 0.99).toFixed(2)} ms of ${SYNCS} at the steady rate`;
  return { row: 'fdatasync of this disk, p50', value: quantile(sorted, 0.5), unit: 'ms', target: null, detail };
}

async function browserRows(browser: Browser): Promise<Row[]> {
  try {
    return [
      ...(await stageRows(browser)),
      ...(await longShowRows(browser)),
      ...(await deskRows(browser)),
      ...(await longDeskRows(browser)),
    ];
  } finally {
    await browser.close();
  }
}

const stage = scriptsOf('stage');
say('starting and stopping');
const starts = await startRows();
const memory = await memoryRow();
say('events');
const events = await eventRows();
const panic = await panicRow();
const posts = await postRates();
const slots = await slotRows();
say("the rush to the viewers' page");
const rush = await rushRows();
say('two hundred viewers at every slot');
const sale = await saleRows();
say('scene rules and OBS');
const scenes = await sceneRows(say);
const browser = await openBrowser();
if (browser === null) say('no browser: the rows of the stage in one are left out');
else say('the stage in a browser');
const inBrowser = browser === null ? await deskRows(null) : await browserRows(browser);
const rows: Row[] = [
  ...events,
  panic,
  ...posts,
  ...slots,
  ...rush,
  ...sale,
  ...scenes,
  ...inBrowser,
  ...starts,
  memory,
  { row: 'stage JavaScript, gzip', value: stage, unit: 'kB', target: { most: 45 }, detail: 'all it can ever load' },
  {
    row: "viewers' page JavaScript, gzip, before the main button works",
    value: firstScriptsOf('book', '../shared/locales/de/book.ts'),
    unit: 'kB',
    target: { most: 40 },
    detail: 'what the page loads at once, with one language',
  },
  {
    row: "viewers' page JavaScript, gzip",
    value: scriptsOf('book'),
    unit: 'kB',
    target: { most: 70 },
    detail: 'all it can ever load: every step, the thread, four languages',
  },
  await fdatasyncRow(),
];
console.log(tableOf(rows));

const machine = {
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  node: process.version,
  platform: process.platform,
};
const file = resolve(import.meta.dirname, '../../docs/bench.json');
const measured = {
  measuredAt: new Date().toISOString(),
  machine,
  rows: rows.map((row) => ({ ...row, pass: passes(row) })),
};
writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
