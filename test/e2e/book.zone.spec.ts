import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { openOffers } from './book-given.ts';

test.use({ viewport: { width: 390, height: 844 }, locale: 'de-DE', timezoneId: 'Europe/Berlin' });

test('[VP105] by keys alone a viewer finds a zone by its country, and all times are of it', async ({ page }) => {
  await openOffers(page);
  await page.locator('.main-act .button-primary').click();
  const choice = page.locator('button.zone');
  await expect(choice).toContainText('Berlin, MEZ');
  const before = await page.locator('.time').first().textContent();
  await choice.focus();
  await page.keyboard.press('Enter');
  const list = page.locator('.zone-search');
  const field = list.getByRole('combobox');
  await expect(field).toBeFocused();
  await expect(list.getByRole('option')).toContainText(['Berlin, Deutschland']);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.type('zzz');
  await expect(list.getByRole('status').filter({ hasText: 'Kein Ort' })).toBeVisible();
  await field.fill('Japan');
  await expect(list.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(choice).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('são');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const picture = process.env['SHOTS'];
  if (picture) await page.screenshot({ path: `${picture}/zone.png` });
  await page.keyboard.press('Enter');
  await expect(choice).toBeFocused();
  await expect(choice).toContainText('São Paulo');
  await expect(page.locator('.time').first()).not.toHaveText(String(before));
});
