import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { askedBy, calledOff, erased, invitation, threadOf } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

/** Signs a moderator in and leaves the list with the one request of that name. */
async function openDesk(page: Page, request: APIRequestContext, name: string): Promise<void> {
  await page.goto(await invitation(request, 'Mo'));
  await expect(page.locator('.request-row').first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await expect(page.locator('.request-row')).toHaveCount(1);
  await page.keyboard.press('Enter');
}

test('[DP14] [DP230] [DP271] [DP276] [DP345] a moderator answers and accepts by keyboard, says that it is paid, and the viewer’s thread follows; what its viewer cancels is marked until it is opened', async ({
  page,
  request,
}) => {
  const { thread } = await askedBy(request, 'Keyboard One', 20);
  await openDesk(page, request, 'Keyboard One');
  expect(page.url()).not.toContain('key=');
  await page.keyboard.press('j');
  await expect(page.locator('.thread-who')).toContainText('Keyboard One');
  await page.keyboard.press('c');
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('Gjerne!');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.bubble-ours:not(.bubble-sending)')).toContainText('Gjerne!');
  await expect.poll(async () => (await threadOf(request, thread)).messages.at(-1)?.text).toBe('Gjerne!');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect(page.locator('.thread-head .state-sign')).toHaveText('Booked');
  await expect.poll(async () => (await threadOf(request, thread)).state).toBe('booked');
  const noLink = page.locator('.pane-context').getByText('No link to the call yet');
  await expect(noLink).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('https://meet.example/keyboard-one');
  await page.keyboard.press('Control+Enter');
  await expect(noLink).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mark as paid' }).click();
  await expect(page.locator('.pane-context')).toContainText('Marked as paid');
  await expect.poll(async () => (await threadOf(request, thread)).paid).toBe(true);
  await page.getByRole('button', { name: 'Not paid' }).click();
  await expect(page.locator('.pane-context')).toContainText('Not marked as paid');
  await expect.poll(async () => (await threadOf(request, thread)).paid).toBe(false);
  await page.keyboard.press('Escape');
  await expect(page.locator('.thread-head')).toHaveCount(0);
  await calledOff(request, thread);
  await expect(page.locator('.filter-more-button .filter-news')).toBeVisible();
  await page.locator('.filter-more-button').click();
  await page.locator('.filter-item[data-filter="closed"]', { has: page.locator('.filter-news') }).click();
  const row = page.locator('.request-row', { hasText: 'Keyboard One' });
  await expect(row).toContainText('Cancelled by the viewer');
  await row.click();
  await expect(row).not.toContainText('Cancelled by the viewer');
  await expect(page.locator('.filter-item[data-filter="closed"] .filter-news')).toHaveCount(0);
  await expect(page.locator('.pane-context')).toContainText('Norwegian');
  await expect(page.locator('#desk-reply')).toBeVisible();
  await erased(request, thread);
  await expect(page.locator('.thread-who')).toContainText('Erased');
  await expect(page.locator('.pane-context')).not.toContainText(/Norwegian|English|Contact/);
  await expect(page.locator('#desk-reply')).toHaveCount(0);
});

test('[DP17] who is booked has no rivals any more, and who was offered times is not to be offered them again', async ({
  page,
  request,
}) => {
  const { id } = await askedBy(request, 'Rival One', 28);
  await askedBy(request, 'Rival Two', 28);
  await openDesk(page, request, 'Rival One');
  await page.keyboard.press('j');
  await expect(page.locator('.rivals')).toContainText('Rival Two');
  await page.keyboard.press('a');
  await expect(page.locator('.thread-head .state-sign')).toHaveText('Booked');
  await expect(page.locator('.rivals')).toHaveCount(0);
  expect(page.url()).toContain(id);
  await page.locator('.list-search input').fill('Rival Two');
  await page.locator('.request-row', { hasText: 'Rival Two' }).click();
  await expect(page.locator('.pane-context')).toContainText('Other times were offered');
  await expect(page.locator('.pane-context')).not.toContainText('Offer the nearest times');
});

test('[DP14] an invitation opens the desk alone: the studio says so', async ({ page, request }) => {
  await page.goto(await invitation(request, 'Mo'));
  await page.locator('.list-head').waitFor();
  await page.goto('/studio');
  await expect(page.getByText('This sign-in is for the desk.')).toBeVisible();
});

test('[DP2] an act that is refused is taken back in sight, with the words that were typed', async ({
  page,
  request,
}) => {
  const { id } = await askedBy(request, 'Refused One', 24);
  await openDesk(page, request, 'Refused One');
  await page.keyboard.press('j');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`**/requests/${id}/reply`, async (route) => {
    await held;
    const json = { type: 'x', title: 'x', status: 409, detail: '', why: 'claimed-by-other' };
    await route.fulfill({ status: 409, json, contentType: 'application/problem+json' });
  });
  await page.keyboard.press('r');
  await page.keyboard.type('Too late');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('.bubble-sending')).toContainText('Too late');
  letGo();
  await expect(page.getByRole('alert')).toContainText('Somebody else is answering this request.');
  await expect(page.locator('.bubble-ours')).toHaveCount(0);
  await expect(page.locator('#desk-reply')).toHaveValue('Too late');
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(page.locator('.refusal')).toHaveCount(0);
});

/** In the page: every websocket can be cut, and none comes up again until it is mended. */
function linesThatCanBeCut(): void {
  const lines: WebSocket[] = [];
  let cut = false;
  addEventListener('cut-lines', () => {
    cut = true;
    for (const line of lines) line.close();
  });
  addEventListener('mend-lines', () => {
    cut = false;
  });
  window.WebSocket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(cut ? 'ws://127.0.0.1:9/nobody' : address, protocols);
      lines.push(this);
    }
  };
}

test('[DP15] while the server is away the desk says so, keeps the text and sends nothing later', async ({
  page,
  request,
}) => {
  const { thread } = await askedBy(request, 'Offline One', 40);
  await page.addInitScript(linesThatCanBeCut);
  await openDesk(page, request, 'Offline One');
  await page.locator('.request-row', { hasText: 'Offline One' }).click();
  await expect(page.locator('.thread-who')).toContainText('Offline One');
  await page.locator('#desk-reply').fill('Still here');
  await page.evaluate(() => dispatchEvent(new Event('cut-lines')));
  await expect(page.locator('.offline-bar')).toContainText('You see how things stood at');
  await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeDisabled();
  await page.locator('#desk-reply').press('Control+Enter');
  await expect(page.locator('#desk-reply')).toHaveValue('Still here');
  await page.evaluate(() => dispatchEvent(new Event('mend-lines')));
  await expect(page.locator('.offline-bar')).toHaveCount(0, { timeout: 15_000 });
  expect((await threadOf(request, thread)).messages.map((message) => message.text)).not.toContain('Still here');
});

test('[DP16] on a phone one pane is shown at a time, and back leads to the list', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await askedBy(request, 'Phone One', 32);
  await openDesk(page, request, 'Phone One');
  await page.locator('.request-row').click();
  await expect(page.locator('.pane-thread')).toBeVisible();
  await expect(page.locator('.pane-list')).toBeHidden();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.locator('.pane-context')).toContainText('Viewer’s time');
  await expect(page.locator('.pane-thread')).toBeHidden();
  await page.goBack();
  await page.goBack();
  await expect(page.locator('.pane-list')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
