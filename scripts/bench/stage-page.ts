import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { desktopBrowser } from '../../test/e2e/browsers.ts';

/** A page under measure, in a real browser. */
export interface Measured {
  readonly page: Page;
  /** Megabytes of JavaScript that are alive: garbage is collected first. */
  heapMb(): Promise<number>;
  /** Share of a core that the page's main thread is at work, over some seconds in which nothing is done to it. */
  load(seconds: number): Promise<number>;
  /** Frames a second over some seconds. Counting asks for frames itself: for a page that draws anyway. */
  frames(seconds: number): Promise<number>;
}

/** Opens the browser of the tests. Null where this machine has none: the rows are left out, and it is said. */
export async function openBrowser(): Promise<Browser | null> {
  const options = desktopBrowser();
  return options === null ? null : chromium.launch(options);
}

export async function measured(browser: Browser, url: string): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const page = await context.newPage();
  await page.goto(url);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  return {
    page,
    heapMb: async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      const { usedSize } = await cdp.send('Runtime.getHeapUsage');
      return usedSize / 1e6;
    },
    load: async (seconds) => {
      const before = await taskSeconds(cdp);
      await page.waitForTimeout(seconds * 1000);
      return ((await taskSeconds(cdp)) - before) / seconds;
    },
    frames: (seconds) => page.evaluate(countFrames, seconds),
  };
}

async function taskSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Runs in the page. */
function countFrames(seconds: number): Promise<number> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let frames = 0;
    const next = (now: number) => {
      frames += 1;
      if (now - begun < seconds * 1000) requestAnimationFrame(next);
      else resolve((frames / (now - begun)) * 1000);
    };
    requestAnimationFrame(next);
  });
}
