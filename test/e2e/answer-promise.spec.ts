import { expect, test } from '@playwright/test';
import { closeContexts } from './contexts.ts';
import { askedBy, invitation } from './desk-given.ts';

test.afterEach(closeContexts);

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[VP100] [SU226] the creator promises an answer, the viewer reads by when, and the desk says so', async ({
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
  await desk.goto(await invitation(request, 'Mo'));
  await expect(desk.locator(`[data-request="${id}"] .row-age-loss`)).toHaveAttribute(
    'title',
    /^Answer promised in 3 hours$/,
  );
  await desk.goto(`/desk#${id}`);
  await desk.locator('#desk-reply').fill('Hei!');
  await desk.locator('#desk-reply').press('Control+Enter');
  await expect(viewer.locator('.status')).not.toContainText('You will have an answer');
  await choice.selectOption('');
  await expect(choice).toHaveValue('');
});
