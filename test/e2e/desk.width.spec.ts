import { type Browser, expect, type Page, test } from '@playwright/test';
import { LANGUAGES, type Language } from '../../shared/local-text.ts';
import { axeFaults } from './axe.ts';
import { closeContexts } from './contexts.ts';
import { askedBy, invitation } from './desk-given.ts';

test.afterEach(closeContexts);

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', nl: 'nl-NL', nb: 'nb-NO' };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

async function openDesk(browser: Browser, link: string, how: object): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...how })).newPage();
  await page.goto(link);
  await page.locator('.request-row').first().waitFor();
  return page;
}

const OWNERS = { en: 'Owner', de: 'Inhaber', nl: 'Eigenaar', nb: 'Eier' };

test('[DP185] on a phone the bar is one row at the bottom, its targets fit a thumb, and the rest is behind one button', async ({
  browser,
  request,
}) => {
  const page = await openDesk(browser, await invitation(request, 'Thumb'), PHONE);
  const bar = await page.locator('.desk-bar').boundingBox();
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(844);
  expect(bar?.height).toBeLessThan(60);
  const tooSmall = () =>
    page.locator('.desk-bar button:visible').evaluateAll((all) =>
      all.flatMap((button) => {
        const { width, height } = button.getBoundingClientRect();
        return width < 44 || height < 44 ? [`${button.getAttribute('aria-label')} ${width}x${height}`] : [];
      }),
    );
  expect(await tooSmall()).toEqual([]);
  await page.getByRole('button', { name: 'More', exact: true }).tap();
  expect(await tooSmall()).toEqual([]);
  expect(await axeFaults(page, { within: '.desk-bar' })).toEqual([]);
  await page.getByRole('button', { name: 'Keys and settings' }).tap();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('nb');
  await expect(page.getByRole('button', { name: 'Lukk' })).toBeVisible();
});

test('[DP186] [DP314] the acts of a request stand in one line in each language, and the others open from its end', async ({
  browser,
  request,
}) => {
  test.slow();
  const { id } = await askedBy(request, 'Wide One', 84);
  const headers = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
  await request.post(`/api/v1/requests/${id}/claim`, { headers, data: {} });
  const first = await openDesk(browser, await invitation(request, 'Width'), {});
  const storageState = await first.context().storageState();
  const page = await (await browser.newContext({ storageState, viewport: { width: 380, height: 700 } })).newPage();
  for (const language of LANGUAGES) {
    await page.addInitScript((tongue) => localStorage.setItem('cuedesk.desk.language', tongue), language);
    await page.goto(`/desk#${id}`);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('.thread-claim')).toContainText(OWNERS[language]);
    const bar = page.locator('.act-bar');
    for (const width of [320, 380, 720, 800, 1024, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      await expect
        .poll(async () => (await bar.boundingBox())?.height, `${LOCALES[language]} ${width}`)
        .toBeLessThan(40);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${language} ${width}`).toBe(width);
    }
    await page.setViewportSize({ width: 380, height: 700 });
    const shown = bar.locator('button:visible');
    const before = await shown.count();
    await bar.locator('button:visible').last().click();
    await expect(shown).toHaveCount(await bar.locator('button').count());
    expect(await shown.count()).toBeGreaterThan(before);
  }
});

test('[DP187] [DP293] [DP294] [DP306] [DP316] the chat stands beside the list or the request in a dock, alone on a phone, and the bar stays', async ({
  browser,
  request,
}) => {
  const { id } = await askedBy(request, 'Chat One', 88);
  const page = await openDesk(browser, await invitation(request, 'Chatty'), { viewport: { width: 800, height: 700 } });
  await page.locator('#desk-search').fill('Chat One');
  const panes = async () => page.locator('.pane:visible').evaluateAll((all) => all.map(({ className }) => className));
  await page.getByRole('button', { name: 'Chat of the live' }).click();
  expect(await panes()).toEqual(['pane pane-list', 'pane pane-comments']);
  await page.locator(`[data-request="${id}"]`).click();
  expect(await panes()).toEqual(['pane pane-thread', 'pane pane-comments']);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  expect(await panes()).toEqual(['pane pane-list', 'pane pane-comments']);
  await page.setViewportSize({ width: 390, height: 700 });
  await expect.poll(panes).toEqual(['pane pane-comments']);
  await page.getByRole('button', { name: 'Chat of the live' }).click();
  await page.goto(`/desk#${id}/details`);
  await expect.poll(panes).toEqual(['pane pane-context']);
  await page.getByRole('button', { name: 'Chat of the live' }).click();
  await expect.poll(panes).toEqual(['pane pane-comments']);
  await page.getByRole('button', { name: 'Chat of the live' }).click();
  await page.goto(`/desk#${id}`);
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    const time = page.locator('.thread-about strong');
    await expect(time).toBeVisible();
    expect(await time.evaluate((box) => box.scrollWidth <= box.clientWidth || box.clientWidth === 0)).toBe(true);
    const [at, head] = [await time.boundingBox(), await page.locator('.thread-head').boundingBox()];
    expect((at?.x ?? 0) + (at?.width ?? 0)).toBeLessThanOrEqual((head?.x ?? 0) + (head?.width ?? 0));
  }
  await page.setViewportSize({ width: 320, height: 600 });
  // A key that comes before the page has heard of its size opens the panel for the size before.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.keyboard.press('o');
  await expect(page.locator('.offer-panel .button-primary')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.offer-time').first()).toBeInViewport({ ratio: 1 });
  const [head, foot, dockBar] = await Promise.all(
    ['.thread-head', '.thread-foot', '.desk-bar'].map((part) => page.locator(part).boundingBox()),
  );
  expect(head?.y).toBeGreaterThanOrEqual(0);
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(dockBar?.y ?? 0);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 700 });
  await page.getByRole('button', { name: 'Chat of the live' }).click();
  await expect.poll(panes).toEqual(['pane pane-comments']);
  // The request behind the chat is not blocked, nor is its reason taken for keys.
  await page.keyboard.press('b');
  await expect.poll(panes).toEqual(['pane pane-thread']);
  await expect(page.locator('.block-reason')).toHaveCount(0);
  await page.goto(`/desk#${id}/details`);
  await page.keyboard.press('b');
  await page.keyboard.type('caps');
  await expect(page.getByPlaceholder('Why? The desk alone reads it.')).toHaveValue('caps');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Chat of the live' }).click();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Chat');
  await expect.poll(panes).toEqual(['pane pane-list']);
  await expect(page.locator('#desk-search')).toHaveValue('Chat');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Chat of the live' }).click();
  await page.keyboard.press('j');
  await expect.poll(panes).toEqual(['pane pane-thread']);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect.poll(panes).toEqual(['pane pane-list']);
});
