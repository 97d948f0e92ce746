import { expect, test } from '@playwright/test';

const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

test('[ST18] a gift that is posted to the server is on the stage', async ({ page, request }) => {
  const stages = (await (await request.get('/api/v1/stages', { headers: owner })).json()) as { url: string }[];
  await page.goto(stages[0]?.url ?? '');
  await expect(page.locator('.bio')).toBeVisible();
  const id = `e2e-${test.info().project.name}-${Date.now()}`;
  const posted = await request.post('/api/v1/events', {
    headers: owner,
    data: {
      id,
      type: 'gift',
      at: new Date().toISOString(),
      user: { id, name: `Gifter ${id.slice(-6)}` },
      // So many that it stands before anything the sample show brings at the same moment.
      gift: { id: '5655', name: 'Rose', diamonds: 1, count: 9_001 },
    },
  });
  expect(posted.status()).toBe(202);
  await expect(page.locator('.alert', { hasText: `Gifter ${id.slice(-6)}` })).toContainText('×9,001', {
    timeout: 15_000,
  });
});
