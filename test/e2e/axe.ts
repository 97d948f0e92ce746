import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds on a page, one line each. `colours` looks at the contrast alone: enough for the dark scheme of a page
 * whose light one was looked at whole. `without` are selectors that are left out.
 */
export async function axeFaults(
  page: Page,
  { look = 'all', without = [] }: { look?: 'all' | 'colours'; without?: readonly string[] } = {},
): Promise<string[]> {
  // No page of ours has frames. The other mode opens a page beside it each time, which takes longer than the look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  for (const selector of without) axe.exclude(selector);
  if (look === 'colours') axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}
