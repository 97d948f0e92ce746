import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { Slot } from '../../shared/booking.ts';
import { type Asked, FORTY } from '../../test/e2e/forty-requests.ts';
import { atRest, open, type Show, save } from './show.ts';

const LAPTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
/** As it stands beside the preview in OBS, which is dark. */
const DOCK: BrowserContextOptions = {
  viewport: { width: 380, height: 720 },
  colorScheme: 'dark',
  deviceScaleFactor: 1.5,
};
const OPENED = 'Priya Sample';
const CHAT = [
  ['Eirik Solås', 'hei fra Bergen! kan du se på en norsk CV også?'],
  ['Nina Muster', 'mein CV hat drei Seiten, zu viel?'],
  ['Sanne de Wit', 'mag een foto op je cv of juist niet'],
  ['Kit Example', 'one page CV or two, for the UK?'],
  ['Tuva Eksempel', 'hun leste CV-en min i går, det var gull'],
] as const;

/** The desk with a lively queue on a laptop, a phone and in a dock. */
export async function pictureDesk(browser: Browser, show: Show): Promise<void> {
  await fillQueue(show);
  const laptop = await open(browser, show.studio.replace('/studio#', '/desk#'), LAPTOP);
  await openRequest(laptop);
  await laptop.getByRole('button', { name: 'Chat of the live' }).click();
  await chat(show);
  // A machine that makes pictures need not have the letters of every language that the show speaks.
  await laptop.getByRole('searchbox', { name: 'Search the chat' }).fill('cv');
  await laptop.locator('.comment', { hasText: CHAT[CHAT.length - 1]?.[1] ?? '' }).waitFor();
  await laptop.keyboard.press('Escape');
  await laptop.keyboard.press('c');
  await laptop.getByRole('button', { name: 'Release' }).waitFor();
  await laptop.keyboard.press('r');
  await laptop.keyboard.type('We will practise exactly that: I interrupt, you take the word back.');
  await laptop.keyboard.press('Control+Enter');
  await laptop.locator('.bubble-undo').waitFor();
  await atRest(laptop);
  await save(laptop, 'desk');
  await laptop.keyboard.press('Escape');
  await laptop.keyboard.press('u');
  await laptop.locator('.undo-line').waitFor({ state: 'detached' });
  await laptop.keyboard.press('Control+k');
  await laptop.keyboard.type('pr');
  await laptop.locator('.palette-option').nth(1).waitFor();
  await save(laptop, 'desk-palette');

  const storageState = await laptop.context().storageState();
  const small = async (options: BrowserContextOptions, list: string | null, request: string) => {
    const page = await open(browser, `${show.base}/desk`, { ...options, storageState });
    await page.locator('.request-row').nth(5).waitFor();
    if (list) await save(page, list);
    await openRequest(page);
    await save(page, request);
    await page.context().close();
  };
  await small(PHONE, 'desk-phone', 'desk-phone-request');
  await small(DOCK, null, 'desk-dock');
  await laptop.context().close();
}

async function chat(show: Show): Promise<void> {
  for (const [at, [name, text]] of CHAT.entries()) {
    const user = { id: `desk-picture-${at}`, name };
    const event = { id: `desk-picture-${at}`, source: 'pictures', at: new Date().toISOString(), user };
    await show.ask('POST', '/api/v1/events', { ...event, type: 'chat', chat: { text } });
  }
}

async function openRequest(page: Page): Promise<void> {
  await page.locator('.request-row', { hasText: OPENED }).click();
  await page.locator('.bubble').first().waitFor();
  await atRest(page);
}

/** Half of an evening's requests, each at a time that is still free. */
async function fillQueue(show: Show): Promise<void> {
  const path = '/api/v1/public/lena.sample';
  const { services } = (await show.ask('GET', path)) as { services: { id: string; slug: string }[] };
  for (const [at, asked] of FORTY.filter(({ deed }) => deed !== 'block').entries()) {
    if (at % 2 === 0 && asked.who !== OPENED) continue;
    const service = services.find(({ slug }) => slug.startsWith(asked.offer))?.id ?? '';
    const { slots } = (await show.ask('GET', `${path}/slots?service=${service}`)) as { slots: Slot[] };
    await show.ask('POST', `${path}/requests`, draftOf(asked, service, slots[at * 3]?.start));
  }
}

function draftOf({ who, language, writes, when }: Asked, service: string, start: string | undefined): object {
  return {
    service,
    name: who,
    contact: { email: `${who.toLowerCase().replaceAll(/[^a-z]/g, '')}@gmail.com` },
    message: writes,
    language,
    zone: 'Europe/Berlin',
    adult: true,
    consent: true,
    ...(when && start ? { start } : {}),
  };
}
