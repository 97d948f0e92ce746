import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Look {
  /** `colours`, the contrast alone, is enough for the dark scheme of a page whose light one was looked at whole. */
  readonly look?: 'all' | 'colours';
  /** Of this part alone, where the rest of the page has been looked at. */
  readonly within?: string;
  readonly without?: readonly string[];
}

/** What axe finds on a page, one line each. Of the hundreds of options of a select a browser draws one. */
export async function axeFaults(page: Page, { look = 'all', within, without = [] }: Look = {}): Promise<string[]> {
  // No page of ours has frames. The other mode opens a page beside it each time, which takes longer than the look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('option');
  if (within) axe.include(within);
  for (const selector of without) axe.exclude(selector);
  if (look === 'colours') axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => [id, target.join(' '), failureSummary].join(' | ')),
  );
}
