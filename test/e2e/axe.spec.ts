import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { askedBy } from './desk-given.ts';

const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
// A page takes two seconds on a busy machine.
test.describe.configure({ timeout: 120_000 });
// Motion would be caught half way, where its colours are nobody's.
test.use({ locale: 'en-GB', extraHTTPHeaders: owner, reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });

/** In both schemes. What lies under a preview of the stage is the stage's, whose own tests read it. */
async function findings(page: Page, where: string, within = 'body'): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, look] of [
    ['light', 'all'],
    ['dark', 'colours'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    const faults = await axeFaults(page, { look, within, without: ['.preview'] });
    found.push(...faults.map((fault) => `${where}, ${colorScheme}: ${fault}`));
  }
  return found;
}

test('[SU192] axe finds nothing in any section of the studio, light and dark', async ({ page }) => {
  await page.goto('/studio');
  await expect(page.locator('.total-main').first()).toBeVisible();
  const sections = await page.locator('.studio-nav a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(sections.length).toBeGreaterThan(12);
  const found: string[] = [];
  for (const section of sections.filter((each) => each !== '#look')) {
    await page.locator(`.studio-nav a[href="${section}"]`).click();
    await expect(page.locator('.section h1, .section h2').first()).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    found.push(...(await findings(page, String(section), section === sections[0] ? 'body' : 'main')));
  }
  expect(found).toEqual([]);
});

test('[SU192] axe finds nothing in any part of the stage editor, light and dark', async ({ page }) => {
  await page.goto('/studio#look');
  await expect(page.locator('.preview .bio')).toBeVisible();
  await page.locator('.widget-row').first().click();
  const found = await findings(page, 'canvas', 'main');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    found.push(...(await findings(page, String(await tab.textContent()), '.look-panel')));
  }
  expect(found).toEqual([]);
});

test('[DP30] axe finds nothing at the desk with a request open, light and dark', async ({ page, request }) => {
  await askedBy(request, 'Axel Sample', 5);
  await page.goto('/desk');
  await page.getByText('Axel Sample').first().click();
  await expect(page.getByText('A question of Axel Sample').first()).toBeVisible();
  expect(await findings(page, 'desk')).toEqual([]);
});
