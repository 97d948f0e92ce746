/**
 * Makes the pictures of docs/pictures from the real program with the sample show: `npm run pictures`. Somebody has to
 * look at them afterwards; that is what they are for. `npm run pictures gallery` makes those of the themes alone, `npm run
 * pictures viewers` the viewers' page, `npm run pictures rules` that of the scene rules.
 */
import { mkdirSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { desktopBrowser } from '../test/e2e/browsers.ts';
import { FakeObs } from '../test/fakes/obs-server.ts';
import { drawFrame } from './pictures/frames.ts';
import { giveRoses, pictureGallery } from './pictures/gallery.ts';
import { atRest, folder, open, type Show, save, saveSmall, startShow, write } from './pictures/show.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
const LAPTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

const PICTURED_RULES = [
  {
    id: 'party',
    name: 'Celebrate big gifts',
    priority: 5,
    when: [
      { match: 'all', conditions: [{ type: 'gift', diamonds: 500 }] },
      {
        match: 'none',
        conditions: [
          { type: 'serving', on: true },
          { type: 'scene', scene: 'BRB' },
        ],
      },
    ],
    actions: [
      { type: 'show-scene', scene: 'Celebration', hold: { seconds: 8 } },
      { type: 'wait', seconds: 2 },
      { type: 'save-replay' },
    ],
    cooldown: { seconds: 60 },
  },
  {
    id: 'session',
    name: 'In session',
    when: [{ match: 'all', conditions: [{ type: 'booking', state: 'started' }] }],
    actions: [{ type: 'show-scene', scene: 'Booking', hold: null }],
  },
];

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

/** A rule with its conditions and steps, and the live that runs rehearsed beside what really came on in it. */
async function pictureRules(browser: Browser, show: Show): Promise<void> {
  const obs = await FakeObs.start({ password: 'long enough', steps: { without: [] } });
  await show.ask('PUT', '/api/v1/scene-rules', PICTURED_RULES);
  await show.ask('POST', '/api/v1/obs/connect', { address: obs.address, password: 'long enough' });
  await giveBouquet(show);
  await until(() => obs.program === 'Celebration');
  obs.humanSwitches('BRB');
  for (const [name, options] of [
    ['studio-rules', { viewport: { width: 1440, height: 2600 } }],
    ['studio-rules-phone', { ...PHONE, deviceScaleFactor: 1, viewport: { width: 390, height: 4200 } }],
  ] as const) {
    const page = await open(browser, `${show.base}/studio#scenes`, { ...options, extraHTTPHeaders: show.owner });
    const rule = page.locator('.rule-editor').first();
    await rule.getByText('Conditions and steps').click();
    await page.getByRole('button', { name: 'Rehearse on the last live' }).click();
    await page.getByText('BRB (by hand)').waitFor();
    await atRest(page);
    await letGo(page);
    write(name, await page.locator('section.card', { has: rule }).screenshot());
    await page.context().close();
  }
  await obs.stop();
}

/** What stays at the edge of the window would lie over a picture that is taller than it. */
async function letGo(page: Page): Promise<void> {
  await page.locator('body *').evaluateAll((all) => {
    for (const one of all as HTMLElement[]) {
      if (['sticky', 'fixed'].includes(getComputedStyle(one).position)) one.style.position = 'static';
    }
  });
}

async function giveBouquet(show: Show): Promise<void> {
  const user = { id: 'pictures jonas', name: 'Jonas Beispiel' };
  const gift = { id: '1', name: 'Bouquet', diamonds: 640, count: 1 };
  await show.ask('POST', '/api/v1/events', {
    id: 'pictures-rule',
    type: 'gift',
    at: new Date().toISOString(),
    user,
    gift,
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 200) throw new Error('it never came');
    await new Promise((next) => setTimeout(next, 50));
  }
}

async function pictureDesks(browser: Browser, show: Show): Promise<void> {
  // A stage that is on air, as it is in a show.
  await open(browser, show.stage, { viewport: { width: 1080, height: 1920 } });
  const studio = await open(browser, show.studio, LAPTOP);
  await studio.getByText('Service bio').first().waitFor();
  await studio.locator('.panic:enabled').waitFor();
  await atRest(studio);
  await save(studio, 'studio');
  await studio.goto(`${show.base}/studio#look`);
  await studio.locator('.preview .bio').waitFor();
  await save(studio, 'studio-look');
  const state = await studio.context().storageState();
  const desk = await open(browser, `${show.base}/desk`, { ...LAPTOP, storageState: state });
  await desk.getByText('Jonas Beispiel').first().click();
  await desk.getByText('Projektleiter').first().waitFor();
  await save(desk, 'desk');
  const phone = await open(browser, `${show.base}/desk`, { ...PHONE, storageState: state });
  await phone.getByText('Jonas Beispiel').first().waitFor();
  await save(phone, 'desk-phone');
}

mkdirSync(folder, { recursive: true });
const launch = desktopBrowser();
if (!launch) throw new Error('no browser was found: set PW_CHROMIUM to the path of a Chromium');
const browser = await chromium.launch(launch);
const show = await startShow();
try {
  const only = process.argv[2];
  const wants = (part: string) => only === undefined || only === part;
  if (wants('stage')) await pictureStage(browser, show);
  if (wants('viewers')) await pictureViewers(browser, show);
  if (wants('desks')) await pictureDesks(browser, show);
  if (wants('rules')) await pictureRules(browser, show);
  if (wants('gallery')) await pictureGallery(browser, show);
} finally {
  show.stop();
  await browser.close();
}
