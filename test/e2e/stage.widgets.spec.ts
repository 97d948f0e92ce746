import { expect, test } from '@playwright/test';
import { sampleOf } from '../../server/core/stage/sample.ts';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import { testWords } from '../../shared/locales/en/test-words.ts';
import { THEMES, type Widget, type WidgetOf } from '../../shared/stage-design.ts';
import type { StageSample } from '../../shared/stage-view.ts';
import { toInstant } from '../../shared/time.ts';
import type { PageServer } from '../fakes/page-server.ts';
import { startPageServer } from '../fakes/page-server.ts';
import { designOf, fullView, isCut, someFigures } from './stage-given.ts';

const board: Widget = { id: 'board', kind: 'leaderboard', span: 'live', rows: 10 };
const goal: WidgetOf<'goal'> = {
  id: 'goal',
  kind: 'goal',
  title: 'New camera',
  measure: 'money',
  target: 150_000,
  from: 25_000,
  currency: 'EUR',
  milestones: [
    { at: 100_000, title: 'Body' },
    { at: 50_000, title: 'Lens' },
  ],
  call: '',
};

let server: PageServer;
test.beforeEach(async () => {
  server = await startPageServer(fullView());
  server.figures = someFigures();
});
test.afterEach(() => server.goAway());

test('[ST30] a featured question stands alone in its place and leaves by the server’s time', async ({ page }) => {
  const featured: Widget = { id: 'featured', kind: 'featured', showSeconds: 30 };
  const bio: Widget = {
    id: 'bio',
    kind: 'bio',
    offers: true,
    skills: true,
    proofs: false,
    prices: true,
    turnSeconds: 9,
  };
  const ticker: Widget = { id: 'ticker', kind: 'ticker', lines: ['Beside it'], turnSeconds: 9 };
  server.design = designOf([featured, bio, ticker], { bio: { y: 100 } });
  // The stage's PC is an hour behind the server.
  const serverTime = Date.now() + 3_600_000;
  const text = '<img src=x onerror=alert(1)> How long?';
  server.view = {
    ...server.view,
    serverTime: toInstant(serverTime),
    featured: { id: 'q', kind: 'question', name: 'Мария', text, at: toInstant(serverTime - 10_000) },
  };
  await page.clock.install();
  await page.goto(server.stageAddress);
  await expect(page.locator('.featured')).toContainText('Марияasks');
  await expect(page.locator('.featured')).toContainText('<img src=x');
  await expect(page.locator('.ticker')).toBeVisible();
  await expect(page.locator('.bio')).toHaveCount(0);
  await page.clock.fastForward(15_000);
  await expect(page.locator('.featured')).toBeVisible();
  await page.clock.fastForward(6_000);
  await expect(page.locator('.featured')).toHaveCount(0);
  await expect(page.locator('.bio')).toBeVisible();
});

test('[ST194] proofs take turns with the offers in the headline’s place, whole and without moving the plate', async ({
  page,
}) => {
  const bio: Widget = { ...(FIRST_DESIGN.widgets[0] as WidgetOf<'bio'>), turnSeconds: 9 };
  const proof = 'Eleven years in recruiting for industry and public service';
  const { bio: person } = server.view;
  server.view = { ...server.view, bio: person && { ...person, proofs: [proof] } };
  server.design = { ...FIRST_DESIGN, widgets: [bio] };
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.clock.install();
  await page.goto(server.stageAddress);
  const height = () => page.locator('.bio').evaluate((one) => one.clientHeight);
  for (const theme of THEMES) {
    server.design = { ...server.design, theme };
    server.tellDesign();
    await expect(page.locator(`[data-theme=${theme}] .offer`)).toContainText('CV check');
    const before = await height();
    await page.clock.fastForward(9_000);
    await expect(page.locator('.bio-proof')).toHaveText(proof);
    expect(await isCut(page, '.bio-proof .bio-headline'), theme).toBe(false);
    await expect(page.locator('.offer')).toHaveCount(0);
    expect(await height(), theme).toBe(before);
    await page.clock.fastForward(9_000);
    await expect(page.locator('.bio-headline')).toContainText('Career coach');
  }
  server.design = { ...server.design, widgets: [{ ...bio, offers: false }] };
  server.tellDesign();
  await expect(page.locator('.offer')).toHaveCount(0);
  await page.clock.fastForward(9_000);
  await expect(page.locator('.bio-proof')).toHaveText(proof);
  server.design = { ...server.design, widgets: [{ ...bio, proofs: false }] };
  server.tellDesign();
  await expect(page.locator('.bio-proof')).toHaveCount(0);
});

test('[ST31] a goal shows its sum, its milestones, and a gap that may have cost it something', async ({ page }) => {
  server.design = designOf([goal], { goal: { height: 400 } });
  await page.goto(server.stageAddress);
  await expect(page.locator('.goal-sum')).toHaveText('€862.50 / €1,500');
  await expect(page.locator('.goal-step')).toHaveText(['Lens€500', 'Body€1,000']);
  await expect(page.locator('.goal-step-done')).toHaveText(['Lens€500']);
  await expect(page.locator('.goal-short')).toHaveCount(0);
  server.figures = { ...someFigures(), short: true, money: [{ minor: 900_000, currency: 'EUR' }] };
  server.tellFigures();
  await expect(page.locator('.goal-short')).toHaveText('May be incomplete');
  await expect(page.locator('.goal-step-done')).toHaveCount(2);
  // The bar ends with its track, however far the goal is overshot.
  const width = (part: string) => page.locator(part).evaluate((one) => one.getBoundingClientRect().width);
  await expect.poll(() => width('.goal-done')).toBe(await width('.goal-bar'));
});

test('[ST193] a long title of a goal runs over two lines, and gives way to the next milestone', async ({ page }) => {
  const title = 'Lights for the kitchen of our neighbourhood in Utrecht';
  server.design = designOf([{ ...goal, title }], { goal: { width: 600, height: 290 } });
  await page.setViewportSize({ width: 1000, height: 1000 });
  await page.goto(server.stageAddress);
  const titled = page.locator('.goal .plate-title');
  await expect(page.locator('.goal-step')).toHaveText(['Body€1,000']);
  const lines = () =>
    titled.evaluate((one) => Math.round(one.clientHeight / Number.parseFloat(getComputedStyle(one).lineHeight)));
  expect(await lines()).toBe(2);
  expect(await titled.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);
  server.design = designOf([{ ...goal, title }], { goal: { width: 600, height: 250 } });
  server.tellDesign();
  await expect.poll(lines).toBe(1);
  await expect(page.locator('.goal-step')).toHaveText(['Body€1,000']);
});

test('[ST31] a goal in a low box keeps the milestone that is next and drops the others', async ({ page }) => {
  server.design = designOf([{ ...goal, milestones: [...goal.milestones, { at: 150_000, title: 'Light' }] }], {
    goal: { height: 240 },
  });
  await page.goto(server.stageAddress);
  await expect(page.locator('.goal-step')).toHaveText(['Body€1,000']);
});

test('[ST32] a discount counts down by the second and leaves at its end', async ({ page }) => {
  const discount = (seconds: number) => {
    const endsAt = toInstant(Date.now() + seconds * 1000);
    return designOf([{ id: 'd', kind: 'discount', code: 'LENA20', text: '20 % off', endsAt }]);
  };
  server.design = discount(69.5);
  await page.goto(server.stageAddress);
  await expect(page.locator('.discount-code')).toHaveText('LENA20');
  await expect(page.locator('.discount-left')).toHaveText(/ends in1:0\d/);
  const before = await page.locator('.discount-left').textContent();
  await expect(page.locator('.discount-left')).not.toHaveText(String(before));
  server.design = discount(2.5);
  server.tellDesign();
  await expect(page.locator('.discount-left')).toHaveText(/ends in0:0\d/);
  await expect(page.locator('.discount')).toHaveCount(0);
});

test('[ST33] a leaderboard has as many rows as its box holds whole, and no more than were asked for', async ({
  page,
}) => {
  server.design = designOf([board], { board: { width: 500, height: 320 } });
  await page.setViewportSize({ width: 1000, height: 1000 });
  await page.goto(server.stageAddress);
  await expect(page.locator('.board-row')).toHaveCount(4);
  await expect(page.locator('.board-row').first()).toHaveText('1Ayşe K.6,000');
  const cut = await page.locator('.board').evaluate((plate) => plate.scrollHeight - plate.clientHeight);
  expect(cut).toBe(0);
  const right = await page
    .locator('.board-sum')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  expect(Math.max(...right)).toBeLessThanOrEqual(550);
  server.design = designOf([{ ...board, rows: 2 }], { board: { height: 320 } });
  server.tellDesign();
  await expect(page.locator('.board-row')).toHaveCount(2);
});

/** As the server makes it when the studio tries the widget out. */
function sampled(widget: Widget): StageSample {
  const sample = sampleOf(widget, testWords, Date.now());
  if (!sample) throw new Error('that one is tried out by events');
  return sample;
}

test('[ST190] a widget that is tried out shows samples in a frame for eight seconds, and then what came meanwhile', async ({
  page,
}) => {
  server.design = designOf([goal, board, { ...goal, id: 'other' }]);
  server.figures = { ...someFigures(), board: { live: [], today: [] } };
  await page.clock.install();
  await page.goto(server.stageAddress);
  const sum = (id: string) => page.locator(`[data-widget=${id}] .goal-sum`);
  await expect(sum('goal')).toHaveText('€862.50 / €1,500');
  server.tryOut(sampled(goal));
  await expect(sum('goal')).toHaveText('€975 / €1,500');
  await expect(sum('other')).toHaveText('€862.50 / €1,500');
  await expect(page.locator('.pointed')).toHaveText('Test');
  server.figures = { ...server.figures, money: [{ minor: 100_000, currency: 'EUR' }] };
  server.tellFigures();
  await expect(sum('other')).toHaveText('€1,250 / €1,500');
  await page.clock.fastForward(7_000);
  await expect(sum('goal')).toHaveText('€975 / €1,500');
  await page.clock.fastForward(1_500);
  await expect(sum('goal')).toHaveText('€1,250 / €1,500');
  server.tryOut(sampled(board));
  await expect(page.locator('.board-row').first()).toHaveText('1Sample 12,400');
  await page.clock.fastForward(8_500);
  await expect(page.locator('.board')).toHaveCount(0);
  await expect(page.locator('.pointed')).toHaveCount(0);
});

test('[ST190] what is tried out is the streamer’s own where there is any, and made up where there is none', async ({
  page,
}) => {
  const [bio, booking, queue] = FIRST_DESIGN.widgets as [Widget, Widget, Widget];
  const discount: Widget = { id: 'discount', kind: 'discount', code: '', text: '', endsAt: null };
  server.design = designOf([bio, booking, queue, discount]);
  await page.goto(server.stageAddress);
  await expect(page.locator('.queue')).toContainText('Jonas');
  server.tryOut(sampled(queue));
  await expect(page.locator('.queue')).toContainText('Now servingSample 1Up nextSample 2');
  server.tryOut(sampled(booking));
  await expect(page.locator('.queue')).toContainText('Jonas');
  await expect(page.locator('.pointed')).toHaveCount(1);
  await expect(page.locator('.address')).toHaveText(/book\.example.*@lena\.sample/);
  server.tryOut(sampled(discount));
  await expect(page.locator('.discount')).toContainText('SAMPLE');
  server.view = { ...server.view, bio: null, booking: null, nextFree: null };
  server.tellView();
  await expect(page.locator('.bio, .booking')).toHaveCount(0);
  server.tryOut(sampled(booking));
  await expect(page.locator('.booking')).toContainText('2 left this week');
  server.tryOut(sampled(bio));
  await expect(page.locator('.bio')).toContainText('Sample offer');
});

test('[ST34] the session clock moves once a minute', async ({ page }) => {
  server.design = designOf([{ id: 'clock', kind: 'clock', shows: 'session' }]);
  // The next minute is near: over 45 s without a sign of the server the page would connect anew.
  const sessionStartedAt = toInstant(Date.parse(server.view.serverTime) - (83 * 60 + 35) * 1000);
  if (server.figures) server.figures = { ...server.figures, sessionStartedAt };
  await page.clock.install();
  await page.goto(server.stageAddress);
  await expect(page.locator('.clock')).toHaveText('Live for1 hr 23 min');
  await page.clock.fastForward(26_000);
  await expect(page.locator('.clock')).toHaveText('Live for1 hr 24 min');
  server.design = designOf([{ id: 'clock', kind: 'clock', shows: 'time' }]);
  server.tellDesign();
  await expect(page.locator('.clock')).toHaveText(/^\d\d:\d\d$/);
});

test('[ST37] the lines of a ticker take turns, and a single one stands still', async ({ page }) => {
  const ticker: WidgetOf<'ticker'> = { id: 't', kind: 'ticker', lines: ['One', '', 'Two'], turnSeconds: 5 };
  server.design = designOf([ticker]);
  await page.clock.install();
  await page.goto(server.stageAddress);
  await expect(page.locator('.ticker')).toHaveText('One');
  await page.clock.fastForward(5_100);
  await expect(page.locator('.ticker')).toHaveText('Two');
  server.design = designOf([{ ...ticker, lines: ['Alone'] }]);
  server.tellDesign();
  await expect(page.locator('.ticker')).toHaveText('Alone');
  const line = await page.locator('.ticker-line').elementHandle();
  // The timer of the lines before is taken down after the frame that shows this one.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50))));
  await page.clock.fastForward(20_000);
  expect(await line?.evaluate((same) => same.isConnected)).toBe(true);
});
