import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { SAMPLE_DESIGN } from '../../server/sources/sample-design.ts';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { Language } from '../../shared/local-text.ts';
import { stage as de } from '../../shared/locales/de/stage.ts';
import { stage as en } from '../../shared/locales/en/stage.ts';
import { stage as nb } from '../../shared/locales/nb/stage.ts';
import { stage as nl } from '../../shared/locales/nl/stage.ts';
import { THEMES } from '../../shared/stage-design.ts';
import type { PageServer } from '../fakes/page-server.ts';
import { startPageServer } from '../fakes/page-server.ts';
import { fullView, giftNow, isCut, someFigures } from './stage-given.ts';

const GAPS = { en: en.short, de: de.short, nl: nl.short, nb: nb.short };

interface Box {
  what: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

let server: PageServer;
test.beforeEach(async () => {
  server = await startPageServer(fullView());
});
test.afterEach(() => server.goAway());

async function openWithAlerts(page: Page, width: number, height: number, names: [string, string]): Promise<void> {
  await page.setViewportSize({ width, height });
  // The same keys come with other names each time, and a stage remembers what it has shown.
  await page.addInitScript(() => localStorage.clear());
  // Away first: from one stage to the same, the browser would change the fragment alone.
  await page.goto('about:blank');
  await page.goto(server.stageAddress);
  await page.locator('.booking-free').waitFor();
  server.tellMoments([giftNow('a', names[0], 128), giftNow('b', names[1], 1), giftNow('c', 'C', 1)]);
  await page.locator('.more').waitFor();
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
}

/** The size of the smallest text among these elements, in pixels. */
function leastText(page: Page, elements: string): Promise<number> {
  return page
    .locator(elements)
    .evaluateAll((all) =>
      Math.min(
        ...all
          .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      ),
    );
}

function plates(page: Page): Promise<Box[]> {
  return page.locator('.plate').evaluateAll((all) =>
    all.map((plate) => {
      const { left, top, right, bottom } = plate.getBoundingClientRect();
      return { what: plate.className, left, top, right, bottom };
    }),
  );
}
const meet = (one: Omit<Box, 'what'>, other: Omit<Box, 'what'>) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const layouts = [
  {
    name: 'portrait',
    width: 1080,
    height: 1920,
    kept: {
      'the top 250': { left: 0, top: 0, right: 1080, bottom: 250 },
      'the lowest 620': { left: 0, top: 1300, right: 1080, bottom: 1920 },
      'the right 160 of the lower half': { left: 920, top: 960, right: 1080, bottom: 1920 },
      'the face': { left: 270, top: 340, right: 810, bottom: 640 },
    },
  },
  {
    name: 'landscape',
    width: 1920,
    height: 1080,
    kept: { 'the face': { left: 640, top: 130, right: 1280, bottom: 540 } },
  },
];

for (const { name, width, height, kept } of layouts) {
  test(`[ST12] nothing stands in the kept areas of the ${name} canvas, and no text is smaller than 34 pixels`, async ({
    page,
  }) => {
    await openWithAlerts(page, width, height, ['Viewer One', 'Viewer Two']);
    const boxes = await plates(page);
    expect(boxes.length).toBeGreaterThanOrEqual(5);
    for (const [area, box] of Object.entries(kept)) {
      expect(
        boxes.filter((plate) => meet(plate, box)),
        area,
      ).toEqual([]);
    }
    expect(await leastText(page, '.plate *, .more')).toBeGreaterThanOrEqual(33.9);
  });

  test(`[ST13] names of any script and length keep their plates' height in ${name}`, async ({ page }) => {
    const twoLines = 'Career coach: CVs, interviews, next steps. '.repeat(4);
    server.view = { ...server.view, bio: bioNamed('Lena Sample', twoLines) };
    await openWithAlerts(page, width, height, ['Viewer One', 'Viewer Two']);
    // Beside which alert the number of the others stands is told by the names' lengths.
    const heights = async () =>
      (await plates(page)).map((plate) => `${plate.what} ${Math.round(plate.bottom - plate.top)}`).sort();
    const plain = await heights();
    const wild = `Z${'\u0336\u0317\u0320\u0342\u0489'.repeat(200)}algo`;
    server.view = {
      ...server.view,
      queue: { waiting: 99, nowServing: null, next: queueOf([wild, 'ﷺ'.repeat(99), '🌸'.repeat(99)]) },
    };
    server.view = { ...server.view, bio: bioNamed(`${wild} ${'W'.repeat(9_000)}`) };
    await openWithAlerts(page, width, height, [wild, `سارة ${'الجميلة '.repeat(500)}`]);
    expect(await heights()).toEqual(plain);
    expect((await plates(page)).filter((plate) => plate.left < 0 || plate.right > width)).toEqual([]);
  });

  test(`[ST23] what was sent is whole while there is room for it, and the name is cut first, in ${name}`, async ({
    page,
  }) => {
    await openWithAlerts(page, width, height, ['Test', 'A name that was made to be as long as it can be '.repeat(3)]);
    // In parts of a pixel: a tenth too little has the last letters replaced by dots.
    const cut = (part: string) =>
      page.locator(part).evaluateAll((all) =>
        all.map((each) => {
          const words = document.createRange();
          words.selectNodeContents(each);
          return words.getBoundingClientRect().width > each.getBoundingClientRect().width + 0.02;
        }),
      );
    expect(await cut('.alert-deed')).toEqual([false, false]);
    expect(await cut('.alert-name')).toEqual([false, name === 'portrait']);
  });
}

test('[ST220] a goal has the same size of words with and without the word of a gap, in each theme and language', async ({
  page,
}) => {
  server.figures = { ...someFigures(), diamonds: 1_494 };
  server.design = SAMPLE_DESIGN;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(server.stageAddress);
  const goal = page.locator('.goal');
  const gap = page.locator('.goal-short');
  for (const theme of THEMES) {
    server.design = { ...SAMPLE_DESIGN, theme };
    server.tellDesign();
    for (const [language, word] of Object.entries(GAPS)) {
      server.view = { ...server.view, stage: { ...server.view.stage, language: language as Language } };
      server.tellView();
      for (const short of [true, false]) {
        server.figures = { ...server.figures, short };
        server.tellFigures();
        await expect(gap).toHaveText(short ? [word] : []);
        expect(await leastText(page, '.goal *'), `${theme} ${language}`).toBeGreaterThanOrEqual(33.9);
        await expect(goal.locator('.goal-step'), theme).toHaveText(/Live mock interview/);
        if (short) expect(await isCut(page, '.goal-short .line'), `${theme} ${language}`).toBe(false);
      }
    }
  }
  // A box that somebody made as low as the bar needs.
  const wide = SAMPLE_DESIGN.layouts.map((layout) => {
    const box = layout.boxes['goal'];
    return box ? { ...layout, boxes: { ...layout.boxes, goal: { ...box, height: 190 } } } : layout;
  });
  server.design = { ...SAMPLE_DESIGN, layouts: wide };
  server.tellDesign();
  await expect(goal.locator('.goal-bar')).toBeVisible();
  await expect(goal.locator('.goal-step')).toHaveCount(0);
  expect(await leastText(page, '.goal *')).toBeGreaterThanOrEqual(33.9);
  server.figures = { ...server.figures, short: true };
  server.tellFigures();
  await expect(gap).toBeVisible();
  await expect(goal.locator('.goal-bar')).toHaveCount(0);
  expect(await leastText(page, '.goal *')).toBeGreaterThanOrEqual(33.9);
});

for (const { name, width, height } of layouts) {
  test(`[ST185] three alerts that were asked for stay in their box in every theme, in ${name}`, async ({ page }) => {
    const widgets = FIRST_DESIGN.widgets.map((widget) => (widget.kind === 'alerts' ? { ...widget, most: 3 } : widget));
    const roomy = FIRST_DESIGN.layouts.map((layout) => {
      const box = layout.boxes['alerts'];
      return box ? { ...layout, boxes: { ...layout.boxes, alerts: { ...box, y: 300, height: 252 } } } : layout;
    });
    const rows = page.locator('.alert-row');
    for (const theme of THEMES) {
      server.design = { ...FIRST_DESIGN, theme, widgets };
      await openWithAlerts(page, width, height, ['Viewer One', 'Viewer Two']);
      await expect(rows).toHaveCount(2);
      expect(await outOfBox(page), theme).toBe(0);
      server.design = { ...server.design, layouts: roomy };
      server.tellDesign();
      await expect(rows).toHaveCount(3);
      await expect.poll(() => outOfBox(page), theme).toBe(0);
    }
  });
}

/** How far alerts reach out of their box at the top. */
function outOfBox(page: Page): Promise<number> {
  return page.locator('.box-alerts').evaluate((box) => {
    const tops = [...box.querySelectorAll('.alert')].map((alert) => alert.getBoundingClientRect().top);
    return Math.max(0, box.getBoundingClientRect().top - Math.min(...tops));
  });
}

function queueOf(names: string[]) {
  return names.map((name) => ({ name, service: {}, start: null }));
}

function bioNamed(name: string, headline = name) {
  const { bio } = fullView();
  return bio && { ...bio, name, headline };
}
