import { expect, type Page, test } from '@playwright/test';
import type { StageDesign, Theme, Widget } from '../../shared/stage-design.ts';
import { THEMES } from '../../shared/stage-design.ts';
import { toInstant } from '../../shared/time.ts';
import { type PageServer, startPageServer } from '../fakes/page-server.ts';
import { designOf, fullView, giftNow, someFigures } from './stage-given.ts';
import { readTexts } from './text-contrast.ts';

/** Of the canvas. A phone shows a canvas of 1080 on about 390 points, where these are 24: large by WCAG 2.2, 1.4.3. */
const LARGE_PIXELS = 66;
const ACCENTS = { 'light yellow': '#fff3a0', 'mid green': '#3f9b52', 'dark blue': '#12225c' };
const FRAMES = {
  bright: 'linear-gradient(160deg, #ffffff, #f3efe4 60%, #ffffff)',
  dark: 'linear-gradient(160deg, #000000, #101418 60%, #000000)',
  'half and half': 'repeating-linear-gradient(90deg, #ffffff 0 130px, #000000 130px 260px)',
};

/** Far enough that the countdown does not move between two pictures. */
const IN_FIVE_DAYS = toInstant(Date.now() + 5 * 86_400_000);

const WIDGETS: Widget[] = [
  { id: 'bio', kind: 'bio', offers: true, skills: true, proofs: false, prices: true, turnSeconds: 120 },
  { id: 'booking', kind: 'booking', code: true, nextFree: true },
  { id: 'queue', kind: 'queue', names: 3, nowServing: true },
  { id: 'alerts', kind: 'alerts', most: 1 },
  { id: 'leaderboard', kind: 'leaderboard', span: 'live', rows: 3 },
  {
    id: 'goal',
    kind: 'goal',
    title: 'New microphone',
    measure: 'diamonds',
    target: 20_000,
    from: 0,
    currency: 'EUR',
    milestones: [{ at: 10_000, title: 'Half of it' }],
    call: '',
  },
  { id: 'featured', kind: 'featured', showSeconds: 600 },
  {
    id: 'pinned',
    kind: 'pinned',
    title: 'CV pack',
    text: 'Twelve layouts',
    price: { minor: 1900, currency: 'EUR' },
    address: 'lena.example/pack',
  },
  {
    id: 'discount',
    kind: 'discount',
    code: 'TEN',
    text: 'Ten percent off',
    endsAt: IN_FIVE_DAYS,
  },
  { id: 'ticker', kind: 'ticker', lines: ['Every Tuesday at seven'], turnSeconds: 120 },
  { id: 'clock', kind: 'clock', shows: 'session' },
];
const SHOWN = ['.bio', '.booking', '.queue', '.alert', '.board', '.goal', '.featured', '.pinned', '.discount'].concat(
  '.ticker',
  '.clock',
);
/** Of each widget's box, in the order above. */
const HEIGHTS = [250, 230, 90, 170, 330, 190, 210, 210, 170, 100, 90];
const SIZE = { width: 1000, height: 20 + HEIGHTS.reduce((sum, height) => sum + height, 0) };

function designIn(theme: Theme): StageDesign {
  const places = WIDGETS.map(({ id }, at) => {
    const y = 20 + HEIGHTS.slice(0, at).reduce((sum, height) => sum + height, 0);
    return [id, { y, height: (HEIGHTS[at] ?? 0) - 10 }] as const;
  });
  const design = designOf(WIDGETS, Object.fromEntries(places));
  const layouts = design.layouts.map((layout) => ({ ...layout, canvas: SIZE }));
  return { ...design, theme, layouts, alerts: { ...design.alerts, leastSeconds: 60, mostSeconds: 300 } };
}

async function worstOf(page: Page, background: string) {
  await page.evaluate((value) => {
    document.documentElement.style.background = value;
  }, background);
  const read = await readTexts(page, '.stage .box');
  expect(read.length).toBeGreaterThan(30);
  return read.filter((text) => text.contrast < (text.sizePixels >= LARGE_PIXELS ? 3 : 4.5));
}

let server: PageServer;
test.beforeEach(async () => {
  const view = fullView();
  const at = toInstant(Date.now());
  server = await startPageServer({
    ...view,
    featured: { id: 'q', kind: 'question', name: 'Marte', text: 'Where do I start?', at },
    queue: view.queue && { ...view.queue, nowServing: 'Tomasz' },
  });
  server.figures = someFigures();
});
test.afterEach(() => server.goAway());

/** Reading pixels takes seconds: each theme meets each accent and each frame, and the themes in turn every pair of them. */
const pairsOf = (theme: Theme) =>
  Object.entries(ACCENTS).map(([name, accent], at) => {
    const frames = Object.entries(FRAMES);
    const [frame, background] = frames[(at + THEMES.indexOf(theme)) % frames.length] ?? ['', ''];
    return { name, accent, frame, background };
  });

for (const theme of THEMES)
  test(`[ST112] every text of ${theme} stands out from what is really behind it, over bright, dark and both`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(SIZE);
    server.design = designIn(theme);
    await page.goto(server.stageAddress);
    await page.locator(`[data-theme="${theme}"]`).waitFor();
    server.tellMoments([giftNow('rose', 'Ayşe K.', 12)]);
    for (const part of SHOWN) await page.locator(part).first().waitFor();
    const failing: unknown[] = [];
    for (const { name, accent, frame, background } of pairsOf(theme)) {
      server.design = { ...server.design, accent };
      server.tellDesign();
      await expect
        .poll(() => page.locator('.stage').evaluate((stage) => stage.style.getPropertyValue('--accent-own')))
        .toBe(accent);
      for (const text of await worstOf(page, background)) failing.push({ accent: name, frame, ...text });
    }
    expect(failing).toEqual([]);
  });
