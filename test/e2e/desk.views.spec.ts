import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { askedBy, invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP154] [DP291] [DP292] what is shown is kept under a name, and is there again by menu and by palette until it is taken away', async ({
  page,
  request,
}) => {
  const { id } = await askedBy(request, 'Viewed One', 88);
  await page.goto(await invitation(request, 'Mo'));
  await page.locator('.request-row').first().waitFor();
  await page.keyboard.press('3');
  await page.locator('#desk-search').fill('viewed');
  await expect(page.locator('.request-row')).toHaveCount(1);
  await expect(page.locator('.filter[data-filter="new"] .filter-count')).toHaveText(/^1 of \d+$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('#desk-search')).toHaveValue('');
  await expect(page.locator('#desk-search')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('6');
  await page.locator('#desk-search').fill('viewed');
  await expect(page.getByText('Not in this list, but elsewhere:')).toBeVisible();
  await page.getByRole('button', { name: '1 in “Open”' }).click();
  await expect(page.locator('.request-row')).toHaveCount(1);
  await page.locator('#desk-search').press('Enter');
  await expect(page.locator('#desk-search')).not.toBeFocused();
  await expect(page.locator('#desk-search')).toHaveValue('viewed');
  await page.locator('#desk-search').press('Escape');
  await page.locator('#desk-search').press('Escape');
  await page.keyboard.press('3');
  await page.locator('#desk-search').fill('viewed');
  await page.getByRole('button', { name: 'More lists' }).click();
  await page.getByRole('menuitem', { name: 'Keep this view' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the view' })).toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'For everybody at the desk' })).toHaveCount(0);
  await page.keyboard.type('The viewed');
  expect(await axeFaults(page, { within: '.list-head' })).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator('.narrowed')).toContainText('The viewed');
  await page.reload();
  await page.locator('.request-row').first().waitFor();
  await expect(page.locator('.filter[data-filter="open"] input')).toBeChecked();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('view: the');
  await page.keyboard.press('Enter');
  await expect(page.locator('.request-row')).toHaveCount(1);
  await expect(page.locator('.request-row')).toHaveAttribute('data-request', id);
  await expect(page.locator('#desk-search')).toHaveValue('viewed');
  await page.getByRole('button', { name: 'Delete the view “The viewed”' }).click();
  await expect(page.locator('.narrowed')).toHaveCount(0);
  await page.locator('.filter-more-button').click();
  await expect(page.getByRole('menuitemradio', { name: 'The viewed' })).toHaveCount(0);
});
