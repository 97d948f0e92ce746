import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { openOffers } from './book-given.ts';
import { askOf, deskAct, dropOffer, givenCode, givenOffer } from './thread-given.ts';

test.use({ viewport: { width: 360, height: 640 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });

/** More than there are stops on any step. */
const MOST_TABS = 60;
const MOST_OFFERS = 10;

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

/** Goes to the control and presses it. */
async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** From an offer to its times, in one of the three views. */
async function openTimes(page: Page, view: 'Days' | 'Week' | 'Month'): Promise<void> {
  await press(page, page.locator('.main-act .button-primary'));
  await expect(page.getByRole('heading', { level: 1, name: 'Choose a time' })).toBeFocused();
  await page.locator('.time').first().waitFor();
  await tabTo(page, page.locator('.view input'));
  const presses = { Days: 0, Week: 1, Month: 2 }[view];
  for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: view })).toBeChecked();
}

/** From the creator's page to the times of the offer that is booked at once. */
async function openInstantTimes(page: Page, view: 'Days' | 'Week'): Promise<void> {
  await openOffers(page);
  await tabTo(page, page.locator('.service input'));
  const instant = page.getByRole('radio', { name: /^First talk/ });
  // Another test's offers may stand between.
  for (let offer = 0; offer < MOST_OFFERS && !(await instant.isChecked()); offer++) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(instant).toBeChecked();
  await openTimes(page, view);
}

/** Takes the time that has the focus, fills in the form and sends it, and waits for the private thread. */
async function send(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Your details' })).toBeFocused();
  await tabTo(page, page.locator('input[autocomplete=name]'));
  await page.keyboard.type('Jonas');
  const button = page.locator('button[type=submit]');
  while (!(await isFocused(button))) {
    await page.keyboard.press('Tab');
    if (await isFocused(page.getByRole('checkbox'))) await page.keyboard.press('Space');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/t\/[\w-]{16,}$/);
}

test('[VP12] [VP56] by keyboard alone, through the days, to the confirmed appointment', async ({ page }) => {
  await openInstantTimes(page, 'Days');
  await tabTo(page, page.locator('.day input'));
  for (let day = 0; day < 5; day++) await page.keyboard.press('ArrowRight');
  await tabTo(page, page.locator('.time'));
  await send(page);
  await expect(page.locator('.status')).toContainText('Booked');
});

test('[VP56] by keyboard alone, through the weeks, to the confirmed appointment', async ({ page }) => {
  await openInstantTimes(page, 'Week');
  await press(page, page.getByRole('button', { name: 'Next week' }));
  await tabTo(page, page.locator('.time'));
  await page.keyboard.press('PageDown');
  await tabTo(page, page.locator('.time'));
  await page.keyboard.press('ArrowDown');
  await send(page);
  await expect(page.locator('.status')).toContainText('Booked');
});

test('[VP56] [VP127] by keyboard alone from a spoken code through the month to a request, then an offered time, another one and the cancellation', async ({
  page,
  request,
}) => {
  const offer = await givenOffer(request, 'keyboard-alone', 8);
  const [first = '', second = ''] = offer.starts;
  await page.goto(await givenCode(request, offer));
  await openTimes(page, 'Month');
  await tabTo(page, page.locator('.cell'));
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await tabTo(page, page.locator('.time'));
  await send(page);
  const state = page.locator('.status .state-word');
  await expect(state).toHaveText('Sent');

  await deskAct(request, await askOf(request, offer), 'offer', { starts: [first, second] });
  await press(page, page.locator('.choices button').nth(1));
  await expect(state).toHaveText('Booked');
  const when = page.locator('.status-when');
  const booked = await when.textContent();

  await press(page, page.getByRole('button', { name: 'Move', exact: true }));
  await tabTo(page, page.locator('.day input'));
  await page.keyboard.press('ArrowRight');
  await press(page, page.locator('.time'));
  await expect(page.locator('.really')).toBeFocused();
  await press(page, page.locator('.really .button-primary'));
  await expect(when).not.toHaveText(String(booked));
  await expect(state).toHaveText('Booked');

  await press(page, page.getByRole('button', { name: 'Cancel', exact: true }));
  await press(page, page.locator('.really .button-danger'));
  await expect(state).toHaveText('Cancelled');
  await dropOffer(request, offer);
});
