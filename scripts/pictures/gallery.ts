import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { FAN_CLUB_TIER } from '../../shared/fan-club.ts';
import type { LiveSession } from '../../shared/live.ts';
import { THEMES, type Theme } from '../../shared/stage-design.ts';
import { type Instant, toInstant } from '../../shared/time.ts';
import { canvasOf, designOf, type Shape } from './every-widget.ts';
import { drawFrame, type Frame } from './frames.ts';
import { atRest, open, type Show, saveSmall } from './show.ts';

/** Half the size that OBS draws: about what a phone shows, and small enough to keep with the code. */
const SCALE = 0.5;

interface Stage {
  readonly id: string;
}

/** Every theme, tall and wide, over a bright and a dark picture, and every widget of it and every kind of alert on two sheets. */
export async function pictureGallery(browser: Browser, show: Show): Promise<void> {
  const [stage] = (await show.ask('GET', '/api/v1/stages')) as Stage[];
  if (!stage) throw new Error('the program has no stage');
  await standStill(show);
  await show.ask('POST', '/api/v1/stages/featured', {
    kind: 'question',
    name: 'Marte Eksempel',
    text: 'I have been a nurse for twelve years. Where do I start?',
  });
  await fillBoard(show);
  for (const shape of ['tall', 'wide'] as const) {
    await pictureShape(browser, show, stage, shape, ['bright', 'dark']);
  }
  await show.ask('POST', `/api/v1/stages/${stage.id}/set-up`, { on: true });
  await pictureShape(browser, show, stage, 'widgets', ['bright', 'dark']);
}

/**
 * A sample show so slow that it tells nothing: its own gifts would come over what is pictured, and without any source the
 * feed's plate had nothing to say.
 */
async function standStill(show: Show): Promise<void> {
  const session = async () => ((await show.ask('GET', '/api/v1/live')) as LiveSession).session?.id;
  const before = await session();
  await show.ask('DELETE', '/api/v1/sources/demo');
  await show.ask('POST', '/api/v1/sources', { spec: 'demo?speed=0.001' });
  // It begins a live of its own: what is told before that counts for the one that ended.
  while ((await session()) === before) await setTimeout(50);
}

async function pictureShape(browser: Browser, show: Show, stage: Stage, shape: Shape, frames: Frame[]): Promise<void> {
  const page = await open(browser, show.stage, { viewport: canvasOf(shape), deviceScaleFactor: SCALE });
  for (const theme of THEMES) {
    await show.ask('PUT', `/api/v1/stages/${stage.id}/design`, designOf(theme, shape, inThreeHours()));
    await themed(page, theme);
    for (const frame of frames) {
      await drawFrame(page, frame);
      if (shape === 'widgets')
        await (frame === 'bright' ? giveDearer(show, page) : giveRoses(show, page, 'and a share'));
      else await giveRoses(show, page);
      await hideMarks(page);
      await saveSmall(
        page,
        shape === 'widgets' ? `stage-widgets-${theme}-${frame}` : `stage-${theme}-${shape}-${frame}`,
      );
    }
  }
  await page.context().close();
}

async function themed(page: Page, theme: Theme): Promise<void> {
  await page.locator(`[data-theme="${theme}"]`).waitFor();
  await page.getByText('Lena Sample').waitFor();
}

function inThreeHours(): Instant {
  return toInstant(Date.now() + 3 * 3_600_000);
}

/** Of set-up mode, which the feed's plate needs, without the lines that it draws over the video. */
async function hideMarks(page: Page): Promise<void> {
  await page.locator('.safe-zone').evaluateAll((marks) => {
    for (const mark of marks) (mark as HTMLElement).style.visibility = 'hidden';
  });
}

let streaks = 0;

/** Somebody who follows, and a streak of roses that grows before the eye; waits until both have come to rest. */
export async function giveRoses(show: Show, page: Page, more?: 'and a share'): Promise<void> {
  const streak = await cleared(show, page);
  await tell(show, `${streak}-follow`, { type: 'follow', user: viewer('Ingrid Eksempel') });
  await page.getByText('Ingrid Eksempel').waitFor();
  for (const count of [1, 4, 12]) {
    await tell(show, `${streak}-${count}`, {
      type: 'gift',
      user: viewer('Tomasz Przykład'),
      gift: { id: '5655', name: 'Rose', diamonds: 1, count, streak: { id: streak, ended: false } },
    });
  }
  await page.getByText('×12').waitFor();
  if (more) {
    await tell(show, `${streak}-share`, { type: 'share', user: viewer('Sanne Voorbeeld') });
    await page.locator('.alert-share').waitFor();
  }
  await drawnAtRest(page);
}

/** The other kinds: a tip, a subscription and the fan club, with one more that waits. */
async function giveDearer(show: Show, page: Page): Promise<void> {
  const name = await cleared(show, page);
  const amount = { minor: 2_550, currency: 'EUR' };
  await tell(show, `${name}-tip`, { type: 'tip', user: viewer('Tomasz Przykład'), tip: { amount } });
  await page.locator('.alert-tip').waitFor();
  await tell(show, `${name}-subscribe`, {
    type: 'subscribe',
    user: viewer('Ingrid Eksempel'),
    subscribe: { months: 1 },
  });
  await page.locator('.alert-subscribe').waitFor();
  const subscribe = { months: 1, tier: FAN_CLUB_TIER };
  await tell(show, `${name}-club`, { type: 'subscribe', user: viewer('Sanne Voorbeeld'), subscribe });
  await page.locator('.alert-fan-club').waitFor();
  await tell(show, `${name}-share`, { type: 'share', user: viewer('Jonas Beispiel') });
  await page.locator('.more').waitFor();
  await drawnAtRest(page);
}

/** When nothing is on any more; answers a name that no other round had. */
async function cleared(show: Show, page: Page): Promise<string> {
  streaks += 1;
  await show.ask('POST', '/api/v1/alerts/clear');
  await page.locator('.alert, .more').first().waitFor({ state: 'detached' });
  return `pictures-${streaks}`;
}

async function drawnAtRest(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await atRest(page);
}

async function fillBoard(show: Show): Promise<void> {
  for (const [name, diamonds] of [
    ['Jonas Beispiel', 1_088],
    ['Tomasz Przykład', 640],
    ['Sanne Voorbeeld', 299],
    ['محمد مثال', 120],
  ] as const) {
    await tell(show, `board-${name}`, {
      type: 'gift',
      user: viewer(name),
      gift: { id: '1', name: 'Bouquet', diamonds, count: 1 },
    });
  }
}

function viewer(name: string) {
  const handle = name.toLowerCase().replaceAll(/[^a-z]+/g, '.');
  return { id: `pictures ${name}`, handle, name };
}

async function tell(show: Show, id: string, event: Record<string, unknown>): Promise<void> {
  await show.ask('POST', '/api/v1/events', { id: `pictures ${id}`, at: new Date().toISOString(), ...event });
}
