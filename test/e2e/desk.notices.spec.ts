import { expect, type Page, test } from '@playwright/test';
import { askedBy, invitation, threadOf } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const PUBLIC = `http://127.0.0.1:${process.env['E2E_PUBLIC_PORT']}/api/v1/public`;

interface Told {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
}
interface Watched extends Window {
  told: Told[];
  tones: number;
  asked: number;
  isAway: boolean;
}

/**
 * In the page: notes down notifications and tones as they begin, and lets a test say whether the page is in sight. A
 * browser without a window grants no leave to notify: a person who says yes when asked stands in its place.
 */
function watch(): void {
  const page = window as unknown as Watched;
  Object.assign(page, { told: [], tones: 0, asked: 0, isAway: false });
  Object.defineProperty(document, 'visibilityState', { get: () => (page.isAway ? 'hidden' : 'visible') });
  class Granted extends EventTarget {
    static permission: NotificationPermission = 'default';
    static async requestPermission(): Promise<NotificationPermission> {
      page.asked += 1;
      Granted.permission = 'granted';
      return Granted.permission;
    }
    constructor(title: string, { body = '', tag = '' }: NotificationOptions = {}) {
      super();
      page.told.push({ title, body, tag });
    }
    close(): void {}
  }
  Object.assign(window, { Notification: Granted });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when) {
    page.tones += 1;
    start.call(this, when);
  };
}

const told = (page: Page) => page.evaluate(() => (window as unknown as Watched).told);
const tones = (page: Page) => page.evaluate(() => (window as unknown as Watched).tones);
const turnAway = (page: Page, isAway: boolean) =>
  page.evaluate((away) => {
    (window as unknown as Watched).isAway = away;
    document.dispatchEvent(new Event('visibilitychange'));
  }, isAway);

async function openDesk(page: Page, link: string): Promise<void> {
  await page.addInitScript(watch);
  await page.goto(link);
  await page.locator('.request-row').first().waitFor();
}

const choices = [
  'Sound',
  'Notifications while this page is out of sight',
  'With the name and the first words',
] as const;
async function choose(page: Page, ...wanted: number[]): Promise<void> {
  await page.keyboard.press('?');
  for (const at of wanted) {
    const box = page.getByLabel(choices[at] ?? '').first();
    await box.click();
    await expect(box).toBeChecked();
  }
  await page.getByRole('button', { name: 'Close' }).click();
}

test('[DP190] [DP191] [DP192] nothing is heard or shown until it is chosen; then a burst out of sight is one notification without names', async ({
  page,
  request,
}) => {
  test.slow();
  await openDesk(page, await invitation(request, 'Bell'));
  await turnAway(page, true);
  await askedBy(request, 'Unheard One', 90);
  await page.locator('#desk-search').fill('Unheard One');
  await expect(page.locator('.request-row', { hasText: 'Unheard One' })).toBeVisible();
  await page.locator('#desk-search').fill('');
  await page.locator('#desk-search').blur();
  await expect(page).toHaveTitle(/^\(\d+\) /);
  const asked = () => page.evaluate(() => (window as unknown as Watched).asked);
  expect([await told(page), await tones(page), await asked()]).toEqual([[], 0, 0]);
  await turnAway(page, false);
  await choose(page, 0, 1);
  expect(await asked()).toBe(1);
  const sampled = await tones(page);
  expect(sampled).toBeGreaterThan(0);
  await turnAway(page, true);
  for (let at = 1; at <= 5; at++) await askedBy(request, `Burst ${at}`, 90 + at);
  // The sample show may ask meanwhile.
  await expect.poll(async () => (await told(page)).at(-1)?.title).toMatch(/^(?:[5-9]|\d{2}) new requests$/);
  const all = await told(page);
  expect(all.length).toBeLessThan(5);
  expect(new Set(all.map(({ tag, body }) => `${tag}|${body}`))).toEqual(new Set(['cuedesk-new|']));
  expect(await tones(page)).toBeGreaterThan(sampled);
  // Looked at: the next one counts from one again.
  await turnAway(page, false);
  await turnAway(page, true);
  await askedBy(request, 'After One', 97);
  await expect.poll(async () => (await told(page)).at(-1)?.title).toMatch(/^(?:A new request|[2-4] new requests)$/);
});

test('[DP191] [DP323] an answer in an own request calls, with name and first words once that is ticked; nothing while the page is looked at', async ({
  page,
  request,
}) => {
  const { id, thread } = await askedBy(request, 'Word One', 98);
  await openDesk(page, await invitation(request, 'Words'));
  await choose(page, 1, 2);
  await page.goto(`/desk#${id}`);
  await page.locator('#desk-reply').waitFor();
  await page.keyboard.press('c');
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible();
  const say = (text: string) =>
    request.post(`${PUBLIC}/threads/${thread.split('/t/')[1]}/messages`, { data: { text } });
  await turnAway(page, true);
  expect((await say('Can it be earlier?')).ok()).toBe(true);
  await expect
    .poll(async () => (await told(page)).find(({ tag }) => tag === 'cuedesk-answer'))
    .toEqual({ title: 'An answer in a request of yours', body: 'Word One: Can it be earlier?', tag: 'cuedesk-answer' });
  await turnAway(page, false);
  const before = (await told(page)).length;
  await page.locator('#desk-reply').fill('Yes');
  await page.locator('#desk-reply').press('Control+Enter');
  await expect.poll(async () => (await threadOf(request, thread)).messages.at(-1)?.text).toBe('Yes');
  expect((await say('Thank you')).ok()).toBe(true);
  await expect(page.getByText('Thank you')).toBeVisible();
  expect((await told(page)).length).toBe(before);

  // Somebody looks while its words are on their way: there is nothing to call for any more.
  await page.locator('#desk-reply').fill('Until then');
  await page.locator('#desk-reply').press('Control+Enter');
  await expect.poll(async () => (await threadOf(request, thread)).messages.at(-1)?.text).toBe('Until then');
  const words = `**/api/v1/requests/${id}`;
  const [asked, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(words, async (route) => {
    asked.resolve();
    await release.promise;
    await route.continue();
  });
  await turnAway(page, true);
  expect((await say('One more thing')).ok()).toBe(true);
  await asked.promise;
  await turnAway(page, false);
  await turnAway(page, true);
  const answered = page.waitForResponse(words);
  release.resolve();
  await (await answered).finished();
  await page.evaluate(() => new Promise((passed) => setTimeout(passed, 0)));
  expect((await told(page)).length).toBe(before);
});

test('[DP190] who said no to the browser is told so, and the choice stays off', async ({ page, request }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
  });
  await page.goto(await invitation(request, 'Denied'));
  await page.locator('.request-row').first().waitFor();
  await page.keyboard.press('?');
  const box = page.getByRole('switch', { name: 'Notifications while this page is out of sight' });
  await expect(page.getByRole('dialog')).toContainText('The browser was told not to show notifications of this page.');
  await box.click();
  await expect(box).not.toBeChecked();
});
