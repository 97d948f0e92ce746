import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageDesign, Widget } from '../../shared/stage-design.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

/** The sample show's happenings, each at its millisecond of the show. */
const SHOW = readFileSync(join(import.meta.dirname, '../../server/sources/sample-show.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { at: number; event?: Record<string, unknown> })
  .flatMap(({ at, event }) => (event ? [{ at, event }] : []));

const MORE: Widget[] = [
  { id: 'board', kind: 'leaderboard', span: 'live', rows: 3 },
  {
    id: 'goal',
    kind: 'goal',
    title: 'New microphone',
    measure: 'diamonds',
    target: 2500,
    from: 0,
    currency: 'EUR',
    milestones: [{ at: 1000, title: 'Question round' }],
    call: '',
  },
];
const WIDE = FIRST_DESIGN.layouts.find((layout) => layout.id === 'wide');
const DESIGN: StageDesign = {
  ...FIRST_DESIGN,
  widgets: [...FIRST_DESIGN.widgets, ...MORE],
  layouts: WIDE
    ? [
        {
          ...WIDE,
          boxes: {
            ...WIDE.boxes,
            board: { x: 1200, y: 140, width: 640, height: 320, across: 'right', down: 'top' },
            goal: { x: 64, y: 140, width: 640, height: 320, across: 'left', down: 'top' },
          },
        },
      ]
    : [],
};

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.stop());

async function post(request: APIRequestContext, path: string, data: unknown = {}): Promise<void> {
  const answer = await request.post(`${server.base}/api/v1/${path}`, { headers: server.owner, data });
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
}

test('[ST67] the sample show is on the stage as it happens, at ten moments of it', async ({ page, request }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 1920, height: 1080 });
  // The server's own show would go on beside this one.
  await request.delete(`${server.base}/api/v1/sources/demo`, { headers: server.owner });
  const listed = await request.get(`${server.base}/api/v1/stages`, { headers: server.owner });
  const [stage] = (await listed.json()) as { id: string; url: string }[];
  const kept = await request.put(`${server.base}/api/v1/stages/${stage?.id}/design`, {
    headers: server.owner,
    data: DESIGN,
  });
  expect(kept.ok()).toBe(true);
  await post(request, 'live/start');
  await page.goto(String(stage?.url));
  // The show's own start: this live was started by hand.
  let played = 1;
  /** The show up to this second, as if it happened now. */
  const goOnTo = async (seconds: number) => {
    const next = SHOW.filter(({ at }, place) => place >= played && at <= seconds * 1000);
    const now = new Date().toISOString();
    const events = next.map(({ event }) => ({ ...event, source: 'story', at: now }));
    await post(request, 'events', events);
    played += next.length;
  };
  /** The same, when what was on before has left. */
  const playTo = async (seconds: number) => {
    await post(request, 'alerts/clear');
    await goOnTo(seconds);
  };
  const alert = page.locator('.alert');
  const board = page.locator('.board');
  const goal = page.locator('.goal');

  await test.step('1: who the creator is and how to book is there from the beginning', async () => {
    await expect(page.locator('.bio')).toContainText('Lena Sample');
    await expect(page.locator('.booking')).toContainText(/\/c\/\p{Lu}{4,6}/u);
  });
  await test.step('2: the first follower is greeted', async () => {
    await playTo(12);
    await expect(alert.filter({ hasText: 'Mara Lindqvist' })).toContainText('followed');
  });
  await test.step('3: a streak is one alert that has grown', async () => {
    await playTo(64.5);
    await expect(alert.filter({ hasText: 'Sanne de Wit' })).toHaveCount(1);
    await expect(alert.filter({ hasText: 'Sanne de Wit' })).toContainText('×10');
    await expect(board).toContainText('Sanne de Wit');
  });
  await test.step('4: a count that comes late takes nothing back', async () => {
    await goOnTo(70);
    await expect(alert.filter({ hasText: 'Sanne de Wit' })).toContainText('×11');
    await expect(goal).toContainText('14 / 2,500');
  });
  await test.step('5: the most generous stands first, and nothing of a price is in an alert', async () => {
    await playTo(126);
    await expect(board.locator('li').first()).toContainText('Eirik Solås');
    await expect(board.locator('li').first()).toContainText('99');
    await expect(alert.filter({ hasText: 'Eirik Solås' })).not.toContainText('99');
  });
  await test.step('6: a milestone of the goal is reached', async () => {
    await playTo(170);
    await expect(goal).toContainText('1,119 / 2,500');
    await expect(board.locator('li').first()).toContainText('Theo van Dijk');
  });
  await test.step('7: a tip is announced; the panic key blanks all of it, and brings it back', async () => {
    await playTo(192);
    await expect(alert.filter({ hasText: 'Priya' })).toContainText('gave a tip');
    await post(request, 'stages/blank', { blank: true });
    await expect(page.locator('.plate')).toHaveCount(0);
    await post(request, 'stages/blank', { blank: false });
    await expect(page.locator('.bio')).toBeVisible();
  });
  await test.step('8: while alerts are paused a streak waits, and comes on afterwards as it stands by then', async () => {
    await post(request, 'alerts/pause');
    await playTo(226);
    await expect(goal).toContainText('1,141 / 2,500');
    await expect(alert.filter({ hasText: 'Inés' })).toHaveCount(0);
    await post(request, 'alerts/resume');
    await expect(alert.filter({ hasText: 'Inés' })).toContainText('×4');
  });
  await test.step('9: a question that is featured takes the place of the bio, and gives it back', async () => {
    await playTo(275);
    await post(request, 'stages/featured', { kind: 'question', name: 'Mara Lindqvist', text: 'Where do I start?' });
    await expect(page.locator('.featured')).toContainText('Where do I start?');
    await expect(page.locator('.bio')).toHaveCount(0);
    await post(request, 'stages/featured', null);
    await expect(page.locator('.bio')).toBeVisible();
  });
  await test.step('10: at the end the numbers are those of the whole show', async () => {
    await playTo(530);
    await expect(goal).toContainText('2,389 / 2,500');
    await expect(board.locator('li')).toHaveCount(3);
    await expect(board).toContainText('ليلى المنصور');
  });
});
