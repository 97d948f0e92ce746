import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { closeContexts } from './contexts.ts';
import { askedBy, invitation } from './desk-given.ts';

test.afterEach(closeContexts);

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP151] [DP152] [DP153] a label is made and put on by keyboard alone, is at each desk, and narrows the list', async ({
  page,
  request,
  browser,
}) => {
  const [one, other] = [await askedBy(request, 'Label One', 96), await askedBy(request, 'Label Two', 98)];
  await page.goto(await invitation(request, 'Mo'));
  await page.locator('.request-row').first().waitFor();
  await page.goto(`/desk#${one.id}`);
  await expect(page.locator('#desk-reply')).toBeVisible();
  const row = page.locator(`[data-request="${one.id}"]`);
  await page.keyboard.press('l');
  const field = page.getByRole('combobox', { name: 'Find a label, or name a new one' });
  await expect(field).toBeFocused();
  await page.keyboard.type('First timer');
  expect(await axeFaults(page, { within: '.offer-panel' })).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(row.locator('.label')).toHaveText('First timer');
  await expect(field).toHaveValue('');
  await page.getByRole('radio', { name: 'The person' }).check();
  await field.focus();
  await page.keyboard.type('first');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'First timer', selected: true })).toBeVisible();
  await page.getByRole('radio', { name: 'This request' }).check();
  await page.getByRole('option', { name: 'First timer', selected: true }).click();
  await expect(page.getByRole('option', { name: 'First timer', selected: false })).toBeVisible();
  await expect(row.locator('.label')).toHaveText('First timer');
  await field.focus();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  const there = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await there.goto(await invitation(request, 'Bare', { rights: [] }));
  await there.locator('#desk-search').fill('Label');
  await expect(there.locator(`[data-request="${one.id}"] .label`)).toHaveText('First timer');
  await there.getByRole('button', { name: 'More lists' }).click();
  await there.getByRole('menuitemcheckbox', { name: 'First timer' }).click();
  await expect(there.locator(`[data-request="${one.id}"]`)).toBeVisible();
  await expect(there.locator(`[data-request="${other.id}"]`)).toHaveCount(0);
  await there.getByRole('button', { name: 'Show all again: First timer' }).click();
  await expect(there.locator(`[data-request="${other.id}"]`)).toBeVisible();
  await there.locator(`[data-request="${one.id}"]`).click();
  await there.keyboard.press('l');
  await expect(there.locator('.label-field')).toHaveCount(0);
});
