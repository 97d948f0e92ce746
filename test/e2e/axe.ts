import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;
type Axe = { run(context: object, options: object): Promise<Results> };

interface Look {
  /** `colours`, the contrast alone, is enough for the dark scheme of a page whose light one was looked at whole. */
  readonly look?: 'all' | 'colours';
  /** Of this part alone, where the rest of the page has been looked at. */
  readonly within?: string;
  readonly without?: readonly string[];
}

/** The axe-core that @axe-core/playwright is made for, as a script for pages. */
const source = readFile(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/**
 * What axe finds on a page, one line each. Of the hundreds of options of a select a browser draws one. The builder of
 * @axe-core/playwright is not used: it loads axe anew for each look and brings along every element that is in order,
 * which takes five times as long as the look.
 */
export async function axeFaults(page: Page, { look = 'all', within, without = [] }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const violations = await page.evaluate(runAxe, {
    context: { include: [within ?? 'html'], exclude: ['option', ...without] },
    options: look === 'colours' ? { runOnly: ['color-contrast'] } : {},
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => [id, target.join(' '), failureSummary].join(' | ')),
  );
}

/** In the page, once its colours have come to rest: what fades is nobody's colour half way. */
async function runAxe({ context, options }: { context: object; options: object }): Promise<Results['violations']> {
  const { axe } = window as unknown as { axe: Axe };
  // What has just changed begins to move with the next frame, and what inherits its colour one frame after it.
  for (let moving: Animation[] | null = null; moving?.length !== 0; ) {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    // Colours alone: a bar that tells how long a time is kept moves for half an hour.
    moving = document
      .getAnimations()
      .filter((one) => one instanceof CSSTransition && /color$/.test(one.transitionProperty))
      .filter((one) => one.playState === 'running');
    await Promise.allSettled(moving.map(({ finished }) => finished));
  }
  return (await axe.run(context, { ...options, resultTypes: ['violations'] })).violations;
}
