import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { PublicPicture } from '../../shared/public-page.ts';
import { openOffers, withPublicPage } from './book-given.ts';

test.use({ viewport: { width: 360, height: 640 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const PICTURE = readFileSync(resolve(import.meta.dirname, '../../docs/pictures/viewers-page.png'));
const picture = (name: string, alt: string): PublicPicture => ({
  url: `/pictures/${name}.webp`,
  width: 360,
  height: 640,
  alt,
});

test('[VP58] [VP131] [BK214] portrait, pictures, credentials and country are shown by their kind, and open and close by key', async ({
  page,
}) => {
  await page.route('**/pictures/*', (route) => route.fulfill({ contentType: 'image/png', body: PICTURE }));
  await withPublicPage(page, (value) => ({
    ...value,
    portrait: picture('p', 'Lena'),
    pictures: [picture('a', 'A workshop'), picture('b', '')],
    proofs: [
      { kind: 'certificate', title: 'Coach', picture: picture('c', 'Coach') },
      { kind: 'link', title: 'Talk', url: 'https://www.example.org/talk' },
      { kind: 'reference', title: 'Zwei Zusagen', titles: { en: 'Two offers within a month' } },
    ],
  }));
  await openOffers(page);
  await expect(page.locator('.portrait')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.main-act .button-primary')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.proof-reference')).toContainText('Two offers within a month');
  await expect(page.locator('.proof-kind')).toHaveText(['Certificate', 'Link', 'Reference']);
  await expect(page.getByRole('link', { name: /^example\.org/ })).toHaveAttribute('rel', /noopener.*nofollow/);
  await expect(page.getByText('Country: Germany')).toBeVisible();
  const unsized = await page.locator('img:not([width]), img:not([height]), img:not([alt])').count();
  expect(unsized).toBe(0);
  await expect(page.getByRole('button', { name: 'Enlarge: Picture 2 of 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Enlarge: Coach' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'Coach' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('img', { name: 'Coach' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Enlarge: Coach' })).toBeFocused();
});
