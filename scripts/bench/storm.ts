import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import type { WebSocket } from 'ws';
import { median, quantile } from './load.ts';
import { press } from './panic.ts';
import { memoryOf, OWNER_TOKEN, type Program, startCuedesk } from './programs.ts';
import { openBridge, stageUrl } from './rig.ts';
import { type Measured, measured } from './stage-page.ts';
import type { Row } from './table.ts';

const STREAKS = 50;
const RATE = 1_000;
const SECONDS = 20;
const IDLE_SECONDS = 8;
const PRESSES = 40;
/** Longer than all presses take. */
const PANIC_SECONDS = 8;
const LOADS = 5;

/** When each streak had reached each count, in ms since the epoch. */
type SentAt = Map<string, number[]>;
/** What was seen on the stage: which streak, at which count, when. */
interface Sight {
  readonly name: string;
  readonly count: number;
  readonly at: number;
}

/** The stage in a browser: idle, at its first picture, and in a storm of gifts. An empty page beside it is the limit. */
export async function stageRows(browser: Browser): Promise<Row[]> {
  const bridge = await openBridge();
  const program = await startCuedesk(`--source=tikfinity:${bridge.url}`);
  try {
    const source = await bridge.socket;
    await publishBio(program);
    const empty = await measured(browser, 'about:blank');
    const stage = await measured(browser, await stageUrl(program));
    await stage.page.waitForSelector('.bio');
    const [idleEmpty, idleStage] = [await empty.load(IDLE_SECONDS), await stage.load(IDLE_SECONDS)];
    // The storm before the loads: a bridge that is silent for 25 s is hung up.
    const stormy = await stormRows({ program, source, stage, empty });
    const panic = await panicRow({ program, source, stage });
    // A load is measured alone: two pages beside it, one still drawing the end of a storm, are no part of it.
    for (const { page } of [empty, stage]) await page.context().close();
    const firsts = await firstPictures(browser, await stageUrl(program));
    return [
      {
        row: 'idle stage, share of a core above an empty page',
        value: (idleStage - idleEmpty) * 100,
        unit: '%',
        target: { most: 1 },
        detail: `${(idleStage * 100).toFixed(2)} % against ${(idleEmpty * 100).toFixed(2)} % over ${IDLE_SECONDS} s`,
      },
      {
        row: 'first picture of the stage after its load began',
        value: median(firsts),
        unit: 'ms',
        target: { most: 500 },
        detail: `median of ${firsts.length} loads, each in a browser profile of its own: ${firsts.map((one) => one.toFixed(0)).join(' ')}`,
      },
      ...stormy,
      panic,
    ];
  } finally {
    bridge.close();
    await program.stop();
  }
}

async function stormRows(at: {
  program: Program;
  source: WebSocket;
  stage: Measured;
  empty: Measured;
}): Promise<Row[]> {
  const { program, source, stage, empty } = at;
  const before = { heap: await stage.heapMb(), memory: memoryOf(program), frames: await empty.frames(5) };
  await stage.page.evaluate(watchAlerts);
  const [sent, frames] = await Promise.all([storm(source), stage.frames(SECONDS)]);
  const sights = await stage.page.evaluate(() => (globalThis as unknown as { sights: Sight[] }).sights);
  const delays = sights
    .map((sight) => sight.at - (sent.get(sight.name)?.[sight.count] ?? Number.NaN))
    .sort((a, b) => a - b);
  const after = { heap: await stage.heapMb(), memory: memoryOf(program) };
  const name = `gift storm, ${RATE} events/s in ${STREAKS} streaks:`;
  return [
    {
      row: `${name} event to picture, p99`,
      value: quantile(delays, 0.99),
      unit: 'ms',
      target: { most: 300 },
      detail: `p50 ${quantile(delays, 0.5).toFixed(0)} ms, ${sights.length} pictures of alerts in ${SECONDS} s`,
    },
    {
      row: `${name} frames / an empty page`,
      value: frames / before.frames,
      unit: 'times',
      target: { least: 0.8 },
      detail: `${frames.toFixed(0)} against ${before.frames.toFixed(0)} a second`,
    },
    {
      row: `${name} heap growth of the page`,
      value: after.heap - before.heap,
      unit: 'MB',
      target: { most: 20 },
      detail: `${before.heap.toFixed(1)} to ${after.heap.toFixed(1)} MB`,
    },
    {
      row: `${name} memory growth of the server`,
      value: after.memory - before.memory,
      unit: 'MB',
      target: { most: 100 },
      detail: `${before.memory.toFixed(0)} to ${after.memory.toFixed(0)} MB resident`,
    },
  ];
}

/** To the frame in which nothing of ours is drawn any more, and back to the one in which all is. */
async function panicRow(at: { program: Program; source: WebSocket; stage: Measured }): Promise<Row> {
  const { program, source, stage } = at;
  const times: number[] = [];
  const pressing = async () => {
    for (let pressed = 0; pressed < PRESSES; pressed++) {
      const blank = pressed % 2 === 0;
      const seen = stage.page.evaluate(drawnBlank, blank);
      const begun = Date.now();
      await press(program, blank);
      times.push((await seen) - begun);
    }
  };
  await Promise.all([storm(source, PANIC_SECONDS), pressing()]);
  const sorted = times.sort((a, b) => a - b);
  return {
    row: `panic key to the blank picture of a real stage, at ${RATE} events/s, the slowest of ${PRESSES}`,
    value: quantile(sorted, 1),
    unit: 'ms',
    target: { most: 200 },
    detail: `p50 ${quantile(sorted, 0.5).toFixed(0)} ms; half of them bring the picture back`,
  };
}

/** Runs in the page: when the frame came that follows the one in which it was, or was no longer, blank. */
function drawnBlank(blank: boolean): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if ((document.querySelector('.plate') === null) !== blank) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(Date.now()));
    };
    look();
  });
}

/** Something to show: a stage without a bio is empty. */
async function publishBio({ url }: Program): Promise<void> {
  const headers = { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' };
  const call = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(`${url}/api/v1/${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  };
  const proofs = [{ title: 'Certificate', public: true }];
  const person = { handle: 'bench', name: 'Bench', headline: 'Measures', about: '', skills: [], languages: ['en'] };
  await call('PUT', 'bio', { ...person, region: 'DE', zone: 'Europe/Berlin', proofs, adult: true, followers: 1500 });
  const price = { minor: 4500, currency: 'EUR' };
  const buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0, noticeMinutes: 0, horizonDays: 30, capacity: 1 };
  const offer = { slug: 'one', kind: 'consulting', title: { en: 'One' }, minutes: 30, price, ...buffers };
  await call('POST', 'services', { ...offer, instant: false, noLicenceNeeded: true });
  await call('POST', 'bio/publish', {});
}

/** Taps of many viewers at once, each a row of its own that never ends. */
async function storm(source: WebSocket, seconds = SECONDS): Promise<SentAt> {
  const sentAt: SentAt = new Map();
  const begun = Date.now();
  let taps = 0;
  while (taps < RATE * seconds) {
    const due = Math.min(RATE * seconds, Math.floor(((Date.now() - begun) / 1000) * RATE));
    for (; taps < due; taps++) {
      const viewer = taps % STREAKS;
      const count = Math.floor(taps / STREAKS) + 1;
      const name = `storm ${viewer}`;
      const times = sentAt.get(name) ?? [];
      times[count] = Date.now();
      sentAt.set(name, times);
      source.send(JSON.stringify({ event: 'gift', data: tap(taps, viewer, name, count, begun) }));
    }
    await pause(1);
  }
  return sentAt;
}

function tap(serial: number, viewer: number, nickname: string, repeatCount: number, begun: number) {
  const user = { userId: `69${viewer}`, uniqueId: `storm_${viewer}`, nickname };
  const gift = { giftId: 5655, giftName: 'Rose', giftType: 1, diamondCount: 1, repeatCount, repeatEnd: false };
  return { msgId: `9${begun}${serial}`, createTime: Date.now(), groupId: String(begun), ...user, ...gift };
}

/** Runs in the page: notes each count of each alert in the frame that shows it. */
function watchAlerts(): void {
  const sights: Sight[] = [];
  const seen = new Map<string, number>();
  Object.assign(globalThis, { sights });
  const look = (): void => {
    for (const alert of document.querySelectorAll('.alert')) {
      const name = alert.querySelector('.alert-name')?.textContent ?? '';
      const count = Number(/\d+/.exec(alert.querySelector('.alert-count')?.textContent ?? '')?.[0] ?? '1');
      if (seen.get(name) === count) continue;
      seen.set(name, count);
      sights.push({ name, count, at: Date.now() });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Each in a profile of its own, so that nothing is cached. */
async function firstPictures(browser: Browser, url: string): Promise<number[]> {
  const times: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    const { page } = await measured(browser, url);
    await page.waitForSelector('.bio');
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    times.push(await page.evaluate(firstPicture));
    await page.context().close();
  }
  return times;
}

/** Runs in the page: milliseconds from the start of the load to the first picture. */
function firstPicture(): number {
  return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now();
}
