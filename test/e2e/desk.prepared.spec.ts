import { expect, test } from '@playwright/test';
import { closeContexts } from './contexts.ts';
import { askedBy, invitation } from './desk-given.ts';

test.afterEach(closeContexts);

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP131] [DP311] a prepared reply is inserted by keyboard alone in the viewer’s language, and can be changed', async ({
  page,
  request,
}) => {
  const { id } = await askedBy(request, 'Prepared One', 44);
  await page.goto(await invitation(request, 'Mo'));
  await page.goto(`/desk#${id}`);
  await expect(page.locator('#desk-reply')).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('/choose');
  await expect(page.locator('.picker').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const field = page.locator('#desk-reply');
  await expect(field).toHaveValue(/^Hei Prepared One, du kan velge tid .* selv her: http.*\/@lena\.sample\./);
  await expect(page.locator('.picker').getByRole('option')).toHaveCount(0);
  await page.keyboard.type(' Ha det!');
  await expect(field).toHaveValue(/Ha det!$/);
  const offers = await request.get(`http://127.0.0.1:${process.env['E2E_PUBLIC_PORT']}/api/v1/public/lena.sample`);
  const { services } = (await offers.json()) as { services: { id: string; price: { minor: number } }[] };
  const service = services.find(({ price }) => price.minor === 0)?.id;
  const free = await askedBy(request, 'Free One', 0, { service, start: undefined });
  await field.fill('');
  await page.goto(`/desk#${free.id}`);
  await expect(page.locator('.context-facts')).toContainText('Free of charge');
  await page.goto(`/desk#${id}`);
  await expect(page.locator('.thread-who h1')).toHaveText('Prepared One');
  await field.focus();
  await page.keyboard.type('/');
  const options = page.locator('.picker').getByRole('option');
  expect(await options.count()).toBeGreaterThan(3);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('/');
});

test('[DP131] a new prepared reply is there at each desk at once; what cannot be filled in is said while it is typed', async ({
  browser,
  request,
}) => {
  const { id } = await askedBy(request, 'Prepared Two', 48);
  const writer = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  const reader = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await writer.goto(await invitation(request, 'Wim', { rights: ['reply', 'settings'] }));
  await reader.goto(await invitation(request, 'Rea', { rights: ['reply'] }));
  await reader.goto(`/desk#${id}`);
  await reader.getByRole('button', { name: 'Prepared replies' }).click();
  await expect(reader.getByRole('dialog').getByText('Thanks, back soon')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'New prepared reply' })).toHaveCount(0);
  await reader.getByRole('button', { name: 'Close' }).click();
  await writer.getByRole('button', { name: 'Prepared replies' }).click();
  await writer.getByRole('button', { name: 'New prepared reply' }).click();
  await writer.getByLabel('Short name').fill('Zebra');
  const norwegian = writer.getByLabel('Norwegian');
  await norwegian.fill('Hei {navn}');
  await expect(writer.getByText('“navn” cannot be filled in.')).toBeVisible();
  await expect(writer.getByRole('button', { name: 'Save' })).toBeDisabled();
  await norwegian.fill('Hei {name}, stripete hilsen');
  await writer.getByRole('button', { name: 'Save' }).click();
  await expect(writer.getByRole('dialog').getByText('Zebra')).toBeVisible();
  await reader.locator('#desk-reply').fill('/zeb');
  await reader.locator('.picker').getByRole('option', { name: /Zebra/ }).click();
  await expect(reader.locator('#desk-reply')).toHaveValue('Hei Prepared Two, stripete hilsen');
});
