import { expect, test } from '@playwright/test';
import type { PublicPage } from '../../shared/public-page.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

/** On a server of its own: a word that holds times, and a queue strip with codes, would disturb the other specs. */
let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.stop());
test.describe.configure({ mode: 'serial' });
test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test.beforeEach(async ({ context }) => {
  await context.setExtraHTTPHeaders(server.owner);
});

test('[SU170] the word in the chat is switched on, and what cannot be is said in words', async ({ page, request }) => {
  const kept = async () => (await request.get(`${server.base}/api/v1/chat-word`, { headers: server.owner })).json();
  expect(await kept()).toMatchObject({ on: false });
  await page.goto(`${server.base}/studio#chat`);
  await page.getByLabel('Words in English').fill('x');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('2 to 30 letters');
  await page.getByLabel('Words in English').fill('!BOOK !slot');
  await page.getByRole('switch').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Words in English')).toHaveValue('!book !slot');
  expect(await kept()).toMatchObject({ on: true, words: { en: ['!book', '!slot'], de: ['!buchen'] } });
});

test('[SU171] what is missing for TikTok’s messages, and where they are closed, is said in each language', async ({
  page,
  request,
}) => {
  const said = { en: 'Switzerland', de: 'Schweiz', nl: 'Zwitserland', nb: 'Sveits' };
  for (const [language, word] of Object.entries(said)) {
    await request.put(`${server.base}/api/v1/settings`, { headers: server.owner, data: { language } });
    await page.goto(`${server.base}/studio#tiktok`);
    await page.reload();
    await page.locator('.studio select').first().selectOption(language);
    await expect(page.locator('.studio-main')).toContainText(word);
    await expect(page.locator('.studio-main')).toContainText('TIKTOK_CLIENT_KEY');
    await expect(page.locator('.studio-main')).toContainText('/api/v1/webhooks/tiktok');
  }
});

test('[DK81] [DP329] a word in the chat stands at the desk and on the stage under its code, and a moderator books it', async ({
  page,
  request,
}) => {
  const at = new Date().toISOString();
  const data = { id: 'c1', source: 'api', type: 'chat', at, user: { id: 'u1', name: 'Annelise Example' } };
  await request.post(`${server.base}/api/v1/events`, {
    headers: server.owner,
    data: { ...data, chat: { text: '!slot' } },
  });
  await page.goto(`${server.base}/desk`);
  const held = page.locator('.held-time');
  await expect(held).toContainText('Annelise');
  const code = (await held.locator('.held-code').textContent()) ?? '';
  expect(code).toMatch(/^[A-Z]{4}$/);

  const stages = await (await request.get(`${server.base}/api/v1/stages`, { headers: server.owner })).json();
  const stage = await page.context().newPage();
  await stage.goto(stages[0].url);
  // In turn with the queue, which the sample show has.
  await expect(stage.locator('.queue-code')).toHaveText(code, { timeout: 15_000 });
  await expect(stage.locator('.queue-held')).not.toContainText('Example');

  await page.getByRole('button', { name: 'Book for Annelise Example' }).click();
  await expect(page.locator('.thread-head .state-sign')).toHaveText('Booked');
  await expect(page.locator('.pane-context')).toContainText('Word in the chat');
  await expect(page.locator('.pane-context')).toContainText(code);
  await expect(page.locator('.pane-context')).toContainText('Agreed price');
  await expect(page.locator('.held-time')).toHaveCount(0);
  await expect(stage.locator('.queue-code')).toHaveCount(0);
});

test('[DK80] [OD44] [DP325] [DP329] a message is pasted by its key, with the country where that decides the price, and its private link is there to be sent', async ({
  page,
  context,
}) => {
  await page.route('**/api/v1/public/*', async (route) => {
    const answer = await route.fetch();
    const value: PublicPage = await answer.json();
    const prices = [{ region: 'NO', price: { minor: 50_000, currency: 'NOK' } }];
    await route.fulfill({ json: { ...value, services: value.services.map((one) => ({ ...one, prices })) } });
  });
  let sent: Record<string, unknown> = {};
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/requests')) sent = request.postDataJSON();
  });
  await page.goto(`${server.base}/desk`);
  await expect(page.locator('.request-row').first()).toBeVisible();
  await page.keyboard.press('n');
  const panel = page.getByRole('dialog', { name: 'Paste a message' });
  await expect(panel.getByRole('button', { name: 'Open the request' })).toBeDisabled();
  await panel.getByLabel('Name').fill('Ola Nordmann');
  // Keys of the desk are letters here, and nothing else.
  await panel.getByLabel('Message').pressSequentially('Hei, kan du hjelpe?');
  await panel.getByLabel('Reads').selectOption('nb');
  await panel.getByLabel('Country').selectOption({ label: 'Norway: NOK 500.00' });
  await panel.getByRole('button', { name: 'Open the request' }).click();
  const link = (await panel.locator('.paste-link').textContent()) ?? '';
  expect(link).toContain('/t/');
  expect(sent).toMatchObject({ region: 'NO', language: 'nb' });
  await panel.getByRole('button', { name: 'Show the request' }).click();
  await expect(page.locator('.thread-who')).toContainText('Ola Nordmann');
  await expect(page.locator('.pane-context')).toContainText('Pasted by the desk');
  // Whoever has lost the link has it again, from the details and at the reply, until its viewer has opened it.
  const details = page.locator('.pane-context');
  await expect(details).toContainText('Price');
  await expect(details).not.toContainText('Agreed price');
  await expect(details).toContainText('Ola Nordmann has not opened their page yet');
  await page.locator('.reply-unopened').getByRole('button', { name: 'Show the link' }).click();
  await expect(details.locator('.paste-link')).toHaveText(link);
  const viewer = await context.newPage();
  await viewer.goto(link);
  await expect(viewer.getByText('Hei, kan du hjelpe?')).toBeVisible();
  await expect(page.locator('.reply-unopened')).toHaveCount(0);
  await expect(details).not.toContainText('has not opened');
  // Escape leaves the panel, and the key opens an empty one.
  await page.keyboard.press('n');
  await expect(panel.getByLabel('Name')).toHaveValue('');
  await expect(panel.getByLabel('Country')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});
