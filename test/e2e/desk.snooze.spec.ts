import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { askedBy, invitation, threadOf } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'America/New_York' });

test('[DP147] a request is put aside and taken back by keyboard alone, and is where its list says', async ({
  page,
  request,
}) => {
  const { id } = await askedBy(request, 'Snooze One', 90);
  await page.goto(await invitation(request, 'Mo'));
  await page.locator('.request-row').first().waitFor();
  await page.goto(`/desk#${id}`);
  const row = page.locator(`[data-request="${id}"]`);
  await expect(page.locator('#desk-reply')).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByRole('button', { name: /In 30 minutes/ })).toBeFocused();
  expect(await axeFaults(page, { within: '.offer-panel' })).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator('.snooze-choices')).toHaveCount(0);
  await page.keyboard.press('z');
  await page.keyboard.press('Enter');
  await expect(page.locator('.undo-line')).toContainText('Snooze One is back');
  await expect(row).toHaveCount(0);
  await page.keyboard.press('7');
  await expect(row).toBeVisible();
  await page.keyboard.press('u');
  await expect(row).toHaveCount(0);
  await page.keyboard.press('2');
  await expect(row).toBeVisible();
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible();
});

test('[DP145] [DP146] an own time is the creator’s, the list says when it returns, and a word of the viewer brings it back on top', async ({
  page,
  request,
}) => {
  const { id, thread } = await askedBy(request, 'Snooze Two', 92);
  await page.goto(await invitation(request, 'Mo'));
  await page.locator('.request-row').first().waitFor();
  await page.goto(`/desk#${id}`);
  const row = page.locator(`[data-request="${id}"]`);
  await page.getByRole('button', { name: 'Put aside', exact: true }).click();
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const own = page.getByRole('group', { name: 'Own time, by the creator’s clock' });
  await own.getByLabel('Day').selectOption(day);
  await own.getByLabel('Time').selectOption('10:15');
  await page.getByRole('button', { name: 'Put aside until then' }).click();
  await expect(page.getByText(/^Put aside until .*10:15\.$/)).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'More lists' }).click();
  await page.getByRole('menuitemradio', { name: 'Put aside' }).click();
  await expect(row).toContainText('10:15');
  await page.keyboard.press('1');
  const secret = thread.split('/t/')[1] ?? '';
  const written = await request.post(
    `http://127.0.0.1:${process.env['E2E_PUBLIC_PORT']}/api/v1/public/threads/${secret}/messages`,
    { data: { text: 'Are you there?' } },
  );
  expect(written.ok()).toBe(true);
  await expect(row.locator('.row-age-back, .row-age-loss')).toBeVisible();
  await expect(page.locator('.request-row').first()).toHaveAttribute('data-request', id);
  expect((await threadOf(request, thread)).state).toBe('new');
});

test('[DP148] [DP149] [DP150] the lists are reached by tab, menu, number key and palette, with their counts', async ({
  page,
  request,
}) => {
  const { id } = await askedBy(request, 'Listed One', 94);
  await page.goto(await invitation(request, 'Mo'));
  await page.locator('.request-row').first().waitFor();
  await page.goto(`/desk#${id}`);
  const row = page.locator(`[data-request="${id}"]`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('spam');
  await page.locator('.palette-option', { hasText: 'Spam' }).first().click();
  await expect(row).toHaveCount(0);
  const more = page.locator('.filter-more-button');
  await more.focus();
  await page.keyboard.press('Enter');
  expect(await axeFaults(page, { within: '.filters' })).toEqual([]);
  await page.keyboard.press('End');
  // Others of this server may have kept views, which stand below the lists.
  for (const spam = page.locator('.filter-item:focus', { hasText: 'Spam' }); (await spam.count()) === 0; )
    await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(more).toContainText('Spam');
  await expect(row).toBeVisible();
  await page.keyboard.press('8');
  await expect(more).toContainText('Closed');
  await expect(row).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('show booked');
  await page.keyboard.press('Enter');
  await expect(more).toContainText('Booked');
  await page.keyboard.press('1');
  await expect(page.locator('.filter[data-filter="open"] input')).toBeChecked();
  await more.click();
  await page.keyboard.press('Escape');
  await expect(page.locator('.filter-item')).toHaveCount(0);
  await expect(more).toBeFocused();
});
