import { expect, type Page, test } from '@playwright/test';
import { closeContexts } from './contexts.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

test.afterEach(closeContexts);

/** A moderator as the API lets one in, with the key of the link. */
async function invited({ base, owner }: OwnServer): Promise<string> {
  const answer = await fetch(`${base}/api/v1/invitations`, {
    method: 'POST',
    headers: { ...owner, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Mo', hours: 3, rights: ['reply'] }),
  });
  return ((await answer.json()) as { url: string }).url;
}

/** Other rights, another name and no end; then a link for one more device, which is another than the first. */
async function changePerson(page: Page, first: string): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: 'Change Mo' }).click();
  const form = page.getByRole('form', { name: 'Change Mo' });
  await form.getByLabel('Name').fill('Moira');
  await form.getByRole('checkbox', { name: 'Decline' }).check();
  await form.getByLabel('May be in for').selectOption('When I revoke it');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText(/^Reply, .* · Decline, /)).toBeVisible();
  await expect(page.getByText('Until you revoke it')).toBeVisible();
  const made = page.waitForResponse((answer) => answer.url().endsWith('/link'));
  await page.getByRole('button', { name: 'New link for Moira' }).click();
  expect(((await (await made).json()) as { url: string }).url).not.toBe(first);
  await expect(
    page.getByRole('region', { name: 'Link for Moira' }).getByRole('button', { name: 'Copy link' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
}

async function readLog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Read the log' }).click();
  const log = page.getByRole('region', { name: 'Log of acts' });
  await expect(log.locator('.acts-log-line').first()).toContainText('Made a new link for a person (Moira)');
  await expect(log.getByText('Invited somebody')).toBeVisible();
  await log.getByLabel('Who').selectOption('Moira');
  await expect(log.getByText('Nothing of that kind is in the log.')).toBeVisible();
}

const PASSWORD = 'four words make one';

test('[SU220] [DK242] [PE220] [PE221] the owner sets a password in the studio and signs in by it; a wrong one is said, and without one the link works', async ({
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
    await changePerson(page, await invited(server));
    await readLog(page);
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
