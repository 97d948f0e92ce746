import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test';
import { closeContexts } from './contexts.ts';
import { askedBy, invitation, threadOf } from './desk-given.ts';

test.afterEach(closeContexts);

// Four browsers on two cores.
test.slow();

async function deskOf(browser: Browser, request: APIRequestContext, name: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })).newPage();
  await page.goto(await invitation(request, name));
  await expect(page.locator('.request-row').first()).toBeVisible({ timeout: 20_000 });
  return page;
}

async function openRequest(page: Page, id: string): Promise<void> {
  await page.goto(`/desk#${id}`);
  await expect(page.locator('#desk-reply')).toBeVisible({ timeout: 20_000 });
}

const texts = async (request: APIRequestContext, thread: string) =>
  (await threadOf(request, thread)).messages.map(({ text }) => text);

test('[DP193] who was offline while two others acted sees the truth afterwards, keeps what was typed, and nothing stale is sent', async ({
  browser,
  request,
}) => {
  const answered = await askedBy(request, 'Answered Meanwhile', 100);
  const accepted = await askedBy(request, 'Accepted Meanwhile', 102);
  const [olga, ann, ben] = [
    await deskOf(browser, request, 'Olga Offline'),
    await deskOf(browser, request, 'Ann'),
    await deskOf(browser, request, 'Ben'),
  ];
  await openRequest(olga, answered.id);
  await olga.locator('#desk-reply').fill('Before the line went');
  await olga.locator('#desk-search').fill('Meanwhile');

  await olga.context().setOffline(true);
  const bar = olga.locator('.offline-bar');
  await expect(bar).toContainText(/You see how things stood at \d\d:\d\d\./);
  await olga.locator('#desk-reply').fill('Typed while nobody could hear');
  await expect(olga.getByRole('button', { name: 'Send' })).toBeDisabled();
  for (const button of await olga.locator('.act-bar button:not([aria-expanded])').all())
    await expect(button).toBeDisabled();
  await olga.locator('#desk-reply').press('Control+Enter');
  await olga.locator('#desk-reply').press('Escape');
  await olga.keyboard.press('c');
  await expect(olga.locator('.refusal')).toContainText('nothing will be sent later by itself');

  await openRequest(ann, answered.id);
  await ann.keyboard.press('c');
  await expect(ann.getByRole('button', { name: 'Release' })).toBeVisible();
  await ann.locator('#desk-reply').fill('Answered by Ann');
  await ann.locator('#desk-reply').press('Control+Enter');
  await openRequest(ben, accepted.id);
  await ben.keyboard.press('a');
  await expect(ben.locator('.thread-head .state-sign')).toHaveText('Booked');
  await expect.poll(() => texts(request, answered.thread)).toContain('Answered by Ann');
  // What olga sees is old, and said to be.
  await expect(olga.locator(`[data-request="${accepted.id}"]`)).toHaveAttribute('data-state', 'new');

  await olga.context().setOffline(false);
  await expect(bar).toHaveCount(0, { timeout: 20_000 });
  await expect(olga.locator('.thread-scroll')).toContainText('Answered by Ann');
  await expect(olga.getByRole('button', { name: 'Take over' })).toBeVisible();
  await expect(olga.locator('#desk-reply')).toHaveValue('Typed while nobody could hear');
  // Kept by the server too: another desk of the same person has it.
  const { id } = answered;
  const other = await (await browser.newContext({ storageState: await olga.context().storageState() })).newPage();
  await openRequest(other, id);
  await expect(other.locator('#desk-reply')).toHaveValue('Typed while nobody could hear');
  // What was asked while offline was not done later: the claim is still Ann's, and an answer is refused by her name.
  await olga.locator('#desk-reply').press('Control+Enter');
  await expect(olga.locator('.refusal')).toContainText('Ann is answering this request');
  await expect(olga.locator('#desk-reply')).toHaveValue('Typed while nobody could hear');
  expect(await texts(request, answered.thread)).not.toContain('Typed while nobody could hear');
  await olga.goto(`/desk#${accepted.id}`);
  await expect(olga.locator('.thread-head .state-sign')).toHaveText('Booked');
});

test('[DP312] a desk that is online again connects at once, and waits for no next try', async ({ page, request }) => {
  await page.clock.install();
  await page.goto(await invitation(request, 'Olga Online'));
  await expect(page.locator('.request-row').first()).toBeVisible();
  const bar = page.locator('.offline-bar');
  // From here on no time passes for the page: a try that waits for its turn never comes.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.context().setOffline(true);
  await expect(bar).toBeVisible();
  await page.context().setOffline(false);
  await expect(bar).toHaveCount(0);
});
