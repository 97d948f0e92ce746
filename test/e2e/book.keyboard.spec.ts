import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { openOffers } from './book-given.ts';

test.use({ viewport: { width: 360, height: 640 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });

/** More than there are stops on any step. */
const MOST_TABS = 60;

/** Goes on by the Tab key alone until the control has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_TABS} times Tab did not lead to ${wanted}`);
}

function isFocused(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll((all) => all.includes(document.activeElement as HTMLElement));
}

/** From the first page to the times of the offer that is booked at once, in one of the three views. */
async function openTimes(page: Page, view: 'Days' | 'Week' | 'Month'): Promise<void> {
  await openOffers(page);
  await tabTo(page, page.locator('.service input'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^First talk/ })).toBeChecked();
  await tabTo(page, page.locator('.main-act .button-primary'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Choose a time' })).toBeFocused();
  await page.locator('.time').first().waitFor();
  await tabTo(page, page.locator('.view input'));
  const presses = { Days: 0, Week: 1, Month: 2 }[view];
  for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: view })).toBeChecked();
}

/** Takes the time that has the focus, fills in the form and sends it, and waits for the confirmation. */
async function book(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Your details' })).toBeFocused();
  await tabTo(page, page.locator('input[autocomplete=name]'));
  await page.keyboard.type('Jonas');
  const send = page.locator('button[type=submit]');
  while (!(await isFocused(send))) {
    await page.keyboard.press('Tab');
    if (await isFocused(page.getByRole('checkbox'))) await page.keyboard.press('Space');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/t\/[\w-]{16,}$/);
  await expect(page.locator('.status')).toContainText('Booked');
}

test('[VP56] by keyboard alone, through the days, to the confirmed appointment', async ({ page }) => {
  await openTimes(page, 'Days');
  await tabTo(page, page.locator('.day input'));
  for (let day = 0; day < 5; day++) await page.keyboard.press('ArrowRight');
  await tabTo(page, page.locator('.time'));
  await book(page);
});

test('[VP56] by keyboard alone, through the weeks, to the confirmed appointment', async ({ page }) => {
  await openTimes(page, 'Week');
  await tabTo(page, page.getByRole('button', { name: 'Next week' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('.time'));
  await page.keyboard.press('PageDown');
  await tabTo(page, page.locator('.time'));
  await page.keyboard.press('ArrowDown');
  await book(page);
});

test('[VP56] by keyboard alone, through the month, to the confirmed appointment', async ({ page }) => {
  await openTimes(page, 'Month');
  await tabTo(page, page.locator('.cell'));
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await tabTo(page, page.locator('.time'));
  await book(page);
});
