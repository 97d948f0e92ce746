import { expect, type Page } from '@playwright/test';
import { designOf, openLook, test } from './look-given.ts';

/** A second studio beside the first, on the same stage. */
async function secondStudio(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await openLook(other);
  await other.getByRole('tab', { name: 'Theme and colour' }).click();
  return other;
}
const themeOf = (page: Page, name: string) => page.getByRole('radio', { name });
const choose = (page: Page, name: string) => page.getByText(name, { exact: true }).click();

test('[SU54] a look that could not be saved says so, loses nothing, and is saved when asked again', async ({
  page,
}) => {
  await openLook(page);
  await page.route('**/design', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 503, contentType: 'application/problem+json', json: { why: 'unavailable' } })
      : route.continue(),
  );
  await page.getByRole('tab', { name: 'Theme and colour' }).click();
  await page.getByText('Paper', { exact: true }).click();
  const alarm = page.getByRole('alert').filter({ hasText: 'Not saved: The server cannot do this just now.' });
  await page.getByLabel('Use my brand colour').scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 3_000);
  await expect(alarm.getByRole('button', { name: 'Save again' })).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.look-save-word')).toHaveText('Not saved');
  await page.getByRole('link', { name: 'Hours', exact: true }).click();
  await expect(alarm).toBeInViewport({ ratio: 1 });
  await page.getByRole('link', { name: 'Stage look' }).click();
  await page.getByRole('tab', { name: 'Theme and colour' }).click();
  await expect(page.getByRole('radio', { name: /Paper/ })).toBeChecked();
  await page.unroute('**/design');
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(page.locator('.look-save-word')).toHaveText('Saved');
  await expect(alarm).toHaveCount(0);
  expect((await designOf(page)).theme).toBe('paper');
});

test('[SU82] of two studios the one that watches shows at once what the other saves', async ({ page }) => {
  await openLook(page);
  await page.getByRole('tab', { name: 'Theme and colour' }).click();
  const other = await secondStudio(page);
  await choose(other, 'Festive');
  await expect(themeOf(page, 'Festive')).toBeChecked();
  await expect(page.locator('.look-save-word')).toHaveText('Shown as saved in another studio');
  await choose(page, 'Edge');
  await expect(themeOf(other, 'Edge')).toBeChecked();
  await expect(page.getByText('Another studio has saved')).toHaveCount(0);
});

test('[SU81] of two studios that save upon one look the later is asked, and theirs or its own is taken', async ({
  page,
}) => {
  await openLook(page);
  await page.getByRole('tab', { name: 'Theme and colour' }).click();
  const other = await secondStudio(page);
  for (const [mine, theirs, button, stands] of [
    ['Paper', 'Bold', 'Take theirs', 'Bold'],
    ['Glass', 'Festive', 'Save mine anyway', 'Glass'],
  ] as const) {
    // Its own save is held up on the way until the other has saved.
    const held = Promise.withResolvers<void>();
    await page.route('**/design', async (route) => {
      if (route.request().method() === 'PUT') await held.promise;
      await route.continue();
    });
    const sending = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/design'));
    await choose(page, mine);
    await sending;
    await choose(other, theirs);
    await expect.poll(async () => (await designOf(page)).theme).toBe(theirs.toLowerCase());
    held.resolve();
    const question = page.getByRole('alert').filter({ hasText: 'Another studio has saved a look' });
    await expect(question).toBeVisible();
    await expect(themeOf(page, mine)).toBeChecked();
    expect((await designOf(page)).theme).toBe(theirs.toLowerCase());
    await page.getByRole('button', { name: button }).click();
    await expect(question).toHaveCount(0);
    await expect(themeOf(page, stands)).toBeChecked();
    await expect.poll(async () => (await designOf(page)).theme).toBe(stands.toLowerCase());
    await expect(themeOf(other, stands)).toBeChecked();
    await page.unroute('**/design');
  }
});

test('[SU54] a look that could not be loaded says so, and is tried again', async ({ page }) => {
  await page.route('**/design', (route) => route.abort());
  await page.goto('/studio#look');
  await expect(page.getByText('The look of this stage could not be loaded')).toBeVisible();
  await page.unroute('**/design');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.shape').first()).toBeVisible();
});
