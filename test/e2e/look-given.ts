import { expect, type Page, test as plain } from '@playwright/test';
import type { StageDesign } from '../../shared/stage-design.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

/** One server for all tests of a worker; each begins with the look that it came with. */
export const test = plain.extend<{ page: Page }, { server: OwnServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the pattern, and takes nothing else
    async ({}, use) => {
      const server = await startOwnServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  page: async ({ browser, server }, use) => {
    const context = await browser.newContext({
      baseURL: server.base,
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      extraHTTPHeaders: server.owner,
    });
    await use(await context.newPage());
    await context.close();
  },
});

export async function designOf(page: Page): Promise<StageDesign> {
  return (await (await page.request.get(await designPath(page))).json()) as StageDesign;
}

export async function designPath(page: Page): Promise<string> {
  const stages = (await (await page.request.get('/api/v1/stages')).json()) as { id: string }[];
  return `/api/v1/stages/${stages[0]?.id}/design`;
}

export const tallBox = async (page: Page, widget: string) => (await designOf(page)).layouts[0]?.boxes[widget];

export async function openLook(page: Page): Promise<void> {
  await page.goto('/studio#look');
  await expect(page.locator('.shape').first()).toBeVisible();
}
