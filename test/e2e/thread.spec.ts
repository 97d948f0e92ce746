import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { fillIn, openOffers, pickTime } from './book-given.ts';

test.use({ viewport: { width: 360, height: 640 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

/** The desk's act on the request of that name. */
async function actOn(request: APIRequestContext, name: string, action: string, data: object): Promise<number> {
  const all = (await (await request.get('/api/v1/requests', { headers: owner })).json()) as {
    id: string;
    name: string;
  }[];
  const id = all.find((one) => one.name === name)?.id;
  return (await request.post(`/api/v1/requests/${id}/${action}`, { headers: owner, data })).status();
}

/** Keeps the next answer from the page after the server has `made` it, until it is let go. */
async function holdBack(page: Page, address: RegExp) {
  const [made, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(
    address,
    async (route) => {
      const response = await route.fetch();
      made.resolve();
      await gone.promise;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  return {
    made: made.promise,
    letGo: gone.resolve,
  };
}

async function askFor(page: Page, name: string, day: number): Promise<void> {
  await openOffers(page);
  await pickTime(page, day, 2);
  await fillIn(page, name);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/t\//);
  await page.locator('.status').waitFor();
}

test('[VP15] [VP184] [VP193] [VP194] an answer of the desk is on the thread without a reload, and the viewer can write and cancel', async ({
  page,
  request,
}) => {
  await askFor(page, 'Thread One', 5);
  const write = page.getByRole('textbox', { name: 'Write a message' });
  await write.fill('One more question');
  const late = await holdBack(page, /\/public\/threads\/[^/]+$/);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('.message-mine .bubble')).toHaveText('One more question');
  await late.made;
  expect(await actOn(request, 'Thread One', 'reply', { text: 'Of course' })).toBe(200);
  await expect(page.locator('.bubble', { hasText: 'Of course' })).toBeVisible();
  await write.pressSequentially(' And this?');
  late.letGo();
  // The page has taken it in.
  await expect(write).toHaveValue('And this?');
  await expect(page.locator('.bubble', { hasText: 'Of course' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Your request to /);
  await expect(page.getByRole('heading', { name: 'About this request' })).toBeVisible();
  expect(await actOn(request, 'Thread One', 'accept', {})).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Your appointment with /);
  await expect(page.locator('.status')).toContainText('Your appointment is confirmed.');
  await expect(page.getByRole('link', { name: 'Add to calendar' })).toHaveAttribute('href', /calendar\.ics$/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(page.locator('.status')).toContainText('Cancelled');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Your appointment with /);
  await expect(page.getByRole('heading', { name: 'About this booking' })).toBeVisible();
});

test('[VP15] [VP181] [VP182] [VP192] a viewer moves a request to another free time, from the month that is booked, after a word of confirmation', async ({
  page,
}) => {
  await askFor(page, 'Thread Two', 6);
  const before = await page.locator('.status-when').textContent();
  await page.getByRole('button', { name: 'Move' }).click();
  const booked = await page.locator('.status-day').textContent();
  await expect(page.locator('.day-title')).toHaveText(booked ?? '');
  await page.getByText('Month', { exact: true }).click();
  await expect(page.locator('.cell[aria-selected=true]')).toHaveAccessibleName(new RegExp(`^${booked}`));
  await page.getByText('Days', { exact: true }).click();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/slots?')) asked += 1;
  });
  await expect
    .poll(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      return asked;
    })
    .toBeGreaterThan(0);
  await page.locator('.day-face').nth(7).click();
  await page.locator('.time').first().click();
  await expect(page.getByText(/^Move to .+\?$/)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.locator(':focus')).toHaveAccessibleName('Choose a new time');
  await page.locator('.time').first().click();
  await page.getByRole('button', { name: 'Keep the old time' }).click();
  expect(await page.locator('.status-when').textContent()).toBe(before);
  await page.getByRole('button', { name: 'Move' }).click();
  await page.locator('.day-face').nth(7).click();
  await page.locator('.time').first().click();
  await page.getByRole('button', { name: 'Move', exact: true }).last().click();
  await expect(page.getByText(/^Move to/)).toHaveCount(0);
  expect(await page.locator('.status-when').textContent()).not.toBe(before);
});

test('[VP15] what a stranger writes is text on the thread, never markup', async ({ page, request }) => {
  const faults: string[] = [];
  page.on('dialog', (dialog) => faults.push(dialog.message()));
  await askFor(page, 'Thread Three', 8);
  const script = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  expect(await actOn(request, 'Thread Three', 'reply', { text: script })).toBe(200);
  await expect(page.locator('.bubble')).toHaveText(script);
  expect(await page.locator('.bubble img, .bubble script').count()).toBe(0);
  expect(faults).toEqual([]);
});
