import { expect, type Page, test } from '@playwright/test';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageDesign, Widget } from '../../shared/stage-design.ts';
import type { StageMoment } from '../../shared/stage-view.ts';
import { toInstant } from '../../shared/time.ts';
import type { PageServer } from '../fakes/page-server.ts';
import { startPageServer } from '../fakes/page-server.ts';
import { designOf, faultsOf, fullView, giftNow, someFigures } from './stage-given.ts';

let server: PageServer;
test.beforeEach(async () => {
  server = await startPageServer(fullView());
  server.figures = someFigures();
});
test.afterEach(() => server.goAway());

/** Four pixels, of which a browser makes a picture. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ALERTS: Widget = { id: 'alerts', kind: 'alerts', most: 3 };

function showing(giftTalk: Partial<StageDesign['giftTalk']>, design: StageDesign = FIRST_DESIGN): StageDesign {
  return { ...design, giftTalk: { ...design.giftTalk, ...giftTalk } };
}

async function open(page: Page): Promise<void> {
  await page.goto(server.stageAddress);
  await page.locator('.canvas').waitFor();
}

const pictured = (key: string, path: string): StageMoment => ({
  ...(giftNow(key, `Viewer ${key}`, 24) as Extract<StageMoment, { type: 'gift' }>),
  diamonds: 1200,
  picture: path,
});

test('[ST70] what a streak is worth is on its alert while the design shows it, and goes with the switch', async ({
  page,
}) => {
  server.design = showing({ prices: true });
  await open(page);
  server.tellMoments([pictured('a', '/stage/gift/none')]);
  await expect(page.locator('.alert-worth')).toHaveText('1,200');
  await expect(page.locator('.alert-picture')).toHaveCount(0);
  server.design = FIRST_DESIGN;
  server.tellDesign();
  await expect(page.locator('.alert-worth')).toHaveCount(0);
  await expect(page.locator('.alert-count')).toHaveText('×24');
});

test('[ST71] a gift’s picture takes the icon’s place when it is there; without one the icon stays and nothing fails', async ({
  page,
}) => {
  const faults = faultsOf(page);
  server.pictures.set('/stage/gift/rose', PICTURE);
  server.design = showing({ pictures: true }, designOf([ALERTS], { alerts: { height: 400 } }));
  await open(page);
  const missing = page.waitForResponse('**/stage/gift/none');
  server.tellMoments([pictured('a', '/stage/gift/rose'), { ...pictured('b', '/stage/gift/none'), seq: 2 }]);
  const [there, none] = [page.locator('.alert[data-key="a"]'), page.locator('.alert[data-key="b"]')];
  await expect(there.locator('img')).toBeVisible();
  await expect(there.locator('.alert-icon svg')).toHaveCount(0);
  expect((await missing).status()).toBe(204);
  await expect(none.locator('img')).toBeHidden();
  await expect(none.locator('.alert-icon svg')).toBeVisible();
  // The place is kept from the start, so that nothing moves when a picture comes.
  const widths = [there, none].map(async (one) => (await one.locator('.alert-picture').boundingBox())?.width);
  expect(await widths[0]).toBe(await widths[1]);
  expect(faults).toEqual([]);
});

test('[ST71] a stage that shows no pictures asks for none', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  server.tellMoments([pictured('a', '/stage/gift/rose')]);
  await expect(page.locator('.alert')).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/stage/gift/'))).toEqual([]);
});

test('[ST74] a goal’s call is on air while the design allows calls, and not before', async ({ page }) => {
  const goal: Widget = {
    id: 'goal',
    kind: 'goal',
    title: 'Microphone',
    measure: 'diamonds',
    target: 20_000,
    from: 0,
    currency: 'EUR',
    milestones: [],
    call: 'Thank you for every rose',
  };
  const design = designOf([goal], { goal: { height: 300 } });
  server.design = design;
  await open(page);
  await expect(page.locator('.goal')).toBeVisible();
  await expect(page.locator('.goal-call')).toHaveCount(0);
  server.design = showing({ calls: true }, design);
  server.tellDesign();
  await expect(page.locator('.goal-call')).toHaveText('Thank you for every rose');
});

test('[ST75] a tip’s alert has its whole amount, in its currency and the stage’s language', async ({ page }) => {
  server.view = { ...server.view, stage: { ...server.view.stage, language: 'de' } };
  await open(page);
  const tip = { seq: 1, at: toInstant(Date.now()), type: 'tip', key: 't', name: 'W'.repeat(60) } as const;
  server.tellMoments([{ ...tip, amount: { minor: 1_234_567, currency: 'EUR' } }]);
  const amount = page.locator('.alert-amount');
  await expect(amount).toHaveText('12.345,67 €');
  const [box, plate] = [await amount.boundingBox(), await page.locator('.alert').boundingBox()];
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((plate?.x ?? 0) + (plate?.width ?? 0));
});

test('[ST77] Edge draws its line at the right for what stands there, and words keep clear of the fade', async ({
  page,
}) => {
  const clocks = ['left', 'right'].map((id): Widget => ({ id, kind: 'clock', shows: 'time' }));
  const right = { x: 520, width: 430, across: 'right' } as const;
  server.design = {
    ...designOf([...clocks, ALERTS], { left: { width: 430 }, right, alerts: { ...right, height: 300 } }),
    theme: 'edge',
  };
  await open(page);
  server.tellMoments([giftNow('a', 'Mara', 3), { ...giftNow('b', 'Jo', 2), seq: 2 }]);
  await expect(page.locator('.alert')).toHaveCount(2);
  const lines = (selector: string) =>
    page.locator(selector).evaluateAll((plates) =>
      plates.map((plate) => {
        const { borderLeftWidth, borderRightWidth } = getComputedStyle(plate);
        return Number.parseFloat(borderLeftWidth) > 0 ? 'left' : Number.parseFloat(borderRightWidth) > 0 ? 'right' : '';
      }),
    );
  expect(await lines('[data-widget="left"] .plate')).toEqual(['left']);
  expect(await lines('[data-widget="right"] .plate')).toEqual(['right']);
  expect(await lines('.alert')).toEqual(['right', 'right']);
  const ends = await page.locator('.alert').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 9))).toBeLessThan(1);
});

test('[ST78] a storm costs Bold at most one layout a frame', async ({ page }) => {
  server.design = { ...designOf([ALERTS], { alerts: { height: 400 } }), theme: 'bold' };
  await open(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const layouts = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? 0;
  };
  await page.evaluate(() => {
    const counted = Object.assign(globalThis, { framesSeen: 0 });
    const next = () => {
      counted.framesSeen += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const framesSeen = () => page.evaluate(() => (globalThis as unknown as { framesSeen: number }).framesSeen);
  const before = { layouts: await layouts(), frames: await framesSeen() };
  for (let step = 1; step <= 400; step++) {
    server.tellMoments(
      ['a', 'b', 'c'].map((key, at) => ({ ...giftNow(key, `Viewer ${key}`, step), seq: 3 * step + at })),
    );
    if (step % 4 === 0) await new Promise((turn) => setImmediate(turn));
  }
  await expect(page.locator('.alert-count').first()).toHaveText('×400');
  const after = { layouts: await layouts(), frames: await framesSeen() };
  expect(after.layouts - before.layouts).toBeGreaterThan(0);
  expect(after.layouts - before.layouts).toBeLessThanOrEqual(after.frames - before.frames + 2);
});
