import { expect, test } from '@playwright/test';
import { askedBy, invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP61] [DP279] [DP301] a flood is one line over the real requests, looked into, marked as spam and undone', async ({
  page,
  request,
}) => {
  const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
  const real = await askedBy(request, 'Real Viewer', 36);
  for (let at = 0; at < 24; at++) {
    const data = { name: `Bot ${at}`, text: `Cheap followers for your channel ${at}`, language: 'en' };
    expect((await request.post('/api/v1/requests', { headers: owner, data })).status()).toBe(201);
  }
  await page.goto(await invitation(request, 'Mo'));
  const line = page.locator('.flood-line', { hasText: 'Cheap followers' });
  await expect(line).toContainText('24 requests with the same text');
  await expect(page.locator(`[data-request="${real.id}"]`)).toBeVisible();
  await expect(page.locator('.request-row', { hasText: 'Bot ' })).toHaveCount(0);
  await line.getByRole('button', { name: 'Look inside' }).click();
  await expect(line.locator('.flood-inside li')).toHaveCount(24);
  await line.getByRole('button', { name: 'Close' }).click();
  await line.getByRole('button', { name: 'All spam' }).click();
  await expect(page.locator('.flood-line[role=status]')).toContainText('24 marked as spam');
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(line).toContainText('24 requests');
  await line.getByRole('button', { name: 'All spam' }).click();
  const marked = page.locator('.flood-line[role=status]');
  await expect(marked).toContainText('24 marked as spam');
  await expect(line).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(line).toContainText('24 requests');
  await expect(marked).toHaveCount(0);
  await line.getByRole('button', { name: 'All spam' }).click();
  await page.route('**/floods/undo/**', (route) => route.fulfill({ status: 503, json: { why: 'unavailable' } }));
  await marked.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.held-times').getByRole('alert')).toBeVisible();
  await marked.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.held-times').getByRole('alert')).toHaveCount(0);
  await expect(marked).toHaveCount(0);
  await expect(line).toHaveCount(0);
});

test('[DP143] a request of a flood that is open is claimed by key, and is one of the list from then on', async ({
  page,
  request,
}) => {
  const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
  const ids: string[] = [];
  for (let at = 0; at < 21; at++) {
    const data = { name: `Copy ${at}`, text: `Grow your channel overnight ${at}`, language: 'en' };
    const made = await request.post('/api/v1/requests', { headers: owner, data });
    ids.push(((await made.json()) as { id: string }).id);
  }
  await page.goto(await invitation(request, 'Mo'));
  await expect(page.locator('.flood-line', { hasText: 'Grow your channel' })).toBeVisible();
  await page.goto(`/desk#${ids[20]}`);
  await expect(page.locator('#desk-reply')).toBeVisible();
  await expect(page.locator(`[data-request="${ids[20]}"]`)).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible();
  await expect(page.locator(`[data-request="${ids[20]}"]`)).toBeVisible();
});

test('[DP144] a request far down the list is in sight there when it is opened by its address', async ({
  page,
  request,
}) => {
  const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
  const names = ['Anna', 'Bert', 'Cleo', 'Dora', 'Emil', 'Fritz', 'Greta', 'Hanna', 'Ida', 'Jonas'];
  let id = '';
  for (let at = 0; at < 40; at++) {
    const name = `${names[at % 10]} ${names[Math.floor(at / 10)]}`;
    const made = await request.post('/api/v1/requests', { headers: owner, data: { name, text: `I am ${name}` } });
    id = ((await made.json()) as { id: string }).id;
  }
  await page.goto(await invitation(request, 'Mo'));
  await page.locator('.request-row').first().waitFor();
  await page.goto(`/desk#${id}`);
  await expect(page.locator(`[data-request="${id}"]`)).toBeInViewport();
});
