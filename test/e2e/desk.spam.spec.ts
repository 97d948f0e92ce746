import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

test('[DP170] what may be spam says why, hides nothing, and is marked by one key for one more press', async ({
  page,
  request,
}) => {
  const asked = async (name: string, text: string) => {
    const made = await request.post('/api/v1/requests', { headers: owner, data: { name, text } });
    return ((await made.json()) as { id: string }).id;
  };
  const link = await asked('Suspect One', 'See https://shop.example/now');
  const real = await asked('Suspect Not', 'May I ask about the garden?');
  await page.goto(await invitation(request, 'Mo', { rights: ['reply', 'block'] }));
  await page.locator('#desk-search').fill('Suspect');
  const row = page.locator(`[data-request="${link}"]`);
  await expect(row.locator('.row-mark-suspect')).toHaveAttribute('title', 'May be spam: a link in the first message');
  await expect(page.locator(`[data-request="${real}"] .row-mark-suspect`)).toHaveCount(0);
  await page.getByRole('button', { name: 'Blocked viewers' }).click();
  const words = page.getByLabel('Words that speak for spam');
  await expect(words).toBeEnabled();
  await words.fill('garden');
  expect(await axeFaults(page, { within: 'dialog[open]' })).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.locator(`[data-request="${real}"] .row-mark-suspect`)).toHaveAttribute(
    'title',
    /one of your words/,
  );
  await request.post('/api/v1/spam-words', { headers: owner, data: { remove: ['garden'] } });
  await expect(page.locator(`[data-request="${real}"] .row-mark-suspect`)).toHaveCount(0);
  await row.click();
  await expect(page.locator('.pane-context')).toContainText('May be spam: a link in the first message');
  await page.keyboard.press('g');
  await expect(page.locator(`[data-request="${real}"]`)).toHaveCount(0);
  await expect(row).toHaveAttribute('data-marked', 'true');
  await expect(page.locator('#bulk-spam')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator(`[data-request="${real}"]`)).toBeVisible();
});
