import { expect, type Page, test } from '@playwright/test';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageView } from '../../shared/stage-view.ts';
import { toInstant } from '../../shared/time.ts';
import { type PageServer, startPageServer } from '../fakes/page-server.ts';
import { designOf, faultsOf, fullView, giftNow } from './stage-given.ts';

/* Whatever comes first, goes away or is set: the page recovers by itself and never shows an error. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: PageServer;
test.beforeEach(async () => {
  server = await startPageServer(fullView());
});
test.afterEach(() => server.goAway());

/** Lets the page's own time run until it is so: its tries to connect wait by that time, the lines themselves do not. */
async function runUntil(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(1_000);
        return isSo();
      },
      { intervals: [50] },
    )
    .toBe(true);
}

/** The keys of all alerts that come on from now on, as often as they do. */
async function cameOn(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const keys: string[] = [];
    Object.assign(window, { keysThatCameOn: keys });
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        const alerts = node instanceof Element ? [node, ...node.querySelectorAll('[data-key]')] : [];
        for (const alert of alerts) if (alert.hasAttribute('data-key')) keys.push(alert.getAttribute('data-key') ?? '');
      }
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'keysThatCameOn') as string[]);
}

/** The view as the server makes it anew, by its own clock, which nobody has set. */
function viewOfNow(change: Partial<StageView> = {}): StageView {
  return { ...fullView(), ...change };
}

test('[ST90] a page that was opened before the server is whole once it is refreshed, with its token', async ({
  page,
}) => {
  await server.goAway();
  await expect(page.goto(server.stageAddress)).rejects.toThrow('ERR_CONNECTION_REFUSED');
  await page.waitForURL('chrome-error://**');
  await server.comeBack();
  // What OBS's refresh button does.
  await page.reload();
  await expect(page.locator('.bio-name')).toBeVisible();
  expect(page.url()).not.toContain('the-token');
});

test('[ST90] a page whose server went before it could connect shows nothing, and all of it when the server is there', async ({
  page,
}) => {
  const faults = faultsOf(page);
  server.takesSockets = false;
  await page.goto(server.stageAddress);
  await server.goAway();
  await expect(page.locator('#stage')).toBeEmpty();
  server.takesSockets = true;
  await server.comeBack();
  await expect(page.locator('.bio-name')).toBeVisible({ timeout: 15_000 });
  expect(faults).toEqual([]);
});

test('[ST91] a server that was restarted has its page back, with what is new, without a reload and with nothing twice', async ({
  page,
}) => {
  const faults = faultsOf(page);
  const keys = await cameOn(page);
  await page.goto(server.stageAddress);
  await page.locator('.bio-name').waitFor();
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
  const gift = giftNow('before', 'Viewer One', 3);
  server.tellMoments([gift]);
  await expect(page.locator('[data-key=before]')).toBeVisible();
  await server.goAway();
  await expect(page.locator('.bio-name')).toBeVisible();
  const bio = fullView().bio;
  server.view = viewOfNow({ bio: bio && { ...bio, name: 'Lena Anew' }, moments: [gift] });
  await server.comeBack();
  await expect(page.getByText('Lena Anew', { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(page.locator('[data-key=before]')).toHaveCount(0, { timeout: 10_000 });
  server.tellMoments([{ ...giftNow('after', 'Viewer Two', 1), seq: 2 }]);
  await expect(page.locator('.alert')).toHaveCount(1);
  await expect(page.locator('[data-key=after]')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'isTheSame'))).toBe(true);
  expect(await keys()).toEqual(['before', 'after']);
  expect(faults).toEqual([]);
});

for (const withoutServer of ['keep', 'blank'] as const) {
  test(`[ST92] after an hour without the network the page is there again by itself, where it has to ${withoutServer}`, async ({
    page,
  }) => {
    const faults = faultsOf(page);
    server.design = { ...FIRST_DESIGN, withoutServer };
    const keys = await cameOn(page);
    await page.clock.install();
    await page.goto(server.stageAddress);
    await page.locator('.booking-free').waitFor();
    server.tellMoments([giftNow('old', 'Viewer One', 3)]);
    await expect(page.locator('[data-key=old]')).toBeVisible();
    await server.goAway();
    await page.clock.runFor(60_000);
    await page.clock.fastForward(HOUR);
    await expect(page.locator('.alert, .booking-free')).toHaveCount(0);
    await expect(page.locator('.bio-name')).toHaveCount(withoutServer === 'keep' ? 1 : 0);
    const now = await page.evaluate(() => Date.now());
    const nextFree = { start: toInstant(now + HOUR), zone: 'UTC', leftThisWeek: 1, checkedAt: toInstant(now) };
    server.view = viewOfNow({ nextFree, serverTime: toInstant(now) });
    await server.comeBack();
    await runUntil(page, () => page.locator('.booking-free').isVisible());
    await expect(page.locator('.bio-name')).toBeVisible();
    await expect(page.getByText('€45', { exact: true })).toBeVisible();
    server.tellMoments([{ ...giftNow('new', 'Viewer Two', 1), seq: 2, at: toInstant(now) }]);
    await runUntil(page, () => page.locator('[data-key=new]').isVisible());
    expect(await keys()).toEqual(['old', 'new']);
    expect(faults).toEqual([]);
  });
}

for (const [direction, jump] of [
  ['forward', DAY],
  ['back', -DAY],
] as const) {
  test(`[ST93] a clock that jumps ${direction} by a day shows no alert twice, and the next view puts all right`, async ({
    page,
  }) => {
    const faults = faultsOf(page);
    const end = toInstant(Date.now() + 5 * 60_000);
    server.design = designOf([
      { id: 'booking', kind: 'booking', code: false, nextFree: true },
      { id: 'discount', kind: 'discount', code: 'LIVE10', text: '', endsAt: end },
      { id: 'featured', kind: 'featured', showSeconds: 20 },
      { id: 'alerts', kind: 'alerts', most: 2 },
    ]);
    // Put on and gone again by the server's time.
    const featured = {
      id: 'q',
      kind: 'question',
      name: 'Vera',
      text: 'How long?',
      at: toInstant(Date.now() - 30_000),
    } as const;
    const gift = giftNow('one', 'Viewer One', 3);
    server.view = viewOfNow({ featured });
    const keys = await cameOn(page);
    await page.clock.install({ time: Date.now() });
    await page.goto(server.stageAddress);
    await page.locator('.booking-free').waitFor();
    server.tellMoments([gift]);
    await runUntil(page, () => page.locator('[data-key=one]').isVisible());
    await page.clock.setSystemTime(Date.now() + jump);
    await page.clock.runFor(10_000);
    await expect(page.locator('.alert')).toHaveCount(0);
    await expect(page.locator('.featured')).toHaveCount(0);
    // The line breaks besides, and the first view afterwards tells the last half minute once more.
    server.view = viewOfNow({ featured, moments: [gift], serverTime: toInstant(Date.now() + 12_000) });
    const alive = server.alive();
    server.hangUp();
    await runUntil(page, async () => server.alive() > alive && (await page.locator('.booking-free').isVisible()));
    await expect(page.locator('.discount-left')).toContainText(/[34]:\d\d/);
    await page.clock.runFor(2_000);
    await expect(page.locator('.alert, .featured')).toHaveCount(0);
    server.tellMoments([{ ...giftNow('two', 'Viewer Two', 1), seq: 2 }]);
    await runUntil(page, () => page.locator('[data-key=two]').isVisible());
    await runUntil(page, async () => (await page.locator('.alert').count()) === 0);
    expect(await keys()).toEqual(['one', 'two']);
    expect(faults).toEqual([]);
  });
}
