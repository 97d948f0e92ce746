import { type APIRequestContext, expect, test } from '@playwright/test';
import { invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const headers = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

/** Two requests that were opened from one comment of the chat; the platform says whose they are. */
async function twoOfOne(request: APIRequestContext): Promise<{ id: string; thread: string }[]> {
  const comment = { source: 'api', type: 'chat', at: new Date().toISOString(), chat: { text: 'Can you help?' } };
  const event = { id: 'merge-1', ...comment, user: { id: 'merge-1', name: 'Twice Merged' } };
  expect((await request.post('/api/v1/events', { headers, data: event })).status()).toBe(202);
  const journal = await request.get('/api/v1/events', { headers: { ...headers, accept: 'application/x-ndjson' } });
  const line = (await journal.text()).split('\n').find((each) => each.includes('"merge-1"')) ?? '{}';
  const { seq } = JSON.parse(line) as { seq: number };
  const made = [];
  for (const text of ['Can you read my letter?', 'And my CV too, please']) {
    const data = { name: 'Twice Merged', text, comment: seq };
    made.push(await (await request.post('/api/v1/requests', { headers, data })).json());
  }
  return made as { id: string; thread: string }[];
}

test('[DP206] two of one person are merged by key, undone as if nothing had been, and their one conversation is at both addresses', async ({
  page,
  request,
}) => {
  const [first, second] = await twoOfOne(request);
  if (!first || !second) throw new Error('nothing was opened');
  await page.goto(await invitation(request, 'Mo'));
  await page.goto(`/desk#${first.id}`);
  await expect(page.locator('.others')).toContainText('1 other of the same person');
  await page.keyboard.press('e');
  const panel = page.getByRole('region', { name: 'One person, one request' });
  await expect(panel.getByRole('button', { name: 'Merge into this one' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.undo-line')).toContainText('Twice Merged: merged in');
  await expect(page.locator(`[data-request="${second.id}"]`)).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(page.locator('.undo-line')).toHaveCount(0);
  await expect(page.locator(`[data-request="${second.id}"]`)).toHaveAttribute('data-state', 'new');

  const merged = await request.post(`/api/v1/requests/${second.id}/merge`, { headers, data: { into: first.id } });
  expect(merged.status()).toBe(200);
  await expect(page.locator('.entries')).toContainText('And my CV too, please');
  await expect(page.locator('.system-line')).toContainText('was merged into this one');
  await page.goto(`/desk#${second.id}`);
  await expect(page.locator('.thread-head .state-sign')).toHaveText('Merged');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page).toHaveURL(new RegExp(`#${first.id}$`));

  await page.goto(second.thread);
  await expect(page.locator('.messages')).toContainText('Can you read my letter?');
  await expect(page.locator('.messages')).toContainText('Your other request was joined to this one');
});
