import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { PublicPage } from '../../shared/public-page.ts';

/** The sample show's creator, on the door that viewers reach. */
export const BOOKING_PAGE = `http://127.0.0.1:${process.env['E2E_PUBLIC_PORT']}/@lena.sample`;

/** Changes the public page that the address brings along, before the browser has it. */
export async function withPublicPage(page: Page, change: (value: PublicPage) => PublicPage): Promise<void> {
  await page.route(BOOKING_PAGE, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace(/(id="public-page">)([^<]*)/, (_, open: string, json: string) => {
      return open + JSON.stringify(change(JSON.parse(json))).replaceAll('<', '\\u003c');
    });
    await route.fulfill({ response: answer, body: html });
  });
}

/** Opens the creator's page and waits until it is known what is free. */
export async function openOffers(page: Page): Promise<void> {
  await page.goto(BOOKING_PAGE);
  await expect(page.locator('.service-free-known').first()).toBeVisible();
}

/** Goes on to the times, picks the one at `place` of the `day`th day, and waits for the form. */
export async function pickTime(page: Page, day: number, place: number): Promise<void> {
  await page.locator('.main-act .button-primary').click();
  await page.locator('.day-face').nth(day).click();
  await page.locator('.time').nth(place).click();
  await page.locator('form').waitFor();
}

/** Fills in all that a booking asks for. */
export async function fillIn(page: Page, name: string): Promise<void> {
  await page.locator('input[autocomplete=name]').fill(name);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
}
