import { expect, test } from '@playwright/test';

const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
test.use({ locale: 'en-GB', extraHTTPHeaders: owner, viewport: { width: 1280, height: 800 } });

test('[SU265] [SU266] [SU262] [SU263] [PE272] [PE273] [SU572] [SU576] a moderator is invited, changed, given a new link and found in the log', async ({
  page,
  request,
  browser,
}) => {
  await page.goto('/studio#scenes');
  await expect(page.locator('.section-head h1')).toBeVisible();
  await page.mouse.wheel(0, 3000);
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Desk', level: 1 })).toBeInViewport();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  const script = page.getByLabel(/^Change and delete prepared replies/);
  await page.getByLabel('Name', { exact: true }).fill('Petra');
  await script.check();
  await expect(page.getByLabel('Ends after').locator('option:checked')).toHaveText('One show, and an hour after it');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = page.getByRole('heading', { name: 'Link for Petra' });
  await expect(link).toBeFocused();
  await expect(page.getByRole('link', { name: 'Overview', exact: true })).toBeInViewport({ ratio: 1 });
  const below = (await page.locator('.studio-top').boundingBox())?.height ?? 0;
  await expect.poll(async () => (await link.boundingBox())?.y ?? 0).toBeGreaterThan(below);
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeInViewport();
  await page.getByRole('button', { name: 'Invite another' }).click();
  await expect(script).not.toBeChecked();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('');

  const row = page.locator('[data-person=Petra]');
  await expect(row).toContainText(/One show: until .+ at the latest/);
  await row.getByRole('button', { name: 'Change' }).click();
  await row.getByLabel('Name').fill('Petra');
  await row.getByLabel(/^Block viewers/).uncheck();
  await row.getByLabel('May be in for').selectOption({ label: 'When I revoke it' });
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Until you revoke it');
  const people = (await (await request.get('/api/v1/people')).json()) as {
    id: string;
    name: string;
    rights: string[];
  }[];
  const rights = people.find(({ name }) => name === 'Petra')?.rights;
  expect(rights).toContain('settings');
  expect(rights).not.toContain('block');
  await row.getByRole('button', { name: 'New link' }).click();
  await expect(row.getByRole('heading', { name: 'Link for Petra' })).toBeFocused();
  await expect(row).toContainText('The link before opens nothing any more.');
  await row.getByRole('button', { name: 'Done' }).click();

  await expect(row).toContainText('Has not come yet');
  const id = people.find(({ name }) => name === 'Petra')?.id;
  const made = await request.post(`/api/v1/people/${id}/link`, { data: {} });
  const guest = await browser.newContext({ locale: 'en-GB' });
  const desk = await guest.newPage();
  await desk.goto(((await made.json()) as { url: string }).url);
  await expect(desk.locator('.desk')).toBeVisible();
  await guest.close();
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(row).not.toContainText('Has not come yet', { timeout: 500 });
  }).toPass({ timeout: 12_000 });

  for (let at = 0; at < 52; at++) await request.post('/api/v1/people/nobody/link', { data: {} });
  await page.getByRole('button', { name: 'Read the log' }).click();
  const log = page.locator('.acts-log-line');
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'People and sign-in' });
  await expect(log).toHaveCount(50);
  await expect(log.first().locator('time')).toContainText(new Date().toLocaleDateString('en-GB', { month: 'short' }));
  await expect(
    log.filter({ hasText: /Made a new link for a person.*Refused: not there any more/ }).first(),
  ).toBeVisible();
  // Others sign in meanwhile: how many there are above it is not known.
  await expect(async () => {
    const more = page.getByRole('button', { name: '50 more' });
    // The answer to the last press may have been slow, and there is no more to press for.
    if (await more.isVisible()) await more.click({ timeout: 500 });
    await expect(log.filter({ hasText: 'Changed a person’s name, rights or end (Petra)' })).toHaveCount(1, {
      timeout: 500,
    });
    await expect(log.filter({ hasText: 'Invited somebody (Petra)' })).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Petra' });
  await page.getByLabel('What', { exact: true }).selectOption({ index: 2 });
  await expect(page.getByText('Nothing of that kind is in the log.')).toBeVisible();
});
