import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { BOOKING_PAGE, fillIn, openOffers } from './book-given.ts';

test.use({ viewport: { width: 360, height: 640 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const openTimes = async (page: Page, view: string) => {
  await page.locator('.main-act .button-primary').click();
  await page.locator('.view', { hasText: view }).click();
};

test('[VP48] axe finds nothing on any step, light and dark', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  async function found(): Promise<string[]> {
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await axeFaults(page);
    // The dark page is the light one in other colours.
    await page.emulateMedia({ colorScheme: 'dark' });
    return [...light, ...(await axeFaults(page, { look: 'colours' }))];
  }
  await openOffers(page);
  expect(await found()).toEqual([]);
  for (const view of ['Days', 'Week', 'Month']) {
    if (view === 'Days') await openTimes(page, view);
    else await page.locator('.view', { hasText: view }).click();
    await page.locator('.time').first().waitFor();
    expect([view, await found()]).toEqual([view, []]);
  }
  await page.locator('.time').first().click();
  await page.locator('form .before').waitFor();
  expect(await found()).toEqual([]);
  await page.locator('button[type=submit]').click();
  await expect(page.locator('.field-error').first()).toBeVisible();
  expect(await found()).toEqual([]);
});

test('[VP45] the month is walked by keys, each day is spoken in full, and the horizon is its end', async ({ page }) => {
  await openOffers(page);
  await openTimes(page, 'Month');
  const chosen = page.locator('.cell[tabindex="0"]');
  const before = await chosen.getAttribute('data-date');
  await expect(chosen).toHaveAttribute('aria-label', /^\w+day,? \d+ \w+, \d+ free times?$/);
  await chosen.focus();
  await page.keyboard.press('ArrowRight');
  await expect(chosen).toBeFocused();
  expect(Date.parse(String(await chosen.getAttribute('data-date')))).toBe(Date.parse(String(before)) + 86_400_000);
  await expect(chosen).toHaveAttribute('aria-selected', 'true');
  for (let pages = 0; pages < 15; pages++) await page.keyboard.press('PageDown');
  await expect(page.getByRole('button', { name: 'Next month' })).toHaveAttribute('aria-disabled', 'true');
  await expect(chosen).toBeFocused();
  for (let pages = 0; pages < 15; pages++) await page.keyboard.press('PageUp');
  await expect(page.getByRole('button', { name: 'Previous month' })).toHaveAttribute('aria-disabled', 'true');
});

test('[VP49] the code leaves the address, stays for the visit, and goes with the request, as does the version of the consent', async ({
  page,
}) => {
  let sent: Record<string, unknown> = {};
  await page.route('**/requests', (route) => {
    sent = route.request().postDataJSON();
    return route.abort();
  });
  await page.goto(`${BOOKING_PAGE}?via=kamor`);
  await expect(page.getByText('You came by code KAMOR')).toBeVisible();
  expect(page.url()).toBe(BOOKING_PAGE);
  await page.reload();
  await openTimes(page, 'Week');
  await page.locator('.time').nth(1).click();
  await fillIn(page, 'Jonas');
  await page.locator('button[type=submit]').click();
  await expect.poll(() => sent['code']).toBe('KAMOR');
  expect(sent['consentVersion']).toMatch(/^\d+-[0-9a-f]{8}$/);
  expect(sent).not.toHaveProperty('region');
});

test('[VP145] [OD13] a code from the chat in the address takes its time at once, and one that is gone is said to be', async ({
  page,
}) => {
  const { handle, services } = await (await page.request.get(BOOKING_PAGE.replace('/@', '/api/v1/public/'))).json();
  const keys: (string | undefined)[] = [];
  let gone = false;
  await page.route(`**/public/${handle}/holds/claim`, (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    const expiresAt = new Date(Date.now() + 300_000).toISOString();
    const held = { hold: 'h1', service: services[0].id, start: '2027-01-04T09:00:00Z', expiresAt };
    const problem = { type: 'about:blank', title: 'x', status: 404, detail: '', why: 'not-found' };
    return gone ? route.fulfill({ status: 404, json: problem }) : route.fulfill({ json: held });
  });
  await page.goto(`${BOOKING_PAGE}?via=cfhj`);
  await expect(page.locator('input[autocomplete=name]')).toBeVisible();
  await page.reload();
  await expect(page.locator('input[autocomplete=name]')).toBeVisible();
  expect(new Set(keys).size).toBe(1);
  gone = true;
  await page.goto(`${BOOKING_PAGE}?via=cfhj`);
  await expect(page.getByText('This code leads nowhere')).toBeInViewport();
  await page.goto(BOOKING_PAGE.replace(/@.*/, 'c/zzzzz'));
  await expect(page.getByText('This code leads nowhere')).toBeInViewport();
  await expect(page.getByLabel('Code', { exact: true })).toHaveValue('zzzzz');
});

test('[VP50] where nothing is free a viewer can wait, and the way there is the same form', async ({ page }) => {
  let sent: Record<string, unknown> = {};
  await page.route('**/slots?**', (route) => route.fulfill({ json: { slots: [] } }));
  await page.route('**/waitlist', (route) => {
    sent = route.request().postDataJSON();
    return route.abort();
  });
  await page.goto(BOOKING_PAGE);
  await page.getByRole('button', { name: 'Tell me when a time comes free' }).click();
  await fillIn(page, 'Jonas');
  await page.getByRole('button', { name: 'Put me on the waitlist' }).click();
  await expect.poll(() => sent['name']).toBe('Jonas');
  expect(sent).not.toHaveProperty('start');
});

test('[VP51] nothing of the page comes from another host', async ({ page }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await openOffers(page);
  await page.evaluate(() => document.fonts.ready);
  expect([...hosts]).toEqual([new URL(BOOKING_PAGE).host]);
});

test('[VP39] a handle of nobody is 404', async ({ page }) => {
  const answer = await page.goto(BOOKING_PAGE.replace('lena.sample', 'nobody.here'));
  expect(answer?.status()).toBe(404);
});
