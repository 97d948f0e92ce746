import { expect, test } from '@playwright/test';
import { type MailBox, openMailBox, PASSWORD, USER } from '../fakes/smtp-server.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

let server: OwnServer;
let box: MailBox;
test.describe.configure({ mode: 'serial' });
test.use({ locale: 'en-GB' });
test.beforeAll(async () => {
  server = await startOwnServer();
  box = await openMailBox();
});
test.afterAll(async () => {
  await server.stop();
  await box.close();
});
test.beforeEach(async ({ page }) => {
  await page.setExtraHTTPHeaders(server.owner);
  await page.goto(`${server.base}/studio#mail`);
});

test('[SU160] mail that is off says what that means; a server is set, tried, and what is wrong is said in words', async ({
  page,
}) => {
  await expect(page.getByText('Mail is off', { exact: true })).toBeVisible();
  await expect(page.getByText('Viewers read answers and changes on their private page alone')).toBeVisible();
  await page.getByLabel('Server', { exact: true }).fill('127.0.0.1');
  await page.getByLabel('Encryption').selectOption('none');
  await page.getByLabel('Port').fill(String(box.target.port));
  await page.getByLabel('User name').fill(USER);
  await page.getByLabel('Password').fill('wrong');
  await page.getByLabel('Sent from').fill('book@example.org');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Mail works', { exact: true })).toBeVisible();
  await page.getByLabel('Your own address').fill('me@example.org');
  await page.getByRole('button', { name: 'Send a test mail' }).click();
  await expect(page.getByText('The mail server does not accept the user name or password.')).toBeVisible();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Password')).toHaveValue('');
  await page.getByRole('button', { name: 'Send a test mail' }).click();
  await expect(page.getByText('The mail server took it.')).toBeVisible();
  expect(box.mails.map(({ subject }) => subject)).toEqual(['Test mail from Cuedesk']);
});

test('[SU161] the wording is checked as it is typed, previewed, kept, and goes back to the first one', async ({
  page,
}) => {
  const text = page.getByLabel('Text', { exact: true });
  await expect(page.locator('.mail-subject')).toContainText('Confirmed: ');
  await text.fill('Hi\n {{nmae}}');
  await expect(page.getByText('{{nmae}} in line 2, column 2 is not known to this mail.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save wording' })).toBeDisabled();
  await text.fill('Ahoy ');
  await page.getByRole('button', { name: 'name', exact: true }).click();
  await expect(page.locator('.mail-text')).toContainText('Ahoy Sam');
  await page.getByRole('button', { name: 'Save wording' }).click();
  await page.reload();
  await expect(text).toHaveValue('Ahoy {{name}}');
  await page.getByRole('button', { name: 'Back to the first wording' }).click();
  await expect(text).toHaveValue(/^Hello \{\{name\}\}/);
});

test('[SU162] reminders are added and taken away, and are there again after a reload', async ({ page }) => {
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Reminders', exact: true }) });
  await expect(card.getByRole('listitem')).toHaveText(['1 day before', '1 hour before']);
  await card.getByLabel('Add a reminder').selectOption('30');
  await expect(card.getByRole('listitem')).toHaveCount(3);
  await card.getByRole('button', { name: 'Remove: 1 day before' }).click();
  await expect(card.getByRole('listitem')).toHaveText(['1 hour before', '30 minutes before']);
  await page.reload();
  await expect(card.getByRole('listitem')).toHaveText(['1 hour before', '30 minutes before']);
});

test('[SU163] the creator’s calendar address is made, masked until asked for, and changed', async ({ page }) => {
  await page.getByRole('button', { name: 'Make the address' }).click();
  const address = page.locator('.secret');
  await expect(address).toContainText('••••••••.ics');
  await page.getByRole('button', { name: 'Show address' }).click();
  await expect(address).toHaveText(/calendar\/[\w-]{43}\.ics$/);
  const before = await address.textContent();
  await page.getByRole('button', { name: 'New address', exact: true }).click();
  await expect(address).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Turn off', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Make the address' })).toBeVisible();
});
