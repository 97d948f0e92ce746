import { expect, test } from '@playwright/test';
import { closeContexts } from './contexts.ts';
import { askedBy, invitation } from './desk-given.ts';

test.afterEach(closeContexts);

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[VP100] [SU226] [DP207] [DP303] the creator promises an answer, the viewer reads by when, and the desk says so until one is on its way', async ({
  page,
  request,
  browser,
}) => {
  await page.setExtraHTTPHeaders({ authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` });
  await page.goto('/studio#services');
  const choice = page.getByLabel('I answer');
  await expect(choice).toHaveValue('');
  await choice.selectOption('4');
  await expect(choice).toBeEnabled();
  const { id, thread } = await askedBy(request, 'Promised One', 86);
  const viewer = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })).newPage();
  await viewer.goto(thread);
  await expect(viewer.locator('.status')).toContainText(/You will have an answer by (today|tomorrow) \d\d:\d\d \(Oslo/);
  const desk = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })).newPage();
  await desk.goto(await invitation(request, 'Mo', { undo: true }));
  await expect(desk.locator(`[data-request="${id}"] .row-age-loss`)).toHaveAttribute(
    'title',
    /^Answer promised in 3 hours$/,
  );
  await expect(desk.locator(`[data-request="${id}"] .row-age-why`)).toHaveText('promised');
  await desk.goto(`/desk#${id}`);
  await desk.locator('#desk-reply').fill('Hei!');
  await desk.locator('#desk-reply').press('Control+Enter');
  const row = desk.locator(`[data-request="${id}"]`);
  await expect(row.locator('.row-age-leaves')).toHaveAttribute('title', /^Leaves in \d+ s$/);
  await desk.locator('.bubble-undo').click();
  await expect(row.locator('.row-age-loss')).toBeVisible();
  const headers = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
  await request.post(`/api/v1/requests/${id}/reply`, { headers, data: { text: 'Hei!' } });
  await expect(viewer.locator('.status')).not.toContainText('You will have an answer');
  await choice.selectOption('');
  await expect(choice).toHaveValue('');
});
