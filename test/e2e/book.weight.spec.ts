import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { BOOKING_PAGE, fillIn } from './book-given.ts';

test.use({ viewport: { width: 360, height: 640 }, locale: 'de-DE', timezoneId: 'Europe/Berlin' });

/** A phone at the edge of a cell: 400 kbit/s, 400 ms there and back. */
async function slowly(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  return session;
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources?: ReadonlyArray<{ readonly node?: Element | null }>;
}

/** Every shift of the layout but those that a touch in the last half second asked for, with what moved. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenShifts: seen });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        const moved = sources?.map(({ node }) => node?.className || node?.nodeName).join(' ');
        if (value > 0.001 && !hadRecentInput) seen.push(`${value.toFixed(4)} ${moved}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seenShifts: string[] }).seenShifts);
}

test('[VP54] on a slow network nothing of the page, the times and the form moves while they come', async ({ page }) => {
  test.slow();
  await slowly(page);
  const shifts = await watchShifts(page);
  await page.goto(BOOKING_PAGE);
  await expect(page.locator('.service-free-known')).toHaveCount(3);
  await page.evaluate(() => document.fonts.ready);
  expect(await shifts()).toEqual([]);
  await page.locator('.main-act .button-primary').click();
  await page.locator('.time').first().waitFor();
  await page.locator('.view').nth(1).click();
  await page.locator('.week .time').first().waitFor();
  expect(await shifts()).toEqual([]);
  await page.locator('.time').last().click();
  await page.locator('form').waitFor();
  await page.locator('input[autocomplete=name]').fill('Jonas');
  expect(await shifts()).toEqual([]);
});

test('[VP55] the main button works before 100 kB have come, and nothing of the thread or of other languages', async ({
  page,
}) => {
  test.slow();
  const session = await slowly(page);
  let bytes = 0;
  let scripts = 0;
  const kinds = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.dataReceived', ({ encodedDataLength, requestId }) => {
    bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Script') scripts += encodedDataLength;
  });
  await page.goto(BOOKING_PAGE);
  await page.locator('.main-act .button-primary').waitFor();
  await page.locator('.main-act .button-primary').click();
  await page.locator('.time').first().waitFor();
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(100_000);
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  // The page's own script and one language's texts; of the thread and its socket nothing.
  expect(names.filter((name) => /assets\/book-[\w-]+\.js$/.test(name))).toHaveLength(2);
  expect(names.filter((name) => /thread|connect/.test(name))).toEqual([]);
  await page.locator('.time').last().click();
  await fillIn(page, 'Jonas');
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/t\//);
  await page.locator('.status').waitFor();
  expect(scripts).toBeLessThan(70_000);
});
