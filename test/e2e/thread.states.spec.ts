import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { ViewerData } from '../../shared/viewer-data.ts';
import { axeFaults } from './axe.ts';
import { deskAct, dropOffer, givenAsk, givenOffer, type OfferOfTest, viewerAct } from './thread-given.ts';

test.use({ viewport: { width: 360, height: 640 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const door = `http://127.0.0.1:${process.env['E2E_PUBLIC_PORT']}`;

/** Of the test under way: who waits for one would be offered the next test's times. */
const open: OfferOfTest[] = [];
async function offered(
  request: APIRequestContext,
  slug: string,
  day: number,
  more: { cutoffMinutes?: number; capacity?: number } = {},
): Promise<OfferOfTest> {
  const offer = await givenOffer(request, slug, day, more);
  open.push(offer);
  return offer;
}
test.afterEach(async ({ request }) => {
  for (const offer of open.splice(0)) await dropOffer(request, offer);
});

/** One thread in each state that its viewer can meet. */
async function threadsOf(request: APIRequestContext, offer: OfferOfTest): Promise<Record<string, string>> {
  const [one = '', two = '', three = '', four = '', five = ''] = offer.starts;
  const ask = (name: string, start: string) => givenAsk(request, offer, { name, start });
  const booked = await ask('Booked', one);
  await deskAct(request, booked.id, 'accept');
  const lost = await ask('Lost', two);
  const won = await ask('Won', two);
  await deskAct(request, won.id, 'accept');
  const suggested = await ask('Suggested', three);
  await deskAct(request, suggested.id, 'offer', { starts: [Date.parse(four), Date.parse(five)].map(iso) });
  const declined = await ask('Declined', three);
  await deskAct(request, declined.id, 'decline', { text: 'I am away that week.' });
  const cancelled = await ask('Cancelled', three);
  await viewerAct(request, cancelled.thread, 'cancel');
  const freeing = await ask('Freeing', four);
  await deskAct(request, freeing.id, 'accept');
  const kept = await givenAsk(request, offer, { name: 'Kept', door: 'waitlist' });
  await viewerAct(request, freeing.thread, 'cancel');
  const waiting = await givenAsk(request, offer, { name: 'Waiting', door: 'waitlist' });
  const fresh = await givenAsk(request, offer, { name: 'Fresh', start: five, contact: { email: 'fresh@example.org' } });
  const message = await givenAsk(request, offer, { name: 'Message' });
  const all = { booked, lost, suggested, declined, cancelled, kept, waiting, fresh, message };
  return Object.fromEntries(Object.entries(all).map(([state, { thread }]) => [state, thread]));
}
const iso = (at: number) => new Date(at).toISOString();

/** Whatever is wider than its box. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page'] : [];
    const boxes = [
      ...document.querySelectorAll<HTMLElement>('.button, .state-word, .card, .bubble, h1, h2, dd, dt, p'),
    ];
    const over = boxes.filter(
      (box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline',
    );
    return [...wide, ...over.map((box) => `${box.className} ${box.textContent}`)];
  });
}

/** Whatever a finger hardly meets. */
function lowTargets(page: Page): Promise<string[]> {
  return page
    .locator('button:visible, select:visible, a.button:visible')
    .evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => `low: ${one.textContent}`),
    );
}

/** The tree is the same in every language and scheme: what differs is the colours and how long words are. */
async function faultsOf(page: Page, look: 'all' | 'colours' | 'boxes'): Promise<string[]> {
  const low = look === 'all' ? await lowTargets(page) : [];
  return [...(look === 'boxes' ? [] : await axeFaults(page, { look })), ...(await overflowing(page)), ...low];
}

test('[VP60] [VP17] axe finds nothing on a thread in any state, light and dark, and no text leaves its box in any language', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const offer = await offered(request, 'states-of-a-thread', 20);
  const threads = { ...(await threadsOf(request, offer)), missing: '/t/nothing-is-here-at-all' };
  for (const [state, path] of Object.entries(threads)) {
    await page.goto(`${door}${path}`);
    await page.locator('.status, .empty').first().waitFor();
    for (const [language, colorScheme, look] of [
      ['en', 'light', 'all'],
      ['de', 'dark', 'colours'],
      ['nl', 'light', 'boxes'],
      ['nb', 'dark', 'boxes'],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.locator('.language select').selectOption(language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await faultsOf(page, look), `${state} in ${language}`).toEqual([]);
      if (process.env['SHOTS'])
        await page.screenshot({ path: `${process.env['SHOTS']}/${state}-${language}.png`, fullPage: true });
    }
  }
});

test('[VP61] [VP62] a freed time is on the page at once with its countdown, and is booked by one tap', async ({
  page,
  request,
}) => {
  const offer = await offered(request, 'freed-for-a-thread', 26);
  const [start = ''] = offer.starts;
  const booked = await givenAsk(request, offer, { name: 'Gives up', start });
  await deskAct(request, booked.id, 'accept');
  const waiting = await givenAsk(request, offer, { name: 'Gets it', door: 'waitlist' });
  // A device whose clock is an hour slow counts the same half hour.
  await page.clock.install({ time: Date.now() - 3_600_000 });
  await page.goto(`${door}${waiting.thread}`);
  await expect(page.getByText('You are next in line.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Write a message' }).fill('I am still typing');
  await viewerAct(request, booked.thread, 'cancel');
  await expect(page.getByText(/^Kept for you for (30:00|29:\d\d)$/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Write a message' })).toHaveValue('I am still typing');
  await page.getByRole('button', { name: /^Book / }).click();
  await expect(page.locator('.status')).toContainText('Your appointment is confirmed.');
  await expect(page.locator('.status')).toContainText(/You can cancel or move it here until .+ \(Berlin, .+\)\./);
  await expect(page.getByRole('link', { name: 'Open the video call' })).toHaveAttribute(
    'href',
    'https://meet.example/room',
  );
  await expect(page.getByText('You pay the deposit to', { exact: false })).toContainText('not to Cuedesk');
});

test('[VP63] [VP90] [VP125] [BK292] who lost a time joins the line by one tap, and gives a kept time back by another', async ({
  page,
  request,
}) => {
  const offer = await offered(request, 'lost-by-a-thread', 32);
  const [start = ''] = offer.starts;
  const lost = await givenAsk(request, offer, { name: 'Loses', start });
  const won = await givenAsk(request, offer, { name: 'Wins', start });
  await page.goto(`${door}${lost.thread}`);
  await page.locator('.status').waitFor();
  await deskAct(request, won.id, 'accept');
  await expect(page.locator('.choices button')).toHaveCount(3);
  // The time is lost: there is none to move, and no appointment to cancel.
  await expect(page.getByRole('button', { name: 'Choose a time' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await page.getByRole('button', { name: 'Join the waitlist' }).click();
  await expect(page.getByText('You are next in line.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Leave the waitlist' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Move|Choose a time/ })).toHaveCount(0);
  await viewerAct(request, won.thread, 'cancel');
  await page.getByRole('button', { name: 'Not this time' }).click();
  await expect(page.getByText('You are next in line.')).toBeVisible();
  await expect(page.getByText('Any day fits.')).toBeVisible();
  await page.getByText('Change the days').click();
  await page.getByLabel('From', { exact: true }).selectOption({ index: 3 });
  await page.getByRole('button', { name: 'Save the days' }).click();
  await expect(page.getByText(/^Days from \w+,? \d+ \w+.* fit\.$/)).toBeVisible();
  await expect(page.getByText('You are next in line.')).toBeVisible();
});

test('[VP64] [VP148] a receipt says who, what, when with zone, price, deposit, place and number, and paper has it alone', async ({
  page,
  request,
}) => {
  const offer = await offered(request, 'receipt-of-a-thread', 38);
  const booked = await givenAsk(request, offer, { name: 'Rita Receipt', start: offer.starts[0] ?? '' });
  await deskAct(request, booked.id, 'accept');
  await page.goto(`${door}${booked.thread}`);
  await page.getByRole('button', { name: 'Receipt' }).click();
  const receipt = page.locator('.receipt');
  for (const text of [
    'Rita Receipt',
    '@lena.sample',
    'Portfolio review',
    'Berlin',
    '€45.00',
    '€10.00',
    'Video call',
    'Number',
  ])
    await expect(receipt).toContainText(text);
  await deskAct(request, booked.id, 'paid', { paid: true });
  await expect(receipt).toContainText('has marked it as paid');
  await expect(receipt).not.toContainText('€10.00');
  expect(await faultsOf(page, 'all')).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.locator('.foot')).toBeHidden();
  await expect(receipt).toBeVisible();
});

test('[VP65] [VP130] [VP144] [VP217] the own data is a file to keep; erasing asks first and in sight, says what it did, and leaves nothing at the address or on a second page', async ({
  page,
  context,
  request,
}) => {
  const offer = await offered(request, 'erased-thread', 44);
  const booked = await givenAsk(request, offer, { name: 'Erika Erased', start: offer.starts[0] ?? '' });
  await deskAct(request, booked.id, 'accept');
  const second = await context.newPage();
  await second.goto(`${door}${booked.thread}`);
  await second.locator('.status').waitFor();
  await page.goto(`${door}${booked.thread}`);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data' }).click();
  const file = JSON.parse(await readFile(await (await saved).path(), 'utf8')) as ViewerData;
  expect(file.asks[0]).toMatchObject({ state: 'booked', person: { name: 'Erika Erased' } });
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await expect(page.getByText('Your appointment is cancelled with it.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Erase your data for good?' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Yes, erase it all' })).toBeInViewport({ ratio: 1 });
  expect(await faultsOf(page, 'all')).toEqual([]);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('button', { name: 'Yes, erase it all' }).click();
  await expect(page.getByRole('heading', { name: 'Your data is erased' })).toBeFocused();
  await expect(page.getByText('Your appointment is cancelled, and its time is free for others.')).toBeVisible();
  expect(await faultsOf(page, 'all')).toEqual([]);
  await expect(page.getByRole('link', { name: /^To the page of / })).toHaveAttribute('href', /^\/@[\w.]+$/);
  await expect(second.locator('.empty')).toBeVisible();
  await page.reload();
  await expect(page.locator('.empty')).toContainText('There is nothing here');
});

test('[VP66] after the connection was away the thread shows what happened meanwhile', async ({
  page,
  context,
  request,
}) => {
  const offer = await offered(request, 'away-thread', 50);
  const asked = await givenAsk(request, offer, { name: 'Away', start: offer.starts[0] ?? '' });
  await page.goto(`${door}${asked.thread}`);
  await page.locator('.status').waitFor();
  await context.setOffline(true);
  await deskAct(request, asked.id, 'reply', { text: 'Are you there?' });
  await context.setOffline(false);
  await expect(page.locator('.bubble', { hasText: 'Are you there?' })).toBeVisible();
});

test('[VP95] [VP191] a thread without a connection says since when it may be old, and one that was erased stops asking', async ({
  page,
  context,
  request,
}) => {
  const offer = await offered(request, 'stale-thread', 56);
  const asked = await givenAsk(request, offer, { name: 'Stale', start: offer.starts[0] ?? '' });
  await page.clock.install();
  await page.goto(`${door}${asked.thread}`);
  await page.locator('.status').waitFor();
  await expect(page.locator('.lost')).toHaveCount(0);
  await context.setOffline(true);
  await expect(page.getByRole('status')).toContainText(/^No connection\. This is how it stood today \d\d:\d\d/);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/stale.png` });
  const field = page.getByRole('textbox', { name: 'Write a message' });
  await field.fill('Are you there?');
  await page.keyboard.press('Enter');
  await expect(page.locator('.chat').getByRole('alert')).toContainText('You seem to be offline.');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Are you there?');
  await context.setOffline(false);
  await expect(page.locator('.lost')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('button', { name: 'Yes, erase it all' }).click();
  await expect(page.getByRole('heading', { name: 'Your data is erased' })).toBeFocused();
  const asks: string[] = [];
  page.on('request', ({ url }) => asks.push(url()));
  page.on('websocket', ({ url }) => asks.push(url()));
  await page.clock.runFor(120_000);
  expect(asks).toEqual([]);
});

test('[VP96] [VP128] [VP186] the focus goes to what opened, and after each act to where its result is told; a time that binds says so', async ({
  page,
  request,
}) => {
  const offer = await offered(request, 'focus-thread', 14, { cutoffMinutes: 90 * 1440, capacity: 3 });
  const asked = await givenAsk(request, offer, { name: 'Focus', start: offer.starts[0] ?? '' });
  await page.goto(`${door}${asked.thread}`);
  await expect(page.getByText('Up to 3 people together')).toBeVisible();
  const focused = page.locator(':focus');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(focused).toContainText('Withdraw this request?');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(focused).toHaveClass(/outcome/);
  await page.getByRole('button', { name: 'Move' }).click();
  await expect(focused).toHaveAccessibleName('Choose a new time');
  await page.locator('.time').last().click();
  await expect(focused).toContainText(
    /^Move to .*Short notice \(.+\): once it is booked it can no longer be cancelled/,
  );
  await page.getByRole('button', { name: 'Move', exact: true }).last().click();
  await expect(focused).toHaveClass(/outcome/);
  await page.route('**/cancel', (route) => route.abort());
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('button', { name: 'Yes, withdraw it' }).click();
  await expect(focused).toContainText('You seem to be offline.');
  await page.unroute('**/cancel');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('button', { name: 'Yes, withdraw it' }).click();
  await expect(focused).toContainText('Nobody expects you.');
});

test('[BK283] the address that was given is read, corrected and removed on the thread', async ({ page, request }) => {
  const offer = await offered(request, 'mailed', 9);
  const contact = { email: 'tpyo@example.org' };
  const { thread } = await givenAsk(request, offer, { start: offer.starts[0] ?? '', name: 'Mailed', contact });
  await page.goto(`${door}${thread}`);
  const line = page.locator('.fact-line', { hasText: 'E-mail' });
  await expect(line).toContainText('tpyo@example.org');
  await line.getByRole('button', { name: 'Correct or remove' }).click();
  await line.getByLabel('E-mail address').fill('typo');
  await line.getByRole('button', { name: 'Save' }).click();
  await expect(line.locator('.field-error')).toBeVisible();
  await line.getByLabel('E-mail address').fill('typo@example.org');
  await line.getByRole('button', { name: 'Save' }).click();
  await expect(line.locator('.mail-at')).toHaveText('typo@example.org');
  await line.getByRole('button', { name: 'Correct or remove' }).click();
  await line.getByRole('button', { name: 'Remove' }).click();
  await expect(line).toHaveCount(0);
});
