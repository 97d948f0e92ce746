import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { PageServer } from '../fakes/page-server.ts';
import { startPageServer } from '../fakes/page-server.ts';
import { faultsOf, fullView, giftNow } from './stage-given.ts';

let server: PageServer;
test.beforeEach(async () => {
  server = await startPageServer(fullView());
});
test.afterEach(() => server.goAway());

test('[ST11] the token leaves the address at once and a reload of the page still works', async ({ page }) => {
  await page.goto(server.stageAddress);
  await expect(page.getByText('Lena Sample', { exact: true })).toBeVisible();
  expect(page.url()).not.toContain('the-token');
  await page.reload();
  await expect(page.getByText('Lena Sample', { exact: true })).toBeVisible();
  await expect.poll(() => server.alive()).toBeGreaterThan(0);
});

test('[ST2] a streak grows in its place, and a third alert is counted as one more', async ({ page }) => {
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  server.tellMoments([giftNow('a', 'Viewer One', 1), giftNow('b', 'Viewer Two', 4)]);
  await expect(page.locator('.alert')).toHaveCount(2);
  server.tellMoments([giftNow('a', 'Viewer One', 7), giftNow('c', 'Viewer Three', 1)]);
  await expect(page.locator('[data-key=a]')).toContainText('×7');
  await expect(page.locator('.alert').first()).toContainText('Viewer One');
  await expect(page.getByText('and 1 more')).toBeVisible();
});

test('[ST14] without a connection the last view stays without an error, and what may be stale goes after 30 seconds', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await page.clock.install();
  await page.goto(server.stageAddress);
  await page.locator('.booking-free').waitFor();
  await expect(page.getByText('€45')).toBeVisible();
  await server.goAway();
  await page.clock.fastForward(20_000);
  await expect(page.locator('.booking-free')).toBeVisible();
  await page.clock.fastForward(11_000);
  await expect(page.locator('.booking-free')).toHaveCount(0);
  await expect(page.getByText('€45')).toHaveCount(0);
  await expect(page.locator('.bio-name')).toBeVisible();
  await expect(page.locator('.address')).toBeVisible();
  expect(faults).toEqual([]);
});

test('[ST7] the free time is withdrawn on air when the server looked it up too long ago', async ({ page }) => {
  const checkedAt = new Date(Date.now() - 89_000).toISOString();
  const { nextFree } = server.view;
  if (nextFree) server.view = { ...server.view, nextFree: { ...nextFree, checkedAt } };
  await page.goto(server.stageAddress);
  await expect(page.locator('.booking-free')).toBeVisible();
  await expect(page.locator('.booking-free')).toHaveCount(0, { timeout: 5_000 });
  await expect(page.locator('.address')).toBeVisible();
});

test('[ST15] an idle stage draws no frame', async ({ page }) => {
  await page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    Object.assign(window, { framesAsked: 0 });
    window.requestAnimationFrame = (callback) => {
      Object.assign(window, { framesAsked: Reflect.get(window, 'framesAsked') + 1 });
      return ask(callback);
    };
  });
  await page.goto(server.stageAddress);
  await page.locator('.booking-free').waitFor();
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  const asked = () => page.evaluate(() => Reflect.get(window, 'framesAsked') as number);
  const before = await asked();
  // A span to look at, not a wait for something.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1_500)));
  expect(await asked()).toBe(before);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('[ST16] the stage loads nothing from elsewhere and keeps to its policy, whatever it is told', async ({ page }) => {
  const faults = faultsOf(page);
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  server.tellMoments([giftNow('x', '<img src=https://canary.example/x onerror=alert(1)>', 3)]);
  await expect(page.locator('[data-key=x]')).toContainText('<img src=https://canary.example');
  expect(await page.locator('img').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('[ST17] the stage’s JavaScript is at most 60 kB gzip in all', async ({ page }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body());
  });
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
});
