import { expect, test } from '@playwright/test';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import { THEMES, type Widget } from '../../shared/stage-design.ts';
import { toInstant } from '../../shared/time.ts';
import type { PageServer } from '../fakes/page-server.ts';
import { startPageServer } from '../fakes/page-server.ts';
import { designOf, fullView, giftNow, isCut, someFigures } from './stage-given.ts';

const TALL = { width: 1080, height: 1920 };
const booking: Widget = { id: 'booking', kind: 'booking', code: true, nextFree: true };

let server: PageServer;
test.beforeEach(async () => {
  server = await startPageServer(fullView());
  server.figures = someFigures();
});
test.afterEach(() => server.goAway());

for (const language of ['en', 'de', 'nl', 'nb'] as const) {
  test(`[ST130] the next free time is whole in every theme, in ${language}`, async ({ page }) => {
    const { view } = server;
    server.view = { ...view, stage: { ...view.stage, language } };
    await page.setViewportSize(TALL);
    await page.goto(server.stageAddress);
    for (const theme of THEMES) {
      server.design = { ...FIRST_DESIGN, theme };
      server.tellDesign();
      await page.locator(`[data-theme="${theme}"] .booking-free b`).waitFor();
      expect(await isCut(page, '.booking-free b'), theme).toBe(false);
      expect(await isCut(page, '.booking-next .quiet'), theme).toBe(false);
      expect(await isCut(page, '.address'), theme).toBe(false);
    }
  });
}

test('[ST130] what is left of the week is said when it is nine or fewer', async ({ page }) => {
  const tell = (leftThisWeek: number) => {
    const { nextFree } = server.view;
    server.view = { ...server.view, nextFree: nextFree && { ...nextFree, leftThisWeek } };
    server.tellView();
  };
  await page.goto(server.stageAddress);
  await expect(page.locator('.booking-free')).toContainText('2 left this week');
  tell(10);
  await expect(page.locator('.booking-free')).not.toContainText('left');
  tell(9);
  await expect(page.locator('.booking-free')).toContainText('9 left this week');
});

test('[ST131] the address stands in one line without a blank, or a line for each of its groups', async ({ page }) => {
  server.design = designOf([booking]);
  await page.goto(server.stageAddress);
  const groups = () =>
    page.locator('.address-group').evaluateAll((all) => all.map((group) => group.getBoundingClientRect().toJSON()));
  await page.locator('.address').waitFor();
  const [host, path] = await groups();
  expect(path.left).toBe(host.right);
  expect(path.top).toBe(host.top);
  server.design = designOf([booking], { booking: { width: 560, height: 300 } });
  server.tellDesign();
  const apart = async () => {
    const [first, second] = await groups();
    return second.left - first.left;
  };
  await expect.poll(apart).toBe(0);
});

test('[ST131] in a narrow box the address breaks at its dots and strokes, and no word is cut in two', async ({
  page,
}) => {
  server.design = designOf([{ ...booking, code: false }], { booking: { width: 240, height: 400 } });
  await page.goto(server.stageAddress);
  await page.locator('.address').waitFor();
  const pieces = await page.locator('.address-piece').evaluateAll((all) =>
    all.map((piece) => ({
      text: piece.textContent,
      lines: Math.round(piece.clientHeight / (Number.parseFloat(getComputedStyle(piece).fontSize) * 1.15)),
    })),
  );
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.filter(({ lines }) => lines !== 1)).toEqual([]);
  expect(await isCut(page, '.address')).toBe(false);
});

test('[ST140] the free time on air names its zone', async ({ page }) => {
  const { view } = server;
  server.view = { ...view, nextFree: view.nextFree && { ...view.nextFree, zone: 'Asia/Tokyo' } };
  await page.goto(server.stageAddress);
  await expect(page.locator('.booking-free b')).toHaveText(/ \d\d:\d\d GMT\+9$/);
});

test('[ST132] a discount code that is too long for its box is broken, not cut, in every theme', async ({ page }) => {
  const code = 'SOMMERRABATT-FUER-ALLE-2026';
  const discount: Widget = { id: 'd', kind: 'discount', code, text: '', endsAt: null };
  await page.goto(server.stageAddress);
  for (const theme of THEMES) {
    server.design = { ...designOf([discount], { d: { width: 420, height: 240 } }), theme };
    server.tellDesign();
    await expect(page.locator(`[data-theme="${theme}"] .discount-code`)).toHaveText(code);
    expect(await isCut(page, '.discount-code'), theme).toBe(false);
  }
});

test('[ST133] beside the longest gift a name keeps its first letters', async ({ page }) => {
  const name = 'Maximiliane von Hohenlohe-Langenburg';
  await page.setViewportSize(TALL);
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  server.tellMoments([{ ...giftNow('a', name, 1_234), gift: 'Cheer You Up Big Time Tonight' } as never]);
  await expect(page.locator('.alert-count')).toHaveText('×1,234');
  const width = await page.locator('.alert-name').evaluate((one) => one.clientWidth);
  expect(width).toBeGreaterThanOrEqual(239);
  expect(await page.locator('.alert').evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
});

for (const { names, tall } of [
  { names: ['Jo', 'Tomasz Przykład-Wielkopolski', 'Third'], tall: 'and 1 more' },
  { names: ['Maximiliane von Hohenlohe', 'Tomasz Przykład-Wielkopolski', 'Third'], tall: '+1' },
]) {
  test(`[ST133] how many more there are stands beside the shortest alert, of ${names[0]} as ${tall}`, async ({
    page,
  }) => {
    await page.setViewportSize(TALL);
    await page.goto(server.stageAddress);
    await page.locator('.bio').waitFor();
    server.tellMoments(names.map((name, place) => ({ ...giftNow(name, name, 9 - place), seq: place + 1 })));
    const row = page.locator('.alert-row').filter({ has: page.locator('.more') });
    await expect(row.locator('.alert-name')).toHaveText(String(names[0]));
    await expect(row.getByText(tall)).toBeVisible();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await expect(row.getByText('and 1 more')).toBeVisible();
    await expect(row.getByText('+1')).toBeHidden();
  });
}

test('[ST133] the amount of a tip counts for the length of its alert, and many others are grouped by digits', async ({
  page,
}) => {
  await page.setViewportSize(TALL);
  await page.goto(server.stageAddress);
  await page.locator('.bio').waitFor();
  const at = new Date().toISOString();
  const amount = { minor: 12_550, currency: 'EUR' };
  const others = Array.from({ length: 1_235 }, (_, other) => {
    return { seq: 2 + other, at, type: 'follow' as const, key: `b${other}`, name: 'W'.repeat(30) };
  });
  server.tellMoments([{ seq: 1, at, type: 'tip', key: 'a', name: 'Ingrid Eksempel', amount }, ...others]);
  const row = page.locator('.alert-row').filter({ has: page.locator('.more') });
  await expect(row.locator('.alert-name')).toHaveText('Ingrid Eksempel');
  await expect(row.getByText('+1,234')).toBeVisible();
});

test('[ST134] a featured text begins on the side from which it is read', async ({ page }) => {
  const featured: Widget = { id: 'featured', kind: 'featured', showSeconds: 600 };
  server.design = designOf([featured]);
  const at = server.view.serverTime;
  server.view = { ...server.view, featured: { id: 'a', kind: 'comment', name: 'Jo', text: 'كيف أبدأ؟', at } };
  await page.goto(server.stageAddress);
  await expect(page.locator('.featured-text')).toHaveCSS('direction', 'rtl');
  server.view = { ...server.view, featured: { id: 'b', kind: 'comment', name: 'سارة', text: 'How?', at } };
  server.tellView();
  await expect(page.locator('.featured-text')).toHaveCSS('direction', 'ltr');
});

test('[ST135] in set-up mode each safe zone is named in the stage’s language', async ({ page }) => {
  const { view } = server;
  server.view = { ...view, setUp: true, stage: { ...view.stage, language: 'de' } };
  await page.setViewportSize(TALL);
  await page.goto(server.stageAddress);
  const names = ['Obere Leiste von TikTok', 'Kommentare', 'Knöpfe', 'Dein Gesicht'];
  await expect(page.locator('.safe-zone')).toHaveText(names);
});

test('[ST136] a goal shows a sign of what it counts, money none, and a new live is live', async ({ page }) => {
  const goal: Widget = {
    id: 'g',
    kind: 'goal',
    title: 'Tonight',
    measure: 'diamonds',
    target: 100,
    from: 0,
    currency: 'EUR',
    milestones: [],
    call: '',
  };
  server.design = designOf([
    goal,
    { ...goal, id: 'm', measure: 'money' },
    { id: 'c', kind: 'clock', shows: 'session' },
  ]);
  server.figures = { ...someFigures(), sessionStartedAt: toInstant(Date.parse(server.view.serverTime)) };
  await page.goto(server.stageAddress);
  await expect(page.locator('[data-widget=g] .goal-sum svg')).toBeVisible();
  await expect(page.locator('[data-widget=m] .goal-sum svg')).toHaveCount(0);
  await expect(page.locator('.clock')).toHaveText('Live');
});

test('[ST145] in a narrow box the clock leaves out its label, and its value is whole, in every theme and language', async ({
  page,
}) => {
  const { view } = server;
  const figures = { ...someFigures(), sessionStartedAt: toInstant(Date.now() - (10 * 60 + 59) * 60_000) };
  await page.goto(server.stageAddress);
  const isSeen = () =>
    page.locator('.clock-words').evaluate((words) => {
      const { top, right, bottom } = words.getBoundingClientRect();
      const [label, value] = [...words.children].map((each) => each.getBoundingClientRect());
      // Two pixels: how far a text runs over is told in whole ones, and the plate's padding is beside it.
      const whole = value && value.top >= top - 1 && value.bottom <= bottom + 1 && value.right <= right + 2;
      return { label: label !== undefined && label.bottom > top + 1, value: whole };
    });
  for (const language of ['en', 'de', 'nl', 'nb'] as const) {
    for (const theme of THEMES) {
      for (const { width, label } of [
        { width: 900, label: true },
        { width: 300, label: false },
        { width: 250, label: false },
        { width: 220, label: false },
      ]) {
        const clock: Widget = { id: `c${width}${theme}${language}`, kind: 'clock', shows: 'session' };
        server.view = { ...view, stage: { ...view.stage, language } };
        server.figures = figures;
        server.design = { ...designOf([clock], { [clock.id]: { width, height: 80 } }), theme };
        server.tellView();
        server.tellDesign();
        await page.locator(`[data-theme="${theme}"] [data-widget="${clock.id}"] .clock-words`).waitFor();
        await expect.poll(isSeen, `${language} ${theme} ${width}`).toEqual({ label, value: true });
      }
    }
  }
});

test('[ST137] [ST186] a line of the ticker runs over as many lines as its box holds, and a long word stays inside', async ({
  page,
}) => {
  const line = 'Thursday at eight: how to read a job advert that hides what it really wants from you';
  const ticker: Widget = { id: 't', kind: 'ticker', lines: [line], turnSeconds: 120 };
  server.design = designOf([ticker], { t: { width: 872, height: 130 } });
  await page.goto(server.stageAddress);
  const cut = () => page.locator('.ticker-line').evaluate((one) => one.scrollHeight - one.clientHeight);
  await expect.poll(cut).toBe(0);
  server.design = designOf([ticker], { t: { width: 872, height: 80 } });
  server.tellDesign();
  const cutAcross = () => page.locator('.ticker-line').evaluate((one) => one.scrollWidth - one.clientWidth);
  await expect.poll(cutAcross).toBeGreaterThan(0);

  /** Whether all of it is in its plate, and a line of it as wide as there is room. */
  const isInside = () =>
    page.locator('.ticker-line').evaluate((one) => {
      const plate = one.parentElement?.getBoundingClientRect();
      if (!plate) return false;
      const text = document.createRange();
      text.selectNodeContents(one);
      const seen = [...text.getClientRects()].filter(({ top }) => top < plate.bottom - 10);
      const { left, right, bottom } = one.getBoundingClientRect();
      const isIn = left >= plate.left && right <= plate.right && bottom <= plate.bottom;
      return isIn && Math.max(...seen.map(({ width }) => width)) > plate.width * 0.75;
    });
  for (const word of ['long'.repeat(25), '🌸'.repeat(100), 'والسلامعليكم'.repeat(9)]) {
    for (const height of [80, 130]) {
      server.design = designOf([{ ...ticker, lines: [`x ${word}`] }], { t: { width: 872, height } });
      server.tellDesign();
      await expect(page.locator('.ticker-line')).toContainText(word.slice(0, 40));
      await expect.poll(isInside, `${word.slice(0, 4)} ${height}`).toBe(true);
    }
  }
});
