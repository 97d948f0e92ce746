import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { io, type Socket } from 'socket.io-client';
import type { BookingRequest } from '../../server/core/booking/request.ts';
import { addMessages } from '../../server/store/messages.ts';
import { addService, ensureCreator } from '../../server/store/offers.ts';
import { addRequest } from '../../server/store/requests.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { ServiceDraft } from '../../shared/booking.ts';
import type { DeskListPart, DeskRows } from '../../shared/desk-view.ts';
import { RIGHT_SETS } from '../../shared/rights.ts';
import { quantile } from './load.ts';
import { scriptsOf } from './page-weight.ts';
import { OWNER_TOKEN, type Program, startCuedeskOn } from './programs.ts';
import type { Row } from './table.ts';

const CREATOR = 'local';
const OPEN = 5_000;
const MODERATORS = 20;
const ACTS_A_SECOND = 50;
const SECONDS = 10;
/** Acts before the measure: compiled, and every desk at the same version. */
const WARM_UP = 100;
const KEYS = 40;
const JSON_BODY = { 'content-type': 'application/json' };

/** A creator with one service and this many open requests, of people who do not know of each other: none of them floods. */
export async function fillQueue(folder: string, open: number): Promise<void> {
  const store = await openSqlite(folder);
  const now = Date.now();
  const draft = ServiceDraft.parse({
    slug: 'bench',
    kind: 'consulting',
    title: { en: 'Bench' },
    minutes: 30,
    price: { minor: 4500, currency: 'EUR' },
  });
  try {
    await store.transaction(async (tx) => {
      await ensureCreator(tx, CREATOR, now);
      await addService(tx, CREATOR, 'bench', draft, now);
      for (let at = 0; at < open; at++) {
        await addRequest(tx, CREATOR, requestAt(at, now), `hash-${at}`);
        const text = `${wordOf(at)} ${wordOf(at * 7)}: may I ask about my letter to ${wordOf(at * 13)}?`;
        await addMessages(tx, CREATOR, `r${at}`, [{ id: `m${at}`, author: 'viewer', text }], now - at * 1000);
      }
    });
  } finally {
    await store.close();
  }
}

function requestAt(at: number, now: number): BookingRequest {
  const terms = { price: null, region: null, answers: [], code: null, consentVersion: null, adult: true, onAir: false };
  return {
    id: `r${at}`,
    service: 'bench',
    state: 'new',
    version: 1,
    start: null,
    end: null,
    wallStart: null,
    creatorZone: null,
    zone: 'Europe/Berlin',
    name: `Viewer ${wordOf(at)}`,
    contact: { email: `viewer${at}@gmail.com` },
    language: 'en',
    locale: null,
    offers: [],
    offersUntil: null,
    terms: { ...terms, via: 'page' },
    unread: true,
    news: null,
    claim: null,
    snooze: null,
    answerBy: null,
    paidAt: null,
    createdAt: now - at * 1000,
    updatedAt: now - at * 1000,
  };
}

/** A number in letters: what floods is told by its words. */
export function wordOf(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

/** A moderator's desk, with what it was told of each request and when. */
interface DeskPage {
  readonly cookie: string;
  readonly socket: Socket;
  readonly heardAt: Map<string, number>;
}

async function openDesk(url: string): Promise<DeskPage> {
  const invited = await fetch(`${url}/api/v1/invitations`, {
    method: 'POST',
    headers: { ...JSON_BODY, authorization: `Bearer ${OWNER_TOKEN}` },
    body: JSON.stringify({ name: 'Mo', hours: 1, rights: RIGHT_SETS.desk }),
  });
  const key = ((await invited.json()) as { url: string }).url.split('#key=')[1];
  const signed = await fetch(`${url}/api/v1/login`, {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify({ key }),
  });
  const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { token } = (await (await fetch(`${url}/api/v1/login`, { headers: { cookie } })).json()) as { token: string };
  const socket = io(`${url}/desk`, { transports: ['websocket'], forceNew: true, auth: { token } });
  const heardAt = new Map<string, number>();
  await new Promise<void>((whole) => {
    let rows = 0;
    socket.on('list', (part: DeskListPart, heard: () => void) => {
      rows += part.rows.length;
      heard();
      if (rows === part.total) whole();
    });
  });
  socket.on('rows', (change: DeskRows) => {
    for (const { id, claim } of change.rows) if (claim) heardAt.set(id, performance.now());
  });
  return { cookie, socket, heardAt };
}

/** Milliseconds from each act's request to each other desk that has it, at a steady rate. */
async function actLatencies(url: string, desks: ReadonlyArray<DeskPage>): Promise<number[]> {
  const askedAt: number[] = [];
  const answers: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let at = 0; at < WARM_UP + ACTS_A_SECOND * SECONDS; at++) {
    await pause(Math.max(0, begun + (at * 1000) / ACTS_A_SECOND - performance.now()));
    const { cookie = '' } = desks[at % desks.length] ?? {};
    askedAt.push(performance.now());
    const act = { method: 'POST', headers: { ...JSON_BODY, cookie }, body: '{}' };
    answers.push(fetch(`${url}/api/v1/requests/r${at}/claim`, act).then((answer) => answer.arrayBuffer()));
  }
  await Promise.all(answers);
  const missing = () => desks.some(({ heardAt }) => heardAt.size < askedAt.length);
  for (let waited = 0; missing() && waited < 100; waited++) await pause(50);
  return desks.flatMap(({ heardAt }, desk) =>
    askedAt.flatMap((asked, at) =>
      // What nobody was told counts as never: it must not make the figure better.
      at < WARM_UP || at % desks.length === desk ? [] : (heardAt.get(`r${at}`) ?? Number.POSITIVE_INFINITY) - asked,
    ),
  );
}

/** Milliseconds of script that opening the next request by key takes on a page with the whole list. */
async function keyMs(browser: Browser, url: string, cookie: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(`${url}/desk`);
  await page.locator('.request-row').first().waitFor();
  const metrics = await context.newCDPSession(page);
  await metrics.send('Performance.enable');
  const spent = async () => {
    const { metrics: all } = await metrics.send('Performance.getMetrics');
    return all.filter(({ name: kind }) => kind === 'ScriptDuration').reduce((sum, one) => sum + one.value * 1000, 0);
  };
  const open = async () => {
    await page.keyboard.press('j');
    await page.locator('.thread-scroll').getByText('may I ask about my letter').waitFor();
  };
  for (let press = 0; press < KEYS; press++) await open();
  const before = await spent();
  for (let press = 0; press < KEYS; press++) await open();
  const each = ((await spent()) - before) / KEYS;
  await context.close();
  return each;
}

/** The desk with a long queue and many at it. Null for the browser: its row is left out. */
export async function deskRows(browser: Browser | null): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-bench-desk-'));
  let program: Program | null = null;
  try {
    await fillQueue(folder, OPEN);
    program = await startCuedeskOn(folder);
    const { url } = program;
    const desks: DeskPage[] = [];
    for (let at = 0; at < MODERATORS; at++) desks.push(await openDesk(url));
    const latencies = await actLatencies(url, desks);
    const cookie = desks[0]?.cookie ?? '';
    const key = browser ? await keyMs(browser, url, cookie) : null;
    for (const { socket } of desks) socket.close();
    return rowsOf(latencies, key);
  } finally {
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(latencies: readonly number[], key: number | null): Row[] {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number) => quantile(sorted, share);
  const many = `${OPEN} open requests, ${MODERATORS} moderators, ${ACTS_A_SECOND} acts/s`;
  return [
    {
      row: 'p99 of an act to the other desks',
      value: at(0.99),
      unit: 'ms',
      target: { most: 100 },
      detail: `${many}; p50 ${at(0.5).toFixed(1)} ms, from the request to the row`,
    },
    ...(key === null
      ? []
      : [
          {
            row: 'opening a request by key',
            value: key,
            unit: 'ms',
            target: { most: 50 },
            detail: `script until the thread is shown, ${OPEN} in the list, mean of ${KEYS}`,
          },
        ]),
    {
      row: 'JavaScript of the desk',
      value: scriptsOf('desk'),
      unit: 'kB',
      target: { most: 120 },
      detail: 'gzip, with one language and all that may be loaded later',
    },
  ];
}
