import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { closeContexts } from './contexts.ts';
import { askedBy, invitation } from './desk-given.ts';
import { holdConversations } from './held-conversations.ts';

test.afterEach(closeContexts);

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP166] [DP167] [DP213] [DP250] [DP277] a macro is made beside the prepared replies and done by one key; where it stops it says why; what is typed for a conversation on its way is its reply', async ({
  page,
  browser,
  request,
}) => {
  const { id } = await askedBy(request, 'Macro One', 92);
  const headers = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
  const labelled = await request.post('/api/v1/labels', { headers, data: { name: 'Thanked', colour: 'positive' } });
  const label = (await labelled.json()) as { id: string };
  await page.goto(await invitation(request, 'Mo', { rights: ['reply', 'accept', 'settings'], undo: true }));
  await page.getByRole('button', { name: 'Prepared replies' }).click();
  const panel = page.getByRole('dialog', { name: 'Prepared replies' });
  await panel.getByRole('radio', { name: 'Macros' }).check();
  await page.getByRole('button', { name: 'New macro' }).click();
  await panel.getByLabel('Name', { exact: true }).fill('Thank and offer');
  await panel.getByLabel('Key').selectOption('Alt+4');
  await panel.getByRole('checkbox', { name: 'Claim' }).check();
  await panel.getByLabel('Label on the request').selectOption('Thanked');
  await panel.getByLabel('Reply').selectOption('Thanks, back soon');
  await panel.getByLabel('And then').selectOption('Offer the three nearest times');
  expect(await axeFaults(page, { within: '.prepared-panel' })).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Claim → Label → Reply → Offer the three nearest times')).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.goto(`/desk#${id}`);
  await expect(page.locator('.thread-who')).toContainText('Macro One');
  // An answered row sinks, and only what is in sight is drawn: the list is this one alone.
  await page.locator('#desk-search').fill('Macro One');
  await page.locator('#desk-search').press('Enter');
  await page.keyboard.press('Alt+Digit4');
  await expect(page.locator('.undo-line')).toContainText('Times go to Macro One');
  await expect(page.getByRole('button', { name: 'Release' })).toBeVisible();
  await expect(page.locator(`[data-request="${id}"] .label`)).toHaveText('Thanked');
  await page.keyboard.press('u');
  await expect(page.locator('.undo-line')).toHaveCount(0);
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  const conversation = await holdConversations(other);
  await other.goto(await invitation(request, 'Rea', { rights: ['reply', 'accept'] }));
  await other.goto(`/desk#${id}`);
  await expect(other.locator('.thread-who')).toContainText('Macro One');
  await other.keyboard.press('Control+k');
  await other.keyboard.type('thank and');
  await expect(other.locator('.palette-option').first()).toContainText('Alt');
  await other.keyboard.press('Enter');
  await expect(other.locator('.palette-option')).toHaveCount(0);
  await other.keyboard.press('r');
  await other.keyboard.type('A date, Mo? /thanks');
  await expect(other.locator('#desk-reply')).toHaveCount(0);
  conversation.arrives();
  await expect(other.locator('#desk-reply')).toBeFocused();
  await expect(other.locator('#desk-reply')).toHaveValue('A date, Mo? /thanks');
  await expect(other.locator('.picker').getByRole('option')).toHaveCount(1);
  const told = other.locator('.macro-told');
  await expect(told).toContainText('“Thank and offer” stopped. Mo is answering this request.');
  await expect(told).toContainText('Not done: Claim, Label, Reply, Offer the three nearest times.');
  // Who has it since did not stop it.
  await request.post(`/api/v1/requests/${id}/take-over`, { headers, data: {} });
  await expect(other.locator('.thread-claim')).not.toContainText('Mo');
  await expect(told).toContainText('Mo is answering this request.');

  await request.delete(`/api/v1/labels/${label.id}`, { headers });
  await page.getByRole('button', { name: 'Prepared replies' }).click();
  await panel.getByRole('radio', { name: 'Macros' }).check();
  await page.getByRole('button', { name: 'Change “Thank and offer”' }).click();
  await expect(panel.getByText('That label was deleted. Choose another one.')).toBeVisible();
  await panel.getByLabel('Label on the request').selectOption('No label');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Claim → Reply → Offer the three nearest times')).toBeVisible();
});
