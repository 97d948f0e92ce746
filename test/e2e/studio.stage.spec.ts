import { expect, type Locator } from '@playwright/test';
import { testEvent } from '../../overlay/studio/model/test-events.ts';
import { testWords } from '../../shared/locales/en/test-words.ts';
import type { WidgetOf } from '../../shared/stage-design.ts';
import { designOf, designPath, openLook, test } from './look-given.ts';
import { startOwnServer } from './studio-given.ts';

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

test('[SU53] [SU545] alerts are paused and muted from the strip, which then says so, and how many wait', async ({
  page,
}, testInfo) => {
  // The sample show would send alerts of its own.
  const { base, stop } = await startOwnServer({ CUEDESK_DATA: testInfo.outputPath('data') });
  const stages = (await (await page.request.get(`${base}/api/v1/stages`)).json()) as { url: string }[];
  const stage = await page.context().newPage();
  await stage.goto(String(stages[0]?.url));
  await page.goto(`${base}/studio`);
  await page.getByRole('button', { name: 'Pause alerts' }).click();
  await expect(page.locator('.show-alerts')).toContainText('Alerts are paused');
  const waiting = page.locator('.show-waiting');
  await expect(waiting).toHaveCount(0);
  for (const type of ['tip', 'subscribe', 'fan-club'] as const) {
    const data = testEvent(type, `waits-${type}`, new Date().toISOString(), testWords);
    expect((await page.request.post(`${base}/api/v1/events`, { data })).ok()).toBe(true);
  }
  await expect(waiting).toHaveText('3 waiting');
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
  await expect(waiting).toHaveCount(0);
  await stage.close();
  await page.getByRole('button', { name: 'Resume alerts' }).click();
  await page.getByRole('button', { name: 'Unmute alerts' }).click();
  await expect(page.locator('.show-alerts')).not.toContainText('paused');
  await expect(page.locator('.show-alerts')).not.toContainText('Muted');
  await stop();
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

test('[SU55] [SU298] a goal has a line to write while calls are allowed, and goes on over several lives from a day on', async ({
  page,
}) => {
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
  const kept = async () =>
    (await designOf(page)).widgets.findLast((one): one is WidgetOf<'goal'> => one.kind === 'goal');
  await expect.poll(kept).toMatchObject({ call: 'Thank you for every rose' });
  const goesOn = page.getByRole('switch', { name: 'Goes on over several lives' });
  await goesOn.click();
  const from = page.getByLabel('Counts from');
  await from.fill('2026-03-01');
  await from.blur();
  await expect.poll(async () => String((await kept())?.since)).toMatch(/^2026-0(2-28|3-01)T/);
  await expect(page.getByLabel('Already there before that day')).toBeVisible();
  await goesOn.click();
  await expect(from).toHaveCount(0);
  await expect.poll(async () => (await kept())?.since).toBeUndefined();
});

test('[SU57] a stage tells its frames a second, and its set-up mode is turned on and off', async ({ page }) => {
  const stages = (await (await page.request.get('/api/v1/stages')).json()) as { url: string }[];
  await (await page.context().newPage()).goto(stages[0]?.url ?? '');
  await page.goto('/studio#stage');
  const frames = page.locator('.fact').filter({ hasText: 'Frames a second' }).first();
  // The sample show moves now and then, and no faster than a video.
  await expect(frames).toHaveText(/(, idle|, when something moves)$/);
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

/** Whether letters of a link of this bar stand over its left end. */
function wordCutAtStart(bar: Locator): Promise<boolean> {
  return bar.evaluate((one) =>
    [...one.querySelectorAll('.nav-link')].some((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      const { left, right } = range.getBoundingClientRect();
      return left < 0 && right > 0;
    }),
  );
}

test('[SU225] [SU292] [SU573] on a phone the bar of sections fades where it goes on, and the bars leave the page its room', async ({
  page,
}) => {
  for (const width of [360, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/studio#overview');
    const bar = page.locator('.studio-nav');
    await bar.evaluate((one) => one.scrollTo({ left: 0 }));
    await expect(bar).toHaveAttribute('data-more', 'end');
    await bar.evaluate((one) => one.scrollTo({ left: 200 }));
    await expect(bar).toHaveAttribute('data-more', 'start end');
    await expect.poll(() => wordCutAtStart(bar)).toBe(false);
    await bar.evaluate((one) => one.scrollTo({ left: one.scrollWidth }));
    await expect(bar).toHaveAttribute('data-more', 'start');
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/studio#services');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(page.getByRole('heading', { name: 'Angebote' })).toBeVisible();
  await expect(page.locator('.strip-cell')).toHaveCount(4);
  // The open section's link is not under the fade.
  const [link, nav] = [
    await page.locator('.nav-link[aria-current]').boundingBox(),
    await page.locator('.studio-nav').boundingBox(),
  ];
  expect((link?.x ?? 999) + (link?.width ?? 0)).toBeLessThanOrEqual((nav?.width ?? 0) - 40);
  for (const part of await page.locator('.strip-cell').all()) {
    const [box, label] = [await part.boundingBox(), await part.locator('.strip-part').boundingBox()];
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    expect((label?.x ?? 999) + (label?.width ?? 0)).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0) - 5);
  }
  for (const word of await page.locator('.strip-cell .standing').all()) {
    await expect(word.locator('.icon')).toBeVisible();
    // A line cut off would be 13 pixels; the letters reach a pixel out of theirs.
    expect(await word.locator('.one-line').evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThan(5);
  }
  await page.evaluate(() => scrollTo(0, 400));
  await expect(page.locator('.running')).not.toBeInViewport();
  const heights = await Promise.all(['.strip-block', '.studio-nav'].map((one) => page.locator(one).boundingBox()));
  expect(heights[0]?.y).toBe(0);
  expect(heights.reduce((sum, box) => sum + (box?.height ?? 999), 0)).toBeLessThan(140);
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await expect(page.getByRole('heading', { name: 'Services' })).toBeVisible();
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

test('[SU191] [SU258] [SU542] each theme’s card is the stage in small, in the brand’s colour', async ({ page }) => {
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
  for (const [, name] of before) expect(name).toBe('Lena Sample');
  await page.getByRole('switch', { name: 'Use my brand colour' }).check();
  await page.getByLabel('Colour code').fill('#ff9cf0');
  await expect.poll(async () => (await shown())[0]?.[2]?.trim()).toBe('#ff9cf0');
  const code = page.getByLabel('Colour code');
  await code.fill('#f9');
  await expect(page.getByText('such as #0af or #1f7a8c')).toBeVisible();
  await code.fill('f9e');
  await code.blur();
  await expect(code).toHaveValue('#ff99ee');
  await expect.poll(async () => (await shown())[0]?.[2]?.trim()).toBe('#ff99ee');
});

test('[SU50] [SU440] [SU257] a widget is tried out by an event that goes the whole way, and what its box has no room for is said', async ({
  page,
}) => {
  await openLook(page);
  await page.locator('.widget-row', { hasText: 'Alerts' }).click();
  const most = page.getByLabel('Alerts at once');
  const short = page.getByText('has room for 2. Make it higher for more.');
  await most.fill('3');
  await expect(short).toBeVisible();
  await most.fill('2');
  await expect(short).toHaveCount(0);
  await page.getByRole('button', { name: 'Try it out' }).click();
  await expect(page.getByText('It is shown and counts nowhere')).toBeVisible();
  await page.locator('.widget-row', { hasText: 'Leaderboard' }).click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await expect(page.getByText('No page of this stage is open.')).toBeVisible();
  for (const row of await page.locator('.widget-row').all()) {
    await row.click();
    await expect(page.getByRole('button', { name: 'Try it out' })).toBeEnabled();
  }
});

test('[SU242] [SU243] each widget can be pointed out on the stage, that nobody has it open is said, and a box’s name is not over it', async ({
  page,
}) => {
  await openLook(page);
  const rows = page.locator('.widget-row');
  const point = page.getByRole('button', { name: 'Point it out on the stage' });
  for (const row of await rows.all()) {
    await row.click();
    await expect(point).toBeEnabled();
  }
  await rows.filter({ hasText: 'How to book' }).click();
  const chosen = page.locator('.shape[data-chosen=true]');
  await expect(chosen.locator('.shape-name')).toContainText('How to book');
  const [box, name] = await Promise.all(
    ['.shape-body', '.shape-name'].map((part) => chosen.locator(part).boundingBox()),
  );
  expect((name?.y ?? 0) + (name?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 1);
  await point.click();
  await expect(page.getByText('No page of this stage is open.')).toBeVisible();
});
