import { expect, type Page, test } from '@playwright/test';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import { THEMES, type Widget } from '../../shared/stage-design.ts';
import type { PageServer } from '../fakes/page-server.ts';
import { startPageServer } from '../fakes/page-server.ts';
import { designOf, faultsOf, fullView, giftNow, someFigures } from './stage-given.ts';

const pinned: Widget = {
  id: 'pinned',
  kind: 'pinned',
  title: 'CV pack',
  text: 'Twelve layouts',
  price: { minor: 1900, currency: 'EUR' },
  address: 'https://lena.example/pack',
};
const queue: Widget = { id: 'queue', kind: 'queue', names: 3, nowServing: true };

let server: PageServer;
test.beforeEach(async () => {
  server = await startPageServer(fullView());
});
test.afterEach(() => server.goAway());

test('[ST24] a scene of OBS brings its own layout, in the middle of a window of any shape', async ({ page }) => {
  const own = { ...designOf([pinned]).layouts[0], id: 'own', scene: 'Talk', boxes: FIRST_DESIGN.layouts[0]?.boxes };
  const base = designOf([pinned, ...FIRST_DESIGN.widgets]);
  server.design = { ...base, layouts: [...base.layouts, own as (typeof base.layouts)[number]] };
  await page.setViewportSize({ width: 900, height: 500 });
  await page.goto(server.stageAddress);
  await expect(page.locator('.pinned')).toBeVisible();
  expect(await page.locator('.canvas').boundingBox()).toEqual({ x: 200, y: 0, width: 500, height: 500 });
  server.view = { ...server.view, scene: 'Talk' };
  server.tellView();
  await expect(page.locator('.pinned')).toHaveCount(0);
  await expect(page.locator('.queue')).toBeVisible();
});

test('[ST25] a plate keeps to the edges that its box names, and one that is too high for it is drawn smaller', async ({
  page,
}) => {
  const discount: Widget = { id: 'discount', kind: 'discount', code: 'TEN', text: '', endsAt: null };
  const bio: Widget = {
    id: 'bio',
    kind: 'bio',
    offers: true,
    skills: true,
    proofs: false,
    prices: true,
    turnSeconds: 9,
  };
  server.design = designOf([discount, bio, pinned], {
    discount: { x: 100, y: 100, width: 800, height: 300, across: 'right', down: 'bottom' },
    bio: { y: 500, height: 200 },
    pinned: { y: 720, height: 100, width: 300 },
  });
  const { bio: person } = server.view;
  server.view = { ...server.view, bio: person && { ...person, skills: ['CV review', 'Interview practice'] } };
  await page.setViewportSize({ width: 1000, height: 1000 });
  await page.goto(server.stageAddress);
  const edges = (part: string) =>
    page.locator(part).evaluate((plate) => {
      const { right, bottom, height } = plate.getBoundingClientRect();
      return { right, bottom, height, cut: plate.scrollHeight - plate.clientHeight };
    });
  await page.locator('.discount').waitFor();
  expect(await edges('.discount')).toMatchObject({ right: 900, bottom: 400 });
  const shrunk = await edges('.bio');
  expect(shrunk.cut).toBeLessThanOrEqual(1);
  const linesCut = () =>
    page.locator('.bio > *').evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
  for (const theme of THEMES) {
    server.design = { ...server.design, theme };
    server.tellDesign();
    await page.locator(`[data-theme="${theme}"] .bio`).waitFor();
    expect(await linesCut(), theme).toBe(0);
  }
  expect(shrunk.height).toBeLessThanOrEqual(200);
  expect((await edges('.pinned')).bottom).toBeLessThanOrEqual(820);
});

test('[ST26] a blanked stage shows nothing at all, and all of it when it is brought back', async ({ page }) => {
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  server.tellMoments([giftNow('a', 'Viewer One', 7)]);
  await page.locator('.alert').waitFor();
  server.view = { ...server.view, blank: true };
  server.tellView();
  await expect(page.locator('#stage *')).toHaveCount(0, { timeout: 200 });
  server.view = { ...server.view, blank: false };
  server.tellView();
  await expect(page.locator('.bio')).toBeVisible();
  await expect(page.locator('.queue')).toBeVisible();
});

test('[ST27] [ST183] in set-up mode safe zones and empty places are drawn and an empty stage says that it is connected', async ({
  page,
}) => {
  const idle = page.getByText('Connected, nothing to show');
  server.figures = someFigures();
  server.view = { ...server.view, setUp: true };
  await page.goto(server.stageAddress);
  await expect(page.locator('.safe-zone').first()).toBeVisible();
  await expect(page.locator('.feed')).toContainText('TikTok');
  await expect(idle).toHaveCount(0);
  // Bio, booking and queue are on, and stand where the featured comment would.
  await expect(page.locator('.empty-place')).toHaveText(['Alerts']);
  server.view = { ...server.view, bio: null, booking: null, queue: { waiting: 0, nowServing: null, next: [] } };
  server.tellView();
  await expect(idle).toBeVisible();
  const names = ['Service bio · Featured comment', 'How to book', 'Queue', 'Alerts'];
  await expect(page.locator('.empty-place')).toHaveText(names);
  server.view = { ...server.view, setUp: false };
  server.tellView();
  await expect(idle).toHaveCount(0);
  await expect(page.locator('.safe-zone, .empty-place, .plate')).toHaveCount(0);
});

test('[ST184] a widget that is pointed out is framed with its name for five seconds, whatever it shows', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  const frame = page.locator('.pointed');
  for (const [widget, name] of [
    ['bio', 'Service bio'],
    ['alerts', 'Alerts'],
  ] as const) {
    server.pointOut(widget);
    await expect(frame).toHaveText(name);
    const within = await frame.evaluate((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      const border = Number.parseFloat(getComputedStyle(one).borderLeftWidth);
      return { x: x + border, y: y + border, width: width - 2 * border, height: height - 2 * border };
    });
    const box = await page.locator(`[data-widget=${widget}]`).boundingBox();
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(within[side]).toBeCloseTo(box?.[side] ?? 0, 0);
  }
  await page.clock.fastForward(4_000);
  await expect(frame).toBeVisible();
  await page.clock.fastForward(1_500);
  await expect(frame).toHaveCount(0);
});

/** How many of these there are when so much of the page's time has passed. */
async function countAfter(page: Page, millis: number, parts: string): Promise<number> {
  await page.clock.fastForward(millis);
  return page.locator(parts).count();
}

test('[ST28] a design that wants it so is blank when the server has been gone for 30 seconds', async ({ page }) => {
  server.design = { ...FIRST_DESIGN, withoutServer: 'blank' };
  await page.clock.install();
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  await server.goAway();
  await page.clock.fastForward(20_000);
  await expect(page.locator('.bio')).toBeVisible();
  // Again and again: the page may have heard only after the first twenty seconds that the server is gone.
  await expect.poll(() => countAfter(page, 11_000, '#stage *')).toBe(0);
});

test('[ST28] what was blank without the server is back with it', async ({ page, context }) => {
  server.design = { ...FIRST_DESIGN, withoutServer: 'blank' };
  await page.clock.install();
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  await context.setOffline(true);
  server.hangUp();
  await page.clock.fastForward(31_000);
  await expect(page.locator('#stage *')).toHaveCount(0);
  await context.setOffline(false);
  await page.clock.fastForward(20_000);
  await expect(page.locator('.bio')).toBeVisible();
});

test('[ST29] the streamer’s own CSS is in force and can be taken back', async ({ page }) => {
  const corner = () => page.locator('.bio').evaluate((bio) => getComputedStyle(bio).borderTopLeftRadius);
  server.design = { ...FIRST_DESIGN, css: '.stage .bio { border-radius: 3px; } not a rule {{' };
  const faults = faultsOf(page);
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  expect(await corner()).toBe('3px');
  server.design = FIRST_DESIGN;
  server.tellDesign();
  await expect.poll(corner).not.toBe('3px');
  expect(faults).toEqual([]);
});

test('[ST29] no way of writing own CSS makes the page load anything, from elsewhere or from here', async ({ page }) => {
  const here = new URL(server.stageAddress).origin;
  const css = ['https://canary.example', `${here}/canary`].flatMap((to) => [
    `@import "${to}/a.css";`,
    `@import url(${to}/b.css);`,
    `.plate { background: url(${to}/c.png); }`,
    `.plate { background: u\\72l(${to}/d.png); }`,
    `.stage { --canary: u\\72l(${to}/e.png); } .bio { background: var(--canary); }`,
    `.stage { --sign: url("${to}/f.png"); } .queue::before { content: var(--sign); }`,
    `.plate { background-image: image-set("${to}/g.png" 1x); }`,
    `.plate { background-image: -webkit-image-set(url(${to}/h.png) 1x); }`,
    `@font-face { font-family: canary; src: url(${to}/i.woff2); } .plate { font-family: canary; }`,
    `@media all { .plate { list-style: url(${to}/j.png); cursor: url(${to}/k.png), auto; } }`,
    `.bio::after { content: URL("${to}/l.png"); }`,
    `.plate { mask: ur/**/l(${to}/m.png); filter: url(${to}/n.svg#x); }`,
    `.plate { shape-outside: url(${to}/o.png); border-image: url(${to}/p.png) 1; }`,
  ]);
  server.design = { ...FIRST_DESIGN, css: `${css.join('\n')}\n.bio { opacity: 0.5; }` };
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const faults = faultsOf(page);
  await page.goto(server.stageAddress);
  await expect.poll(() => page.locator('.bio').evaluate((bio) => getComputedStyle(bio).opacity)).toBe('0.5');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('canary'))).toEqual([]);
  expect(faults).toEqual([]);
});

test('[ST36] the queue says who is being served, who is next and how many more wait', async ({ page }) => {
  server.design = designOf([queue], { queue: { width: 1700 } });
  const { waiting, next } = server.view.queue;
  const withServing = { waiting, next, nowServing: '<b>Kim</b>' };
  server.view = { ...server.view, queue: withServing };
  await page.goto(server.stageAddress);
  await expect(page.locator('.queue')).toHaveText('Now serving<b>Kim</b>Up nextJonasAyşe K.Мария+6');
  // Where there is no room for three names, the others are counted, not cut to a letter.
  server.design = designOf([queue]);
  server.tellDesign();
  await expect(page.locator('.queue')).toHaveText('Now serving<b>Kim</b>Up nextJonas+8');
  server.view = { ...server.view, queue: { waiting, nowServing: null, next: [] } };
  server.tellView();
  await expect(page.locator('.queue')).toHaveText('In the queue9');
});

test('[ST38] the price of a pinned product goes when the server has been gone for 30 seconds', async ({ page }) => {
  server.design = designOf([pinned]);
  await page.clock.install();
  await page.goto(server.stageAddress);
  await expect(page.locator('.pinned-price')).toHaveText('€19');
  await server.goAway();
  await page.clock.fastForward(20_000);
  await expect(page.locator('.pinned-price')).toBeVisible();
  await expect.poll(() => countAfter(page, 11_000, '.pinned-price')).toBe(0);
  await expect(page.locator('.pinned-address')).toHaveText('lena.example/pack');
});
