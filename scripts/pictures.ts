/**
 * Makes the pictures of docs/pictures from the real program with the sample show: `npm run pictures`. Somebody has to
 * look at them afterwards; that is what they are for. `npm run pictures gallery` makes those of the themes alone, `npm run
 * pictures stage`, `viewers`, `journey`, `studio`, `desk` or `rules` those of one part.
 */
import { mkdirSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test';
import { desktopBrowser } from '../test/e2e/browsers.ts';
import { pictureDesk } from './pictures/desks.ts';
import { drawFrame } from './pictures/frames.ts';
import { giveRoses, pictureGallery } from './pictures/gallery.ts';
import { pictureJourney } from './pictures/journey.ts';
import { pictureRules } from './pictures/rules.ts';
import { atRest, folder, open, type Show, save, saveSmall, startShow } from './pictures/show.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
const LAPTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** A stage as it is before anybody has shaped it. */
async function pictureStage(browser: Browser, show: Show): Promise<void> {
  for (const [name, viewport] of [
    ['stage', { width: 1080, height: 1920 }],
    ['stage-wide', { width: 1920, height: 1080 }],
  ] as const) {
    const page = await open(browser, show.stage, { viewport, deviceScaleFactor: 0.5 });
    await drawFrame(page, 'bright');
    await page.getByText('Lena Sample').waitFor();
    await giveRoses(show, page);
    await saveSmall(page, name);
    await page.context().close();
  }
}

async function pictureViewers(browser: Browser, show: Show): Promise<void> {
  const page = await open(browser, `${show.base}/@lena.sample`, PHONE);
  await page.getByRole('button', { name: 'See free times' }).waitFor();
  await save(page, 'viewers-page');
  await page.getByRole('button', { name: 'See free times' }).click();
  await page
    .getByRole('button', { name: /\d\d:\d\d/ })
    .first()
    .waitFor();
  await save(page, 'viewers-times');
  await page.context().close();
}

async function pictureStudio(browser: Browser, show: Show): Promise<void> {
  // A stage that is on air, as it is in a show.
  await open(browser, show.stage, { viewport: { width: 1080, height: 1920 } });
  const studio = await open(browser, show.studio, LAPTOP);
  await studio.getByText('Service bio').first().waitFor();
  await studio.locator('.panic:enabled').waitFor();
  await atRest(studio);
  await save(studio, 'studio');
  await studio.goto(`${show.base}/studio#look`);
  await studio.locator('.preview .bio').waitFor();
  await atRest(studio);
  await save(studio, 'studio-look');
}

mkdirSync(folder, { recursive: true });
const launch = desktopBrowser();
if (!launch) throw new Error('no browser was found: set PW_CHROMIUM to the path of a Chromium');
const browser = await chromium.launch(launch);
const show = await startShow();
try {
  const [only] = process.argv.slice(2);
  const wants = (part: string) => only === undefined || only === part;
  if (wants('stage')) await pictureStage(browser, show);
  if (wants('viewers')) await pictureViewers(browser, show);
  if (wants('journey')) await pictureJourney(browser, show);
  if (wants('studio')) await pictureStudio(browser, show);
  if (wants('desk')) await pictureDesk(browser, show);
  if (wants('rules')) await pictureRules(browser, show);
  if (wants('gallery')) await pictureGallery(browser, show);
} finally {
  show.stop();
  await browser.close();
}
