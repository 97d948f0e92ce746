import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { askedBy, invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP138] requests, acts and prepared replies are reached by name from the palette, by keyboard alone', async ({
  page,
  request,
}) => {
  const { id } = await askedBy(request, 'Palette One', 72);
  await page.goto(await invitation(request, 'Mo', { rights: ['reply', 'accept'] }));
  await page.locator('.request-row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('palette o');
  await expect(page.locator('.palette-option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await page.locator('#desk-reply').focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /An act, a name/ })).toBeFocused();
  await expect(page.locator('.palette-option', { hasText: 'Decline' })).toHaveCount(0);
  await expect(page.locator('.palette-option', { hasText: 'Block the viewer' })).toHaveCount(0);
  expect(await axeFaults(page, { within: '.palette' })).toEqual([]);
  await page.keyboard.type('claim');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('choose a time');
  await page.keyboard.press('Enter');
  await expect(page.locator('#desk-reply')).toHaveValue(/^Hei Palette One, du kan velge tid/);
  await expect(page.locator('#desk-reply')).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.locator('.palette-option')).toHaveCount(0);
  await expect(page.locator('#desk-reply')).toBeFocused();
});
