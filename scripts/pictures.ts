/**
 * Makes the pictures of docs/pictures from the real program with the sample show: `npm run pictures`. Somebody has to
 * look at them afterwards; that is what they are for.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { desktopBrowser } from '../test/e2e/browsers.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs', 'pictures');
const TOKEN = 'pictures-pictures-pictures-pictures-0';
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
const LAPTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
/** Something like a room behind a person: the stage itself is transparent. */
const ROOM =
  'radial-gradient(90% 60% at 70% 20%, rgba(255, 214, 170, 0.35), transparent 70%), linear-gradient(165deg, #7f8ea3, #566273 45%, #343c47)';

interface Show {
  readonly base: string;
  readonly stage: string;
  readonly studio: string;
  stop(): void;
}

async function startShow(): Promise<Show> {
  const env = {
    ...process.env,
    PORT: '0',
    PUBLIC_PORT: '0',
    CUEDESK_OWNER_TOKEN: TOKEN,
    CUEDESK_PUBLIC_URL: 'https://lena.example',
    LC_ALL: 'en',
  };
  const child = spawn(process.execPath, [join(root, 'server', 'main.ts'), '--demo'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('cuedesk ready ')) break;
  }
  const find = (pattern: RegExp) => pattern.exec(said)?.[0] ?? '';
  return {
    base: find(/(?<=cuedesk ready )\S+/),
    stage: find(/http\S+\/stage\/#\S+/),
    studio: find(/http\S+\/studio#key=\S+/),
    stop: () => void child.kill('SIGTERM'),
  };
}

async function open(browser: Browser, url: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
}

/** A streak of roses that grows before the eye. */
async function giveRoses(show: Show): Promise<void> {
  for (const [at, count] of [1, 4, 12].entries()) {
    const gift = { id: '5655', name: 'Rose', diamonds: 1, count, streak: { id: 'pictures', ended: false } };
    const user = { id: 'tomasz', handle: 'tomasz.sample', name: 'Tomasz Przykład' };
    await fetch(`${show.base}/api/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: `rose-${Date.now()}-${at}`, type: 'gift', at: new Date().toISOString(), user, gift }),
    });
  }
}

async function pictureStage(browser: Browser, show: Show): Promise<void> {
  for (const [name, viewport] of [
    ['stage', { width: 1080, height: 1920 }],
    ['stage-wide', { width: 1920, height: 1080 }],
  ] as const) {
    const page = await open(browser, show.stage, { viewport });
    await page.evaluate((room) => {
      document.documentElement.style.background = room;
    }, ROOM);
    await page.getByText('Lena Sample').waitFor();
    await giveRoses(show);
    await page.getByText('Tomasz').first().waitFor();
    // The way in takes a third of a second.
    await page.waitForTimeout(600);
    await save(page, name);
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

async function pictureDesks(browser: Browser, show: Show): Promise<void> {
  // A stage that is on air, as it is in a show.
  await open(browser, show.stage, { viewport: { width: 1080, height: 1920 } });
  const studio = await open(browser, show.studio, LAPTOP);
  await studio.getByText('Service bio').first().waitFor();
  await save(studio, 'studio');
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
  await pictureStage(browser, show);
  await pictureViewers(browser, show);
  await pictureDesks(browser, show);
} finally {
  show.stop();
  await browser.close();
}
