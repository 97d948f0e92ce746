import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { MOST_KEPT } from '../../overlay/desk/comments.ts';
import { fillQueue, wordOf } from './desk.ts';
import { growthRow, reached } from './long-show.ts';
import { OWNER_TOKEN, type Program, startCuedeskOn } from './programs.ts';
import { measured } from './stage-page.ts';
import type { Row } from './table.ts';

const HOURS = 2;
const COMMENTS_A_SECOND = 3;
const COMMENTS = HOURS * 3600 * COMMENTS_A_SECOND;
/** Requests of the two hours, each claimed, answered and declined: three a minute. */
const REQUESTS = 360;
/** Open all the while. */
const OPEN = 200;
/** Two hours in half a minute, and before that the chat that is there already. */
const SPEED = 250;

/**
 * Two hours of a desk, much faster than they went, at a page that shows the chat: what grows after the first tenth would
 * grow for ever. The chat is full before that: a page keeps so many comments by intent.
 */
export async function longDeskRows(browser: Browser): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-bench-long-desk-'));
  const chat = join(folder, 'chat.ndjson');
  const data = join(folder, 'data');
  const all = MOST_KEPT + COMMENTS;
  writeFileSync(chat, Array.from({ length: all }, (_, at) => JSON.stringify(comment(at))).join('\n'));
  let program: Program | null = null;
  try {
    await fillQueue(data, OPEN);
    program = await startCuedeskOn(data, `--source=replay:${chat}?speed=${SPEED}`);
    const desk = await measured(browser, await invitation(program));
    await desk.page.getByRole('button', { name: 'Chat of the live' }).click();
    await reached(program, MOST_KEPT);
    const heaps: number[] = [];
    for (let tenth = 1; tenth <= 10; tenth++) {
      await workThrough(program, desk.page, ((tenth - 1) * REQUESTS) / 10, (tenth * REQUESTS) / 10);
      await reached(program, MOST_KEPT + (COMMENTS * tenth) / 10);
      heaps.push(await desk.heapMb());
    }
    const kept = await desk.page.locator('.comment').first().getAttribute('aria-setsize');
    if (Number(kept) !== MOST_KEPT) throw new Error(`the page holds ${kept} comments, which is another case than this`);
    await desk.page.context().close();
    const name = `${HOURS} hours of a desk replayed, after the first tenth: heap growth of the page`;
    return [growthRow(name, heaps, 5, COMMENTS + REQUESTS * 4)];
  } finally {
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A line of the chat of a show with regulars. */
function comment(at: number) {
  const viewer = at % 2_000;
  return {
    seq: at + 1,
    id: `chat-${at}`,
    source: 'bench',
    at: new Date(Date.UTC(2026, 0, 1) + (at / COMMENTS_A_SECOND) * 1000).toISOString(),
    user: { id: `70${viewer}`, handle: `regular_${viewer}`, name: `Regular ${viewer}` },
    type: 'chat',
    chat: { text: `${wordOf(at)} does anybody know about ${wordOf(at * 7)}?` },
  };
}

/** Requests as they come and are dealt with by others, while the page opens one after the other by key. */
async function workThrough({ url }: Program, page: Page, from: number, to: number): Promise<void> {
  const send = async (path: string, body: object): Promise<{ id: string }> => {
    const headers = { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  for (let at = from; at < to; at++) {
    const text = `${wordOf(at * 3)}: could you look at my letter to ${wordOf(at * 17)}?`;
    const contact = { email: `long${at}@gmail.com` };
    const { id } = await send('/requests', { name: `Late ${wordOf(at)}`, text, service: 'bench', contact });
    await send(`/requests/${id}/claim`, {});
    await send(`/requests/${id}/reply`, { text: `An answer to ${wordOf(at)}` });
    if (at % 4 === 0) await page.keyboard.press('j');
    await send(`/requests/${id}/decline`, {});
  }
}

/** The address at which a moderator's page signs in by itself. */
async function invitation({ url }: Program): Promise<string> {
  const headers = { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'Mo', hours: 1 });
  const made = await fetch(`${url}/api/v1/invitations`, { method: 'POST', headers, body });
  const key = ((await made.json()) as { url: string }).url.split('#key=')[1];
  return `${url}/desk#key=${key}`;
}
