import { expect, test } from '@playwright/test';
import { fillIn, openOffers, pickTime } from './book-given.ts';

test.use({ viewport: { width: 390, height: 844 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[VP106] [VP142] a reload of the form goes on with the time that is kept and what was typed, and begins anew once it is over', async ({
  page,
}) => {
  await openOffers(page);
  await pickTime(page, 2, 3);
  const chosen = await page.locator('.summary-time').textContent();
  await page.locator('input[autocomplete=name]').fill('Remy Half');
  await page.locator('textarea').last().fill('About my CV');
  await page.reload();
  await page.locator('form').waitFor();
  await expect(page.locator('.summary-time')).toHaveText(String(chosen));
  await expect(page.locator('input[autocomplete=name]')).toHaveValue('Remy Half');
  await expect(page.locator('textarea').last()).toHaveValue('About my CV');
  await expect(page.locator('.hold')).toContainText('Kept for you for');
  await page.goBack();
  await expect(page.locator('.time').first()).toBeVisible();
  await page.goForward();
  await page.locator('form').waitFor();
  await page.evaluate(() => {
    const kept = JSON.parse(sessionStorage.getItem('cuedesk-hold') ?? '{}');
    sessionStorage.setItem('cuedesk-hold', JSON.stringify({ ...kept, expiresAt: new Date(0).toISOString() }));
  });
  await page.reload();
  await expect(page.locator('.service-free-known').first()).toBeVisible();
  await pickTime(page, 2, 3);
  await expect(page.locator('input[autocomplete=name]')).toHaveValue('');
  await page.reload();
  await fillIn(page, 'Remy');
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/t\//);
  await expect(page.locator('.status-when b')).toBeVisible();
});
