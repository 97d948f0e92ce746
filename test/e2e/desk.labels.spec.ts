import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { closeContexts } from './contexts.ts';
import { askedBy, invitation } from './desk-given.ts';

test.afterEach(closeContexts);

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP151] [DP152] [DP153] [DP212] [DP214] a label is made and put on by keyboard alone, is at each desk, and narrows the list, which says so when it is empty', async ({
  page,
  request,
  browser,
}) => {
  const [one, other] = [
    await askedBy(request, 'Label One', 96, { contact: { email: 'one@mail.example' } }),
    await askedBy(request, 'Label Two', 98),
  ];
  await page.goto(await invitation(request, 'Mo'));
  await page.locator('.request-row').first().waitFor();
  await page.goto(`/desk#${one.id}`);
  await expect(page.locator('#desk-reply')).toBeVisible();
  const row = page.locator(`[data-request="${one.id}"]`);
  await page.keyboard.press('l');
  const field = page.getByRole('combobox', { name: 'Find a label, or name a new one' });
  await expect(field).toBeFocused();
  await page.keyboard.type('First timer');
  expect(await axeFaults(page, { within: '.offer-panel' })).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(row.locator('.label')).toHaveText('First timer');
  await expect(field).toHaveValue('');
  await page.getByRole('radio', { name: 'The person' }).check();
  await field.focus();
  await page.keyboard.type('first');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'First timer', selected: true })).toBeVisible();
  await page.getByRole('radio', { name: 'This request' }).check();
  await page.getByRole('option', { name: 'First timer', selected: true }).click();
  await expect(page.getByRole('option', { name: 'First timer', selected: false })).toBeVisible();
  await expect(row.locator('.label')).toHaveText('First timer');
  await field.focus();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  const there = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await there.goto(await invitation(request, 'Bare', { rights: [] }));
  await there.locator('#desk-search').fill('Label');
  await expect(there.locator(`[data-request="${one.id}"] .label`)).toHaveText('First timer');
  await there.getByRole('button', { name: 'More lists' }).click();
  await there.getByRole('menuitemcheckbox', { name: 'First timer' }).click();
  await expect(there.locator(`[data-request="${one.id}"]`)).toBeVisible();
  await expect(there.locator(`[data-request="${other.id}"]`)).toHaveCount(0);
  await there.getByRole('button', { name: 'Show all again: First timer' }).click();
  await expect(there.locator(`[data-request="${other.id}"]`)).toBeVisible();
  await there.locator(`[data-request="${one.id}"]`).click();
  await there.keyboard.press('l');
  await expect(there.locator('.label-field')).toHaveCount(0);
  await expect(there.locator('.context-facts')).toContainText('Not shown to you');
  await there.getByRole('button', { name: 'More lists' }).click();
  await there.getByRole('menuitemcheckbox', { name: 'First timer' }).click();
  await there.locator('#desk-search').fill('');
  await there.locator('#desk-search').press('Escape');
  await there.keyboard.press('9');
  await there.getByRole('button', { name: 'Show the whole list' }).click();
  await expect(there.locator('.narrowed')).toHaveCount(0);
  await expect(there.getByText('Nothing fits')).toHaveCount(0);
});

test('[DP209] [DP210] [DP212] marked requests are labelled and put aside together; the label is renamed, and says where it is before it goes, and a view what it lacks', async ({
  page,
  request,
}) => {
  const headers = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
  const made = await request.post('/api/v1/labels', { headers, data: { name: 'Callback', colour: 'accent' } });
  expect(made.status()).toBe(201);
  for (const name of ['One', 'Two']) {
    const data = { name: `Many ${name}`, text: `Ask ${name}` };
    await request.post('/api/v1/requests', { headers, data });
  }
  await page.goto(await invitation(request, 'Mo', { rights: ['reply', 'settings'] }));
  await page.locator('#desk-search').fill('many');
  const rows = page.locator('.request-row', { hasText: 'Many' });
  await expect(rows).toHaveCount(2);
  const bar = page.getByRole('region', { name: 'Marked requests' });
  const markBoth = async () => {
    await page.getByRole('button', { name: 'Mark several' }).click();
    await bar.getByRole('button', { name: 'Mark all 2 shown' }).click();
  };
  await markBoth();
  await bar.getByRole('button', { name: 'Label' }).click();
  await bar.getByLabel('Label').selectOption('Callback');
  await bar.getByRole('button', { name: 'Put on' }).click();
  await expect(bar).toContainText('2 done.');
  await expect(rows.locator('.label', { hasText: 'Callback' })).toHaveCount(2);
  const choose = async (item: string, kind: 'menuitem' | 'menuitemcheckbox' | 'menuitemradio') => {
    await page.locator('.filter-more-button').click();
    await page.getByRole(kind, { name: item }).click();
  };
  await choose('Callback', 'menuitemcheckbox');
  await choose('Keep this view', 'menuitem');
  await page.keyboard.type('To call');
  await page.keyboard.press('Enter');
  await expect(page.locator('.narrowed').first()).toContainText('To call');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Change labels');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Prepared replies' });
  await panel.getByRole('button', { name: 'Change “Callback”' }).click();
  await panel.getByLabel('Name').fill('Call back');
  await panel.getByRole('radio', { name: 'Red', exact: true }).check();
  expect(await axeFaults(page, { within: '.prepared-panel' })).toEqual([]);
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(rows.locator('.label[data-colour=danger]', { hasText: 'Call back' })).toHaveCount(2);
  await panel.getByRole('button', { name: 'Delete “Call back”' }).click();
  await expect(panel).toContainText('On 2 requests and on 0 people. It is taken off all of them');
  await panel.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(rows.locator('.label', { hasText: 'Call back' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  const gone = page.getByText('The label of this view was deleted, so requests with any label are shown.');
  await expect(gone).toBeVisible();
  await expect(rows).toHaveCount(2);
  expect(await axeFaults(page, { within: '.list-head' })).toEqual([]);
  await page.getByRole('button', { name: 'Go on without it' }).click();
  await expect(gone).toHaveCount(0);
  await expect(page.locator('.narrowed')).toHaveCount(0);
  await expect(rows).toHaveCount(2);

  await bar.getByRole('button', { name: 'Leave marking' }).click();
  await markBoth();
  await bar.getByRole('button', { name: 'Put aside' }).click();
  await expect(bar.getByRole('button', { name: /^In 30 minutes/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('2 done.');
  await expect(rows).toHaveCount(0);
});
