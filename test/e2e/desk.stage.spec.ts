import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { closeContexts } from './contexts.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

test.afterEach(closeContexts);

test.use({ locale: 'en-GB' });

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.stop());
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});

const call = async (browser: Browser, method: string, path: string, data: unknown = {}) => {
  const context = await browser.newContext();
  const sent = method === 'GET' ? {} : { data };
  const answer = await context.request.fetch(`${server.base}/api/v1${path}`, {
    method,
    headers: server.owner,
    ...sent,
  });
  const value: unknown = await answer.json();
  await context.close();
  return value;
};

/** A desk of its own browser, signed in by an invitation. */
async function openDesk(browser: Browser, size = { width: 1280, height: 800 }): Promise<Page> {
  const { url } = (await call(browser, 'POST', '/invitations', { name: 'Mo', hours: 1 })) as { url: string };
  const page = await (await browser.newContext({ viewport: size })).newPage();
  await page.goto(url);
  await expect(panic(page)).toBeEnabled();
  return page;
}

async function openStage(browser: Browser): Promise<Page> {
  const [stage] = (await call(browser, 'GET', '/stages')) as { url: string }[];
  const page = await (await browser.newContext()).newPage();
  await page.goto(stage?.url ?? '');
  await expect(page.locator('.bio')).toBeVisible();
  return page;
}

const panic = (page: Page) => page.locator('.stage-strip .panic');
const blankNotice = (page: Page) => page.getByRole('alert').filter({ hasText: 'The stages are blank.' });

test('[DP18] the panic key at one desk blanks the stage, every desk says so, and another desk brings it back', async ({
  browser,
}) => {
  const [stage, one, other] = [await openStage(browser), await openDesk(browser), await openDesk(browser)];
  await panic(one).click();
  await expect(stage.locator('.bio')).toHaveCount(0);
  for (const desk of [one, other]) {
    await expect(blankNotice(desk)).toBeVisible();
    await expect(panic(desk)).toHaveAttribute('aria-pressed', 'true');
  }
  await other.keyboard.press('Control+Shift+B');
  await expect(stage.locator('.bio')).toBeVisible();
  await expect(blankNotice(one)).toHaveCount(0);
  await expect(panic(one)).toHaveAttribute('aria-pressed', 'false');
});

test('[DP18] [DP21] alerts are paused, skipped, shown again, cleared and muted from the desk, by button and by key', async ({
  browser,
}) => {
  const [one, other] = [await openDesk(browser), await openDesk(browser)];
  const asked: string[] = [];
  one.on('request', (request) => {
    const act = /\/alerts\/(\w+)$/.exec(request.url())?.[1];
    if (act) asked.push(act);
  });
  await one.getByRole('button', { name: 'Pause alerts (P)' }).click();
  await expect(other.locator('.stage-notice')).toHaveText('Alerts are paused');
  await other.getByRole('button', { name: 'Mute alerts (M)', exact: true }).click();
  await expect(one.locator('.stage-notice')).toHaveText('Alerts are paused · Muted');
  for (const button of ['Skip the alert on air (S)', 'Show the last alert again (Y)', 'Clear all alerts (X)']) {
    await one.getByRole('button', { name: button }).click();
  }
  await one.keyboard.press('m');
  await expect(one.getByRole('button', { name: 'Mute alerts (M)', exact: true })).toBeVisible();
  await one.keyboard.press('p');
  await expect(other.locator('.stage-notice')).toHaveCount(0);
  for (const key of ['s', 'y', 'x']) await one.keyboard.press(key);
  const acts = ['skip', 'replay', 'clear'];
  await expect.poll(() => asked).toEqual(['pause', ...acts, 'unmute', 'resume', ...acts]);
});

test('[DP19] the panic key works while somebody types, and says when it did not get through', async ({ browser }) => {
  const desk = await openDesk(browser);
  await desk.keyboard.press('/');
  await desk.keyboard.type('ps');
  await desk.keyboard.press('Control+Shift+B');
  await expect(blankNotice(desk)).toBeVisible();
  await expect(desk.locator('.list-search input')).toHaveValue('ps');
  await desk.route('**/api/v1/stages/blank', (route) => route.abort());
  await desk.keyboard.press('Control+Shift+B');
  const refused = desk.getByRole('alert').filter({ hasText: 'That did not reach the stages.' });
  await expect(refused).toBeVisible();
  await desk.unroute('**/api/v1/stages/blank');
  await desk.keyboard.press('Control+Shift+B');
  await expect(blankNotice(desk)).toHaveCount(0);
  await expect(refused).toHaveCount(0);
});

test('[DP18] the keys of the stage stand in the list of keys', async ({ browser }) => {
  const desk = await openDesk(browser);
  await desk.keyboard.press('?');
  const help = desk.getByRole('dialog', { name: 'Keys' });
  for (const line of ['PPause or resume the alerts', 'XClear all alerts', 'CtrlShiftBBlank the stages']) {
    await expect(help.locator('.key-line', { hasText: line })).toBeVisible();
  }
  await desk.keyboard.press('p');
  await desk.keyboard.press('Escape');
  await expect(desk.locator('.stage-notice')).toHaveCount(0);
});

for (const size of [
  { width: 390, height: 844 },
  { width: 320, height: 560 },
]) {
  test(`[DP20] the stage's buttons are beside each pane at ${size.width} pixels`, async ({ browser }) => {
    const desk = await openDesk(browser, size);
    const alerts = desk.getByRole('button', { name: 'Alerts', exact: true });
    const check = async () => {
      await expect(panic(desk)).toBeInViewport({ ratio: 1 });
      await alerts.click();
      const buttons = desk.getByRole('group', { name: 'Alerts' }).last().getByRole('button');
      await expect(buttons).toHaveCount(5);
      for (const button of await buttons.all()) await expect(button).toBeInViewport({ ratio: 1 });
      expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      await desk.keyboard.press('Escape');
      await expect(buttons).toHaveCount(0);
      await expect(alerts).toBeFocused();
    };
    await check();
    await desk.locator('.request-row').first().click();
    await expect(desk.locator('.pane-thread')).toBeVisible();
    await check();
    await desk.getByRole('button', { name: 'Details' }).click();
    await expect(desk.locator('.pane-context')).toBeVisible();
    await check();
  });
}
