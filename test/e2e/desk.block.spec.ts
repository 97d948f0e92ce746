import { expect, test } from '@playwright/test';
import { askedBy, invitation, threadOf } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP60] [DP334] [DK298] a viewer is blocked by key with a reason, in their browser too, stands in the list, and is let in again', async ({
  page,
  request,
}) => {
  const { id, thread } = await askedBy(request, 'Rude Viewer', 34);
  await page.goto(await invitation(request, 'Mo'));
  await expect(page.locator('.request-row').first()).toBeVisible();
  await page.goto(`/desk#${id}`);
  await expect(page.locator('.thread-who')).toContainText('Rude Viewer');
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: 'Block', exact: true })).toBeDisabled();
  await expect(page.locator('.block-what')).toContainText(
    'Closed to them: this conversation and the booking page in the browser they used.',
  );
  await page.keyboard.type('Insults again');
  await page.keyboard.press('Enter');
  await expect(page.locator('.pane-thread')).toContainText('This viewer is blocked.');
  await expect(page.locator('.thread-head .state-sign')).toHaveText('Spam');
  expect((await threadOf(request, thread)).state).toBe('declined');
  // In the same browser, under another name.
  await expect(askedBy(request, 'Somebody Else', 35)).rejects.toThrow('too-many');
  await page.getByRole('button', { name: 'Blocked viewers' }).click();
  const line = page.locator('.blocked', { hasText: 'Rude Viewer' });
  await expect(line).toContainText('Insults again');
  await expect(line).toContainText('By Mo');
  await line.getByRole('button', { name: 'Lift the block' }).click();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.locator('.thread-head .state-sign')).toHaveText('New');
  expect((await threadOf(request, thread)).state).toBe('new');
  await askedBy(request, 'Somebody Else', 35);
});
