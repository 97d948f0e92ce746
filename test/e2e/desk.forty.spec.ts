import { expect, type Page, test } from '@playwright/test';
import type { Slot } from '../../shared/booking.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { desk as say } from '../../shared/locales/en/desk.ts';
import { isOpen } from '../../shared/request-states.ts';
import { type Asked, ENDS, FORTY } from './forty-requests.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
test.slow();

const ZONE = 'Europe/Berlin';
/** Everybody's: asks that share another domain are taken for a flood. */
const MAILS = ['gmail.com', 'outlook.com', 'icloud.com', 'gmx.de', 'web.de', 'proton.me'];

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer({ TZ: ZONE });
});
test.afterAll(() => server.stop());

async function call<T>(method: string, path: string, body?: unknown, headers: object = server.owner): Promise<T> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await fetch(`${server.base}/api/v1${path}`, { method, headers: { ...headers, ...type }, ...json });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The free starts of a service by the day in Berlin and the time of day. */
async function startsOf(service: string): Promise<(when: Asked['when']) => string | undefined> {
  const { slots } = await call<{ slots: Slot[] }>('GET', `/public/lena.sample/slots?service=${service}`, undefined, {});
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
  const byTime = new Map(slots.map(({ start }) => [format.format(new Date(start)), start]));
  return (when) => {
    if (!when) return undefined;
    const { days, time } = when;
    const day = format.format(Date.now() + days * 86_400_000).slice(0, 10);
    const start = byTime.get(`${day} ${time}`);
    if (!start) throw new Error(`no free time ${day} ${time}`);
    return start;
  };
}

/** Asks all forty by the public API, in the table's order; answers each id with its line. */
async function askAll(): Promise<Map<string, Asked>> {
  const page = await call<{ services: { id: string; slug: string }[] }>('GET', '/public/lena.sample', undefined, {});
  const made = new Map<string, Asked>();
  const starts = new Map<string, Awaited<ReturnType<typeof startsOf>>>();
  for (const { id } of page.services) starts.set(id, await startsOf(id));
  for (const [at, asked] of FORTY.entries()) {
    const service = page.services.find(({ slug }) => slug.startsWith(asked.offer))?.id ?? '';
    const start = starts.get(service)?.(asked.when);
    const email = `${asked.who.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}@${MAILS[asked.who.length % MAILS.length]}`;
    const data = {
      service,
      name: asked.who,
      contact: { email },
      message: asked.writes,
      language: asked.language,
      zone: ZONE,
      adult: true,
      consent: true,
      ...(start ? { start } : {}),
    };
    const { id } = await call<{ id: string }>('POST', '/public/lena.sample/requests', data, {
      'idempotency-key': `forty-${at}`,
    });
    made.set(id, asked);
  }
  return made;
}

/** What the sample show begins with is put away, so that the queue is the table's alone. */
async function emptyQueue(): Promise<void> {
  const requests = await call<Pick<DeskRequest, 'id' | 'state'>[]>('GET', '/requests');
  // By the time of day one of its times is taken by another, and its ask was offered others.
  for (const { id, state } of requests) if (isOpen({ state })) await call('POST', `/requests/${id}/decline`, {});
}

async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('r');
  await page.keyboard.type(text);
}

/** A prepared reply by a slash and its name, in the viewer's language. */
async function sendPrepared(page: Page, name: string): Promise<void> {
  await write(page, `/${name.slice(0, 12)}`);
  await expect(page.locator('.picker-option[aria-selected="true"] .picker-name')).toHaveText(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('#desk-reply')).not.toHaveValue(/^\//);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.bubble-ours')).toHaveCount(1);
  await page.keyboard.press('Escape');
}

async function byPalette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await expect(page.locator('.palette-option[aria-selected="true"] .palette-name')).toHaveText(name);
  await page.keyboard.press('Enter');
}

/** Does by keys what the table says to the request that is open. */
async function perform(page: Page, { deed, words }: Asked): Promise<void> {
  if (deed === 'accept') await page.keyboard.press('a');
  else if (deed === 'spam') await byPalette(page, 'Spam');
  else if (deed === 'offer') {
    await page.keyboard.press('o');
    await expect(page.getByRole('button', { name: /^Offer \d times$/ })).toBeFocused();
    await page.keyboard.press('Enter');
  } else if (deed === 'block') {
    await page.keyboard.press('b');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  } else if (deed === 'reply') {
    await page.keyboard.press('c');
    await expect(page.getByRole('button', { name: 'Release' })).toBeVisible();
    await write(page, words);
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.bubble-ours')).toHaveCount(1);
    await page.keyboard.press('Escape');
  } else if (deed !== 'decline') await sendPrepared(page, words);
  if (deed === 'decline' || deed === 'refuse') {
    await page.keyboard.press('d');
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.thread-head .state-sign')).toHaveText(say.state[ENDS[deed]]);
}

/** Waits until the conversation of this person is open. */
async function opened(page: Page, who: string): Promise<void> {
  await expect(page.locator('.thread-who h1')).toHaveText(who);
  await expect(page.locator('#desk-reply')).toBeVisible();
}

/** Those that are looked for by name, by the search of the list and by the palette. */
async function dealWithFound(page: Page): Promise<void> {
  for (const asked of FORTY) {
    const { who, found } = asked;
    if (found === 'palette') await byPalette(page, who);
    else if (found === 'search') {
      await page.keyboard.press('/');
      await page.keyboard.type(who);
      await expect(page.locator('.request-row')).toHaveCount(1);
      await page.keyboard.press('Enter');
      await page.keyboard.press('j');
    } else continue;
    await opened(page, who);
    await perform(page, asked);
    await page.keyboard.press('Escape');
    if (found !== 'search') continue;
    await page.keyboard.press('/');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
  }
}

/** Takes the first of the list until nobody waits; down and up again now and then, as a hand does. */
async function dealWithRest(page: Page, made: ReadonlyMap<string, Asked>): Promise<void> {
  const first = page.locator('.request-row').first();
  const chosen = page.locator('.request-row[aria-current="true"]');
  for (let done = 0; (await first.getAttribute('data-state')) === 'new'; done++) {
    expect(done, 'no request comes up twice').toBeLessThan(FORTY.length);
    await page.keyboard.press('j');
    if (done % 10 === 0) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('k');
    }
    // Who is open, not who is first by now: the list may have been sorted anew since the key.
    const asked = made.get(await chosen.getAttribute('data-request').then(String));
    if (!asked) throw new Error('a request that nobody asked');
    await opened(page, asked.who);
    await perform(page, asked);
    await page.keyboard.press('Escape');
    await expect(page.locator('.thread-who')).toHaveCount(0);
  }
}

test('[DP194] forty requests of an evening are dealt with by keyboard alone, each as the table says', async ({
  page,
}) => {
  await emptyQueue();
  const made = await askAll();
  const { url } = await call<{ url: string }>('POST', '/invitations', { name: 'Kim Keys', hours: 2 });
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => document.documentElement.setAttribute('data-pointer', 'used'), true);
  });
  await page.goto(url);
  await expect(page.locator('.filter-count').first()).toHaveText(String(FORTY.length));
  // Acts leave at once for who has chosen so.
  await page.evaluate(() =>
    fetch('/api/v1/desk-choice', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ undo: false }),
    }),
  );
  await dealWithFound(page);
  await dealWithRest(page, made);

  const ends = () =>
    Promise.all(
      [...made].map(async ([id, { who }]) => {
        const { state } = await call<{ state: string }>('GET', `/requests/${id}`);
        return `${who}: ${state}`;
      }),
    );
  await expect.poll(ends).toEqual(FORTY.map(({ who, deed }) => `${who}: ${ENDS[deed]}`));
  for (const [id, { deed, words, writes, who }] of made) {
    const { messages } = await call<{ messages: { from: string; text: string }[] }>('GET', `/requests/${id}`);
    const ours = messages.filter(({ from }) => from === 'creator').map(({ text }) => text);
    if (deed === 'reply') expect(ours, writes).toEqual([words]);
    else if (deed === 'prepared' || deed === 'refuse') expect(ours[0], writes).toContain(who);
    else expect(ours, writes).toEqual([]);
  }
  await expect(page.locator('html')).not.toHaveAttribute('data-pointer', 'used');
});
