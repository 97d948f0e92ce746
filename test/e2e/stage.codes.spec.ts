import { expect, test } from '@playwright/test';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import { THEMES, type Widget } from '../../shared/stage-design.ts';
import type { PageServer } from '../fakes/page-server.ts';
import { startPageServer } from '../fakes/page-server.ts';
import { designOf, fullView, isCut, someFigures } from './stage-given.ts';

const TALL = { width: 1080, height: 1920 };

let server: PageServer;
test.beforeEach(async () => {
  server = await startPageServer(fullView());
  server.figures = someFigures();
});
test.afterEach(() => server.goAway());

/** A booking plate with a code, at this address. */
function withCode(address: string, code = 'KAMOR'): void {
  const { booking: shown, ...rest } = server.view;
  server.view = { ...rest, booking: shown && { ...shown, address: `${address}/c/${code}`, code } };
}

const SHORT = 'book.example';
const LONG = 'clever-otter-sings.trycloudflare.com';

for (const language of ['en', 'de', 'nl', 'nb'] as const) {
  test(`[ST139] the code and the address that leads by it are whole in every theme and canvas, in ${language}`, async ({
    page,
  }) => {
    const { view } = server;
    await page.goto(server.stageAddress);
    for (const size of [TALL, { width: 1920, height: 1080 }, { width: 480, height: 480 }]) {
      await page.setViewportSize(size);
      for (const theme of THEMES) {
        for (const host of [SHORT, LONG]) {
          server.view = { ...view, stage: { ...view.stage, language } };
          withCode(host);
          server.design = { ...FIRST_DESIGN, theme };
          server.tellDesign();
          server.tellView();
          await page.locator(`[data-theme="${theme}"] .address`, { hasText: host }).waitFor();
          await expect(page.locator('.address')).toHaveText(`${host}/c/KAMOR`);
          const where = `${theme} ${host} ${size.width}`;
          expect(await isCut(page, '.address'), where).toBe(false);
          expect(await isCut(page, '.booking-free b'), where).toBe(false);
          // In the lowest box beside the longest words the address alone says the code.
          if (host === SHORT || language !== 'de') expect(await isCut(page, '.spoken-code b'), where).toBe(false);
        }
      }
    }
  });
}

test('[ST143] another code is on the stage at once, in words, address and picture, and one that ended is gone', async ({
  page,
}) => {
  withCode(SHORT);
  await page.goto(server.stageAddress);
  await expect(page.locator('.spoken-code')).toHaveText('Code KAMOR');
  await expect(page.getByRole('img', { name: 'Code that leads to book.example/c/KAMOR' })).toBeVisible();
  withCode(SHORT, 'LIMET');
  server.tellView();
  await expect(page.locator('.spoken-code')).toHaveText('Code LIMET');
  await expect(page.locator('.address')).toHaveText('book.example/c/LIMET');
  await expect(page.getByRole('img', { name: 'Code that leads to book.example/c/LIMET' })).toBeVisible();
  const { booking: shown, ...rest } = server.view;
  server.view = { ...rest, booking: shown && { ...shown, address: 'book.example/@lena', code: null } };
  server.tellView();
  await expect(page.locator('.spoken-code')).toHaveCount(0);
  await expect(page.locator('.address')).toHaveText('book.example/@lena');
});

test('[ST144] an offer with a code of its own says it on the bio card and on the offer that is pinned, until it ends', async ({
  page,
}) => {
  const bio: Widget = {
    id: 'bio',
    kind: 'bio',
    offers: true,
    skills: false,
    proofs: false,
    prices: true,
    turnSeconds: 9,
  };
  const pinned: Widget = {
    id: 'pinned',
    kind: 'pinned',
    title: 'CV check',
    text: '',
    price: null,
    address: 'lena.example/cv',
    offer: 'cv-check',
  };
  const { view } = server;
  const told = (code: NonNullable<typeof view.bio>['offers'][number]['code']) => {
    const offers = view.bio?.offers.map((offer) => ({ ...offer, code })) ?? [];
    server.view = { ...view, bio: view.bio && { ...view.bio, offers } };
    server.tellView();
  };
  server.design = designOf([bio, pinned]);
  told({ letters: 'LIMET', address: 'book.example/c/LIMET' });
  await page.goto(server.stageAddress);
  await expect(page.locator('.offer-code')).toHaveText('LIMET');
  await expect(page.locator('.pinned-address')).toHaveText('book.example/c/LIMET');
  told(null);
  await expect(page.locator('.offer-code')).toHaveCount(0);
  await expect(page.locator('.offer')).toContainText('30 min');
  await expect(page.locator('.pinned-address')).toHaveText('lena.example/cv');
});
