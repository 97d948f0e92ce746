import type { Browser } from '@playwright/test';

/**
 * For `test.afterEach`: closes what the test has opened. A context that a test makes by hand lives as long as the worker,
 * and its pages go on drawing and hearing beside every later test.
 */
export async function closeContexts({ browser }: { browser: Browser }): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}
