import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

for (const [name, width, height] of [
  ['laptop', 1280, 720],
  ['dock', 320, 700],
] as const) {
  test(`[DP140] [DP264] [DP266] [DP267] [DP274] [DP296] [DP318] [DP321] [DP331] from the chat one click features, holds a time, opens a request or blocks, on a ${name}`, async ({
    page,
    request,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(await invitation(request, 'Mo'));
    await page.locator('.request-row').first().waitFor();
    await page.getByRole('button', { name: 'Chat of the live' }).click();
    const id = `${name}-${test.info().workerIndex}`;
    const user = { id: `u-${id}`, name: `Chatty ${name}`, roles: ['moderator'] };
    const write = async (nth: string) => {
      const chat = { text: `Is ${id} free?${nth}`, language: 'nl' };
      const event = { id: `${id}${nth}`, source: 'e2e', type: 'chat', at: new Date().toISOString(), user, chat };
      expect((await request.post('/api/v1/events', { headers: owner, data: event })).status()).toBe(202);
    };
    await write('');
    await page.getByRole('searchbox', { name: 'Search the chat' }).fill(`is ${id}`);
    await page.getByRole('combobox', { name: 'Who' }).selectOption('moderator');
    const row = page.locator('.comment');
    await expect(row).toHaveCount(1);
    expect(await axeFaults(page, { within: '.pane-comments' })).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await row.getByRole('button', { name: 'Open a request' }).click();
    await expect(page.getByRole('dialog').getByLabel('Message')).toHaveValue(`Is ${id} free?`);
    await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue(`Chatty ${name}`);
    await expect(page.getByRole('dialog', { name: 'Open a request from a comment' })).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('combobox').first()).toHaveValue('nl');
    await page.getByRole('dialog').getByRole('button', { name: 'Open the request' }).click();
    await expect(page.getByRole('dialog')).toContainText('The request is open');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await row.getByRole('button', { name: 'Put on the stage' }).click();
    await expect(row).toContainText('On the stage');
    await row.getByRole('button', { name: 'Take off' }).click();
    await expect(row).not.toContainText('On the stage');
    // The pointer rests on the row: what is new waits beside it.
    await write(' Again');
    const newest = page.getByRole('button', { name: '1 new, to the newest' });
    await expect(newest).toBeVisible();
    await expect(row).toHaveCount(1);
    await newest.click();
    await expect(row).toHaveCount(2);
    await expect(newest).toHaveCount(0);
    await write(' And again');
    await expect(newest).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search the chat' }).hover();
    await expect(row).toHaveCount(3);
    // By keyboard alone it stands still as well, from one button to the next, until the focus has left it.
    await page.getByRole('combobox', { name: 'Who' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.locator('.comments-scroll :focus')).toHaveCount(1);
    await write(' By keys');
    await expect(newest).toBeVisible();
    await expect(row).toHaveCount(3);
    await page.keyboard.press('Tab');
    await expect(page.locator('.comments-scroll :focus')).toHaveCount(1);
    await expect(row).toHaveCount(3);
    // An arrow goes to the same act of the row below, and not to the next request.
    const opened = page.url();
    const label = await page.locator('.comments-scroll :focus').getAttribute('aria-label');
    await page.keyboard.press('ArrowDown');
    await expect(row.nth(1).getByRole('button', { name: label ?? '' })).toBeFocused();
    expect(page.url()).toBe(opened);
    await page.getByRole('combobox', { name: 'Who' }).focus();
    await expect(row).toHaveCount(4);
    // Under the pointer every row keeps its place, whatever the platform takes back or a row answers.
    await row.nth(3).hover();
    const aimedAt = await row.nth(3).boundingBox();
    const taken = { id: `${id}-gone`, source: 'e2e', type: 'moderation', at: new Date().toISOString() };
    const deletion = { ...taken, moderation: { deletedIds: [id] } };
    expect((await request.post('/api/v1/events', { headers: owner, data: deletion })).status()).toBe(202);
    await expect(row.first()).toContainText('Taken back by the platform.');
    expect(await row.nth(3).boundingBox()).toEqual(aimedAt);
    await page.getByRole('searchbox', { name: 'Search the chat' }).hover();
    await expect(row).toHaveCount(3);
    await page.getByRole('searchbox', { name: 'Search the chat' }).fill(`${id} free?`.replace('?', '? and'));
    await expect(row).toHaveCount(1);
    const rowHeight = async () => (await row.boundingBox())?.height;
    const before = await rowHeight();
    await row.getByRole('button', { name: 'Hold the next free time' }).click();
    await expect(page.locator('.undo-line')).toContainText('Held for Chatty');
    await page.keyboard.press('u');
    await expect(page.locator('.undo-line')).toHaveCount(0);
    await expect(page.locator('.held-time', { hasText: 'Chatty' })).toHaveCount(0);
    await row.getByRole('button', { name: 'Hold the next free time' }).click();
    await expect(row).toContainText(/Chatty .*Held: .+ The code is \S+\./);
    await expect(row.locator('.comment-text')).toHaveText(`Is ${id} free? And again`);
    expect(await rowHeight()).toBe(before);
    await page.getByRole('searchbox', { name: 'Search the chat' }).hover();
    await expect.poll(rowHeight).toBeGreaterThan(before ?? 0);
    await expect(page.locator('.held-time', { hasText: 'Chatty' }).first()).toBeAttached();
    await row.getByRole('button', { name: 'Block the viewer' }).click();
    await expect(row).toContainText(`Chatty ${name} is blocked.`);
    await request.post('/api/v1/stages/featured', { headers: owner, data: 'null' });
    await page.getByRole('button', { name: 'Close the chat' }).click();
    await expect(page.locator('.pane-comments')).toHaveCount(0);
  });
}
