import { expect, test } from '@playwright/test';
import { closeContexts } from './contexts.ts';
import { startOwnServer } from './studio-given.ts';

test.afterEach(closeContexts);

const PASSWORD = 'four words make one';

test('[SU220] [DK242] the owner sets a password in the studio and signs in by it; a wrong one is said, and without one the link works', async ({
  browser,
}) => {
  const server = await startOwnServer();
  const options = { baseURL: server.base, locale: 'en-GB' };
  const [first, other] = await Promise.all([
    browser.newContext({ ...options, extraHTTPHeaders: server.owner }),
    browser.newContext(options),
  ]);
  try {
    let page = await first.newPage();
    await page.goto('/studio#desk');
    await expect(page.getByText('No password is set.')).toBeVisible();
    const kept = page.getByLabel('Requests without a booking');
    await expect(kept).toHaveValue('90');
    await expect(page.getByLabel('Bookings', { exact: true })).toHaveValue('365');
    await kept.selectOption('60 days');
    await expect(kept).toBeEnabled();
    await page.reload();
    await expect(kept).toHaveValue('60');
    const set = page.getByRole('button', { name: 'Set the password' });
    await page.getByLabel('New password').fill('too short');
    await expect(set).toBeDisabled();
    await page.getByLabel('New password').fill(PASSWORD);
    await set.click();
    await expect(page.getByText('Every other sign-in of yours has ended.')).toBeVisible();
    page = await other.newPage();
    await page.goto('/studio');
    await page.getByLabel('Or your password').fill('something else entirely');
    await page.getByRole('button', { name: 'Sign in by password' }).click();
    await expect(page.getByText(/That is not the password/)).toBeVisible();
    await page.getByLabel('Or your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in by password' }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await page.goto('/studio#desk');
    await page.getByRole('button', { name: 'Take it away' }).click();
    await expect(page.getByText('No password is set.')).toBeVisible();
  } finally {
    await Promise.all([first.close(), other.close()]);
    await server.stop();
  }
});
