import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { closeContexts } from './contexts.ts';
import { startOwnServer } from './studio-given.ts';

test.afterEach(closeContexts);

const PASSWORD = 'four words make one';

/** A device with a finger that is always the right one. Answers what takes every passkey off it. */
async function addAuthenticator(page: Page): Promise<() => Promise<unknown>> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return () => browser.send('WebAuthn.clearCredentials', { authenticatorId });
}

test('[PE25] the owner makes a passkey in the studio, signs in by it, names and removes it, a moderator at the desk; where none can be, the studio says where', async ({
  browser,
}) => {
  const server = await startOwnServer();
  const local = server.base.replace('127.0.0.1', 'localhost');
  const body = { data: { password: PASSWORD }, headers: server.owner };
  const [atAddress, atName] = await Promise.all([
    browser.newContext({ baseURL: server.base, locale: 'en-GB', extraHTTPHeaders: server.owner }),
    browser.newContext({ baseURL: local, locale: 'en-GB' }),
  ]);
  try {
    expect((await atAddress.request.put('/api/v1/password', body)).ok()).toBe(true);
    const elsewhere = await atAddress.newPage();
    await elsewhere.goto('/studio#desk');
    await expect(elsewhere.getByText('Browsers take no passkey at this address.')).toBeVisible();
    await expect(elsewhere.getByRole('link', { name: `Open ${local}` })).toHaveAttribute(
      'href',
      `${local}/studio#desk`,
    );

    const page = await atName.newPage();
    const forgetAll = await addAuthenticator(page);
    await page.goto('/studio');
    await page.getByLabel('Or your password').fill(PASSWORD);
    await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeHidden();
    await page.getByRole('button', { name: 'Sign in by password' }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await page.goto('/studio#desk');
    const card = page.getByRole('region', { name: 'Passkeys' });
    await expect(card.getByText('There is no passkey yet.')).toBeVisible();
    await card.getByLabel('Name of the new passkey').fill('Laptop');
    await card.getByRole('button', { name: 'Make a passkey' }).click();
    await expect(card.getByText('Kept. You can sign in by it now.')).toBeVisible();
    await expect(card.getByText(/For localhost · made .* · not used yet/)).toBeVisible();
    await card.getByLabel('Name of the new passkey').fill('Again');
    await card.getByRole('button', { name: 'Make a passkey' }).click();
    await expect(card.getByText('This device has a passkey for here already.')).toBeVisible();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(card.getByText(/last used/)).toBeVisible();

    await card.getByRole('button', { name: 'Rename Laptop' }).click();
    await card.getByLabel('New name').fill('Work laptop');
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(card.getByText('Work laptop')).toBeVisible();

    await card.getByRole('button', { name: 'Remove Work laptop' }).click();
    await expect(card.getByRole('alert')).toContainText('every other sign-in of yours ends');
    await card.getByRole('button', { name: 'Remove now' }).click();
    await expect(card.getByText('There is no passkey yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByLabel('Or your password')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeHidden();

    // A moderator at the desk. The device still holds the removed one, and would choose either.
    await forgetAll();
    const invited = { data: { name: 'Mo', hours: 1, rights: ['reply'] }, headers: server.owner };
    const { url } = (await (await atAddress.request.post('/api/v1/invitations', invited)).json()) as { url: string };
    await page.goto(`/desk${new URL(url).hash}`);
    await page.locator('#desk-search').press('Escape');
    await page.keyboard.press('?');
    const own = page.getByRole('region', { name: 'Passkeys' });
    await own.getByLabel('Name of the new passkey').fill('Phone');
    expect(await axeFaults(page, { within: 'dialog[open]' })).toEqual([]);
    await own.getByRole('button', { name: 'Make a passkey' }).click();
    await expect(own.getByText(/For localhost · made .* · not used yet/)).toBeVisible();
    await atName.clearCookies();
    await page.goto('/desk');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page.locator('#desk-search')).toBeVisible();
  } finally {
    await Promise.all([atAddress.close(), atName.close()]);
    await server.stop();
  }
});
