import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { BOOKING_PAGE, fillIn, openOffers, pickTime, withPublicPage } from './book-given.ts';
import { deskAct, dropOffer, givenAsk, givenOffer } from './thread-given.ts';

test.use({ viewport: { width: 390, height: 844 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
test.describe.configure({ timeout: 90_000 });

const door = `http://127.0.0.1:${process.env['E2E_PUBLIC_PORT']}`;
const problem = (status: number, why: string, more: object = {}) => ({
  status,
  json: { type: 'about:blank', title: 'x', status, detail: '', why, ...more },
  contentType: 'application/problem+json',
});

/** In both schemes; with a picture of each state when a folder for them is named. */
async function faults(page: Page, state: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await axeFaults(page);
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/state-${state}.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return [...light, ...(await axeFaults(page, { look: 'colours' }))].map((fault) => `${state}: ${fault}`);
}

test('[VP107] axe finds nothing where a viewer is refused: nobody there, a code of nothing, a time that is gone, too much', async ({
  page,
}) => {
  const found: string[] = [];
  await page.goto(`${door}/@nobody.at.all`);
  await page.locator('.empty').waitFor();
  found.push(...(await faults(page, 'nobody')));

  await page.route('**/requests', (route) => route.fulfill(problem(429, 'too-many')));
  await withPublicPage(page, (value) => ({
    ...value,
    services: value.services.map((one) => ({ ...one, waitlist: true })),
  }));
  await openOffers(page);
  await page.getByText('Code from the live?').click();
  await page.getByLabel('Code', { exact: true }).fill('zzzzz');
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(page.locator('.field-error')).toBeVisible();
  found.push(...(await faults(page, 'code')));
  await pickTime(page, 2, 1);
  await fillIn(page, 'Jonas');
  await page.locator('button[type=submit]').click();
  await expect(page.getByText('That was a lot at once')).toBeVisible();
  found.push(...(await faults(page, 'blocked')));
  await page.route('**/requests', (route) => route.fulfill(problem(409, 'slot-taken', { nearest: [] })));
  await page.locator('button[type=submit]').click();
  await expect(page.getByText(/^Someone was quicker/)).toBeVisible();
  found.push(...(await faults(page, 'taken')));
  await page.getByRole('button', { name: 'Tell me when a time comes free' }).click();
  await page.getByText('Only certain days?').click();
  await page.locator('input[autocomplete=name]').fill('');
  await page.locator('button[type=submit]').click();
  await expect(page.locator('.field-error').first()).toBeVisible();
  found.push(...(await faults(page, 'waitlist')));
  expect(found).toEqual([]);
});

test('[VP107] axe finds nothing where nothing is free, nothing is offered, or the server is away', async ({ page }) => {
  const found: string[] = [];
  await page.route('**/slots?**', (route) => route.fulfill({ json: { slots: [] } }));
  await page.goto(BOOKING_PAGE);
  await expect(page.getByText('No free time right now').first()).toBeVisible();
  found.push(...(await faults(page, 'nothing-free')));
  await page.unroute('**/slots?**');
  await page.route('**/slots?**', (route) => route.fulfill(problem(503, 'unavailable')));
  await page.goto(BOOKING_PAGE);
  await page.locator('.main-act .button-primary').click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  found.push(...(await faults(page, 'unavailable')));
  await withPublicPage(page, (value) => ({ ...value, services: [] }));
  await page.goto(BOOKING_PAGE);
  await expect(page.getByText('Nothing to book yet')).toBeVisible();
  found.push(...(await faults(page, 'no-offer')));
  expect(found).toEqual([]);
});

test('[VP107] axe finds nothing on a thread with its choices, questions and receipt open', async ({
  page,
  request,
}) => {
  const offer = await givenOffer(request, 'axe-on-a-thread', 30);
  try {
    const booked = await givenAsk(request, offer, { name: 'Axel', start: offer.starts[0] ?? '' });
    await deskAct(request, booked.id, 'accept');
    await page.goto(`${door}${booked.thread}`);
    const found: string[] = [];
    const opens = async (button: string, shown: string, state: string) => {
      await page.getByRole('button', { name: button, exact: true }).click();
      await expect(page.getByText(shown).first()).toBeVisible();
      found.push(...(await faults(page, state)));
    };
    await opens('Cancel', 'Cancel this appointment?', 'cancel');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await opens('Move', 'Choose a new time', 'move');
    await page.locator('.time').first().click();
    await expect(page.getByText(/^Move to /)).toBeVisible();
    found.push(...(await faults(page, 'move-sure')));
    await page.reload();
    await opens('Receipt', 'Booking receipt', 'receipt');
    await page.reload();
    await page.locator('.status').waitFor();
    await page.context().setOffline(true);
    await expect(page.getByText(/^No connection/)).toBeVisible();
    found.push(...(await faults(page, 'offline')));
    expect(found).toEqual([]);
  } finally {
    await page.context().setOffline(false);
    await dropOffer(request, offer);
  }
});
