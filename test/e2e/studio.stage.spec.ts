import { expect, type Page, test as plain } from '@playwright/test';
import type { StageDesign } from '../../shared/stage-design.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

/** One server for all of this file; each test begins with the look that it came with. */
const test = plain.extend<{ page: Page }, { server: OwnServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the pattern, and takes nothing else
    async ({}, use) => {
      const server = await startOwnServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  page: async ({ browser, server }, use) => {
    const context = await browser.newContext({
      baseURL: server.base,
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      extraHTTPHeaders: server.owner,
    });
    await use(await context.newPage());
    await context.close();
  },
});

async function designOf(page: Page): Promise<StageDesign> {
  return (await (await page.request.get(await designPath(page))).json()) as StageDesign;
}

async function designPath(page: Page): Promise<string> {
  const stages = (await (await page.request.get('/api/v1/stages')).json()) as { id: string }[];
  return `/api/v1/stages/${stages[0]?.id}/design`;
}

const tallBox = async (page: Page, widget: string) => (await designOf(page)).layouts[0]?.boxes[widget];

async function openLook(page: Page): Promise<void> {
  await page.goto('/studio#look');
  await expect(page.locator('.shape').first()).toBeVisible();
}

test('[SU51] a box that is dragged and resized by mouse is saved, and undo brings it back', async ({ page }) => {
  await openLook(page);
  const before = await tallBox(page, 'bio');
  const box = page.locator('[data-widget=bio] .shape-body');
  const at = await box.boundingBox();
  if (!at || !before) throw new Error('no box');
  await page.mouse.move(at.x + 60, at.y + 20);
  await page.mouse.down();
  await page.mouse.move(at.x + 63, at.y - 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => tallBox(page, 'bio')).not.toEqual(before);
  const moved = await tallBox(page, 'bio');
  expect([moved?.width, moved?.height]).toEqual([before.width, before.height]);
  const grip = await page.locator('[data-widget=bio] [data-handle=e]').boundingBox();
  if (!grip) throw new Error('no grip');
  await page.mouse.move(grip.x + 5, grip.y + 5);
  await page.mouse.down();
  await page.mouse.move(grip.x - 45, grip.y + 5, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await tallBox(page, 'bio'))?.width).toBeLessThan(before.width);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => tallBox(page, 'bio')).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => tallBox(page, 'bio')).toEqual(moved);
});

test('[SU51] by keys alone a box is moved, resized, taken off its layout and brought back', async ({ page }) => {
  await openLook(page);
  const before = await tallBox(page, 'queue');
  const box = page.locator('[data-widget=queue] .shape-body');
  await box.focus();
  for (const key of ['ArrowRight', 'Shift+ArrowDown', 'Alt+ArrowLeft']) await page.keyboard.press(key);
  await expect(box).toHaveAccessibleName(/^Queue: 999 by 72, 41 from the left, 268 from the top$/);
  await expect.poll(() => tallBox(page, 'queue')).toEqual({ ...before, x: 41, y: 268, width: 999 });
  await page.keyboard.press('Delete');
  await expect(box).toHaveCount(0);
  await expect(page.locator('.widget-row', { hasText: 'Queue' })).toContainText('Not on this layout');
  await expect.poll(() => tallBox(page, 'queue')).toBeUndefined();
  await page.keyboard.press('Control+z');
  await expect(box).toBeVisible();
  await expect.poll(async () => (await tallBox(page, 'queue'))?.x).toBe(41);
});

test('[SU210] a press on what is drawn takes hold of it, and not of what lies over it unseen', async ({ page }) => {
  await openLook(page);
  // Both are at the same place; this test's look may have a bio that another moved by some pixels.
  const at = await page.locator('.shape[data-widget=featured]').boundingBox();
  await page.mouse.click((at?.x ?? 0) + 80, (at?.y ?? 0) + 30);
  await expect(page.locator('.shape[data-widget=bio]')).toHaveAttribute('data-chosen', 'true');
  await page.locator('.widget-row', { hasText: 'Featured comment' }).click();
  await page.mouse.click((at?.x ?? 0) + 80, (at?.y ?? 0) + 30);
  await expect(page.locator('.shape[data-widget=featured]')).toHaveAttribute('data-chosen', 'true');
});

test('[SU211] a stage whose guides are on air is said in the strip, from any section', async ({ page }) => {
  const stage = await page.context().newPage();
  const stages = (await (await page.request.get('/api/v1/stages')).json()) as { id: string; url: string }[];
  await stage.goto(stages[0]?.url ?? '');
  await page.goto('/studio#stage');
  await page.getByRole('switch', { name: 'Set-up mode' }).first().click();
  await page.goto('/studio#hours');
  await expect(page.locator('.strip-cell[data-part=stage]')).toContainText('Viewers see the guides');
  await page.goto('/studio#stage');
  await page.getByRole('switch', { name: 'Set-up mode' }).first().click();
  await expect(page.locator('.strip-cell[data-part=stage]')).not.toContainText('guides');
});

test('[SU212] what the streamer’s own CSS may not do is named beside it', async ({ page }) => {
  await openLook(page);
  await page.getByRole('tab', { name: 'More' }).click();
  await page.getByText('CSS of your own').click();
  const field = page.getByLabel('CSS', { exact: true });
  await field.fill('.alert { background: url(https://canary.example/a.png); }\n.bio { opacity: 0.5; }');
  await expect(page.getByText(/This is left out.*\.alert/)).toBeVisible();
  await field.fill('.bio { opacity: 0.5; }');
  await expect(page.getByText(/This is left out/)).toHaveCount(0);
});

test('[SU52] the panic key blanks the stages from any section, and a second press brings them back', async ({
  page,
}) => {
  await page.goto('/studio#bio');
  const panic = page.getByRole('button', { name: /Blank the stages/ });
  await expect(panic).toBeEnabled();
  const place = await panic.boundingBox();
  const stage = await page.context().newPage();
  const stages = (await (await page.request.get('/api/v1/stages')).json()) as { url: string }[];
  await stage.goto(stages[0]?.url ?? '');
  await page.bringToFront();
  await page.keyboard.press('Control+Shift+B');
  await expect(page.getByRole('alert').filter({ hasText: 'The stages are blank.' })).toBeVisible();
  await expect(page.locator('.strip-cell[data-part=stage]')).toContainText('Blank');
  const back = page.getByRole('button', { name: /Bring the stages back/ });
  expect(await back.boundingBox()).toEqual(place);
  await page.goto('/studio#hours');
  await expect(page.getByText('The stages are blank.')).toBeVisible();
  await page.keyboard.press('Control+Shift+B');
  await expect(page.getByText('The stages are blank.')).toHaveCount(0);
});

test('[SU52] a panic key that does not reach the server says so', async ({ page }) => {
  await page.goto('/studio');
  await page.route('**/api/v1/stages/blank', (route) => route.abort());
  await page.getByRole('button', { name: /Blank the stages/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'That did not reach the stages.' })).toBeVisible();
});

test('[SU53] alerts are paused and muted from the strip, which then says so', async ({ page }) => {
  await page.goto('/studio');
  await page.getByRole('button', { name: 'Pause alerts' }).click();
  await expect(page.locator('.show-alerts')).toContainText('Alerts are paused');
  await page.getByRole('button', { name: 'Mute alerts', exact: true }).click();
  await expect(page.locator('.show-alerts')).toContainText('Muted');
  for (const [name, path] of [
    ['Skip the alert on air', 'skip'],
    ['Show the last alert again', 'replay'],
    ['Clear all alerts', 'clear'],
  ] as const) {
    const answered = page.waitForResponse(`**/api/v1/alerts/${path}`);
    await page.getByRole('button', { name }).click();
    expect((await answered).status()).toBe(200);
  }
  await page.getByRole('button', { name: 'Resume alerts' }).click();
  await page.getByRole('button', { name: 'Unmute alerts' }).click();
  await expect(page.locator('.show-alerts')).not.toContainText('paused');
  await expect(page.locator('.show-alerts')).not.toContainText('Muted');
});

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

/** A second studio beside the first, on the same stage. */
async function secondStudio(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await openLook(other);
  await other.getByRole('tab', { name: 'Theme and colour' }).click();
  return other;
}
const themeOf = (page: Page, name: string) => page.getByRole('radio', { name });
const choose = (page: Page, name: string) => page.getByText(name, { exact: true }).click();

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

test('[SU80] a layout is given another size, its widgets go along, and undo brings everything back', async ({
  page,
}) => {
  await openLook(page);
  const before = await designOf(page);
  await page.getByRole('button', { name: 'Layout settings' }).click();
  const change = page.getByRole('button', { name: 'Change the size' });
  await expect(change).toBeDisabled();
  await page.getByLabel('Size', { exact: true }).selectOption('Another size');
  await page.getByRole('spinbutton', { name: 'Width' }).fill('1080');
  await page.getByRole('spinbutton', { name: 'Height' }).fill('1350');
  await change.click();
  await expect(page.locator('.look-canvas')).toHaveAccessibleName('Canvas of 1080 × 1350, 1080 by 1350');
  await expect.poll(async () => (await designOf(page)).layouts[0]?.canvas).toEqual({ width: 1080, height: 1350 });
  for (const box of Object.values((await designOf(page)).layouts[0]?.boxes ?? {}))
    expect(box.y + box.height).toBeLessThanOrEqual(1350);
  await page.keyboard.press('Control+z');
  await expect.poll(() => designOf(page)).toEqual(before);
});

test('[SU54] a look that could not be loaded says so, and is tried again', async ({ page }) => {
  await page.route('**/design', (route) => route.abort());
  await page.goto('/studio#look');
  await expect(page.getByText('The look of this stage could not be loaded')).toBeVisible();
  await page.unroute('**/design');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.shape').first()).toBeVisible();
});

test('[SU55] the switches that TikTok’s rules speak of are off at first, each with its reason, and work', async ({
  page,
}) => {
  await openLook(page);
  await page.getByRole('tab', { name: 'TikTok rules' }).click();
  const switches = page.getByRole('tabpanel').getByRole('switch');
  await expect(switches).toHaveCount(3);
  for (const one of await switches.all()) await expect(one).not.toBeChecked();
  for (const hint of await page.getByRole('tabpanel').locator('.field-hint').all())
    await expect(hint).toContainText(/\w{4}/);
  await expect(page.locator('.preview .alert-worth')).toHaveCount(0);
  await page.getByRole('switch', { name: 'What a gift is worth' }).click();
  await expect(page.locator('.preview .alert-worth')).toHaveText('24');
  await page.getByRole('switch', { name: 'Pictures of gifts' }).click();
  await page.getByRole('switch', { name: 'Calls for gifts' }).click();
  await expect.poll(async () => (await designOf(page)).giftTalk).toEqual({ prices: true, pictures: true, calls: true });
});

test('[SU55] while calls are allowed a goal has a line to write, which is kept and shown', async ({ page }) => {
  const before = await designOf(page);
  const giftTalk = { prices: false, pictures: false, calls: false };
  await page.request.put(await designPath(page), { data: { ...before, giftTalk } });
  await openLook(page);
  await page.getByText('Add a widget').click();
  await page.locator('.kind', { hasText: 'Goal' }).click();
  const call = page.getByRole('textbox', { name: 'Call for gifts, or thanks' });
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
  await expect(call).toHaveCount(0);
  await page.getByRole('tab', { name: 'TikTok rules' }).click();
  await page.getByRole('switch', { name: 'Calls for gifts' }).click();
  await page.getByRole('tab', { name: 'Widgets' }).click();
  await call.fill('Thank you for every rose');
  await expect(page.locator('.preview .goal-call')).toHaveText('Thank you for every rose');
  // The sample show has a goal of its own: the one that was added is the last.
  const kept = async () => (await designOf(page)).widgets.findLast(({ kind }) => kind === 'goal');
  await expect.poll(kept).toMatchObject({ call: 'Thank you for every rose' });
});

test('[SU56] on a phone a widget is placed by its list and its numbers', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLook(page);
  await page.locator('.widget-row', { hasText: 'Alerts' }).click();
  await page.getByRole('spinbutton', { name: 'From the top' }).fill('700');
  await expect.poll(async () => (await tallBox(page, 'alerts'))?.y).toBe(700);
  await page.getByRole('spinbutton', { name: 'From the top' }).fill('99999');
  await expect(page.locator('.field-error')).toContainText('A whole number from');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('[SU57] a stage tells its frames a second, and its set-up mode is turned on and off', async ({ page }) => {
  await page.goto('/studio#stage');
  await expect(page.getByText('Frames a second').first()).toBeVisible();
  const setUp = page.getByRole('switch', { name: /Set-up mode/ }).first();
  await setUp.click();
  await expect(setUp).toBeChecked();
  await setUp.click();
  await expect(setUp).not.toBeChecked();
});

test('[SU224] the way into OBS is there once, however many stages there are, and asks for which', async ({ page }) => {
  const made = await page.request.post('/api/v1/stages', { data: { name: 'Second' } });
  const { id } = (await made.json()) as { id: string };
  // As if OBS were connected: what is asked of it does not get there.
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const real = socket.connectToServer();
    real.onMessage((message) =>
      socket.send(String(message).replace('"obs":{"state":"off"', '"obs":{"state":"connected"')),
    );
  });
  const asked = Promise.withResolvers<unknown>();
  await page.route('**/obs/add-stage', (route) => {
    asked.resolve(route.request().postDataJSON());
    return route.fulfill({ json: {} });
  });
  await page.goto('/studio#stage');
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Add to OBS' })).toHaveCount(1);
  await expect(page.getByText('Paste the stage address into URL.')).toHaveCount(1);
  await page.getByLabel('Which stage').selectOption('Second');
  await page.getByRole('button', { name: 'Add to OBS' }).click();
  expect(await asked.promise).toEqual({ stage: id });
  await page.request.delete(`/api/v1/stages/${id}`);
});

test('[SU225] on a phone the bar of sections fades where it goes on, and is whole at its ends', async ({ page }) => {
  for (const width of [360, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/studio#overview');
    const bar = page.locator('.studio-nav');
    await bar.evaluate((one) => one.scrollTo({ left: 0 }));
    await expect(bar).toHaveAttribute('data-more', 'end');
    await bar.evaluate((one) => one.scrollTo({ left: 200 }));
    await expect(bar).toHaveAttribute('data-more', 'start end');
    await bar.evaluate((one) => one.scrollTo({ left: one.scrollWidth }));
    await expect(bar).toHaveAttribute('data-more', 'start');
  }
});

test('[SU58] a brand’s colour that does not read on the theme says so, and what is done about it', async ({ page }) => {
  await openLook(page);
  await page.getByRole('tab', { name: 'Theme and colour' }).click();
  await page.getByText('Glass', { exact: true }).click();
  await page.getByRole('switch', { name: 'Use my brand colour' }).check();
  await page.getByLabel('Colour code').fill('#102040');
  await expect(page.getByRole('tabpanel')).toContainText('does not read on the theme’s plate');
  await page.getByLabel('Colour code').fill('#ffe08a');
  await expect(page.getByRole('tabpanel')).toContainText('reads on the theme’s plate');
  await expect.poll(async () => (await designOf(page)).accent).toBe('#ffe08a');
});

test('[SU191] each theme’s card is the stage in small, in the brand’s colour', async ({ page }) => {
  await openLook(page);
  await page.getByRole('tab', { name: 'Theme and colour' }).click();
  const cards = page.locator('.theme-picture .stage');
  await expect(cards).toHaveCount(5);
  const shown = () =>
    cards.evaluateAll((all) =>
      all.map((card) => {
        const name = card.querySelector('.bio-name');
        const accent = card.querySelector('.bio') ?? card;
        return [
          card.getAttribute('data-theme'),
          name?.textContent,
          getComputedStyle(accent).getPropertyValue('--plate-accent'),
        ];
      }),
    );
  const before = await shown();
  expect(before.map(([theme]) => theme)).toEqual(['glass', 'paper', 'bold', 'edge', 'festive']);
  for (const [, name] of before) expect(name).toBe('Mira Sol');
  await page.getByRole('switch', { name: 'Use my brand colour' }).check();
  await page.getByLabel('Colour code').fill('#ff9cf0');
  await expect.poll(async () => (await shown())[0]?.[2]?.trim()).toBe('#ff9cf0');
});

test('[SU50] a widget is tried out by an event that goes the whole way', async ({ page }) => {
  await openLook(page);
  await page.locator('.widget-row', { hasText: 'Alerts' }).click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await expect(page.getByText('It counts in the totals of this show')).toBeVisible();
});
