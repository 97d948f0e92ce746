import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { askedBy, invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const headers = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

test('[DP208] [DP300] [DP304] [DP305] [DP272] [DP273] a decline goes with a prepared reply in the viewer’s language, changed by hand, which an undo gives back', async ({
  page,
  request,
}) => {
  const data = { name: 'Worded Decline', text: `Guten Tag${'\n…'.repeat(80)}`, language: 'de' };
  const { id } = (await (await request.post('/api/v1/requests', { headers, data })).json()) as { id: string };
  await page.goto(await invitation(request, 'Mo', { undo: true }));
  await page.goto(`/desk#${id}`);
  await expect(page.locator('#desk-reply')).toBeVisible();
  // A message longer than its box opens at its beginning.
  await expect(page.locator('.bubble-text')).toBeVisible();
  const topOf = async (part: string) => (await page.locator(part).boundingBox())?.y ?? 0;
  expect(await topOf('.bubble')).toBeGreaterThanOrEqual(await topOf('.thread-scroll'));
  await page.keyboard.press('c');
  await expect(page.locator('.thread-head')).toContainText('Claimed by you');
  await page.keyboard.press('d');
  const question = page.getByRole('alertdialog', { name: 'Decline' });
  await expect(question.getByRole('button', { name: 'Decline' })).toBeFocused();
  await question.getByRole('button', { name: 'With a message' }).click();
  const words = question.getByLabel('Message to Worded Decline (optional)');
  await expect(words).toBeFocused();
  await question.getByLabel('Insert a prepared reply').selectOption('Not something we do');
  await expect(words).toHaveValue(/^Hallo Worded Decline, danke/);
  const prepared = await words.inputValue();
  await words.press('Control+End');
  await words.pressSequentially(' Viel Glück!');
  expect(await axeFaults(page, { within: '.decline-question' })).toEqual([]);
  const declined = page.waitForResponse((answer) => answer.url().includes('/decline'));
  await words.press('Control+Enter');
  expect(await (await declined).json()).toMatchObject({ type: 'decline', text: `${prepared} Viel Glück!` });
  await expect(page.locator('.undo-line')).toContainText('Declining Worded Decline');
  await page.keyboard.press('u');
  await expect(page.locator('.undo-line')).toHaveCount(0);
  await page.keyboard.press('d');
  await expect(words).toHaveValue(`${prepared} Viel Glück!`);
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);

  // A note stays at the desk, and is no draft of a reply.
  await page.locator('#desk-reply').fill('A reply');
  await page.locator('#desk-reply').press('Escape');
  await page.keyboard.press('i');
  const note = page.getByRole('textbox', { name: 'Note about Worded Decline, only for the team' });
  await expect(note).toBeFocused();
  await note.fill('Asked twice before');
  expect(await axeFaults(page, { within: '.reply-note' })).toEqual([]);
  await note.press('Control+Enter');
  await expect(page.locator('.system-note')).toContainText('Note of Mo: Asked twice before');
  await expect(page.locator('#desk-reply')).toHaveValue('A reply');
  await expect(page.getByRole('button', { name: 'Note (only for the team)' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(note).toHaveValue('');

  // What is typed of one outlives a look at the reply, and one that is refused goes before it.
  await note.fill('Refused');
  let refuse = () => {};
  const held = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  await page.route('**/note', async (route) => {
    await held;
    await route.fulfill({ status: 503, json: { why: 'unavailable' } });
  });
  await note.press('Control+Enter');
  await page.keyboard.press('i');
  await note.fill('Typed since');
  await page.getByRole('button', { name: 'Note (only for the team)' }).click();
  await expect(page.getByRole('button', { name: 'Note (typed, not kept yet)' })).toBeFocused();
  await expect(page.locator('#desk-reply')).toHaveValue('A reply');
  refuse();
  await expect(page.locator('.refusal')).toBeVisible();
  await expect(note).toHaveValue('Refused\nTyped since');
  await page.unroute('**/note');
  await note.fill('');
  await page.getByRole('button', { name: 'Note (only for the team)' }).click();
  await expect(page.locator('#desk-reply')).toHaveValue('A reply');
  await page.locator('#desk-reply').fill('');
  await page.locator('#desk-reply').press('Escape');

  // The row leaves the list with the decline; the keys go on from its place. Others ask meanwhile: their rows are not of this list.
  const other = { name: 'Worded Other', text: 'Guten Abend', language: 'de' };
  const next = (await (await request.post('/api/v1/requests', { headers, data: other })).json()) as { id: string };
  await page.keyboard.press('1');
  await page.locator('#desk-search').fill('Worded');
  await expect(page.locator('.request-row')).toHaveCount(2);
  await page.locator('#desk-search').press('Enter');
  const isLast = (await page.locator('.request-row').last().getAttribute('data-request')) === id;
  await page.keyboard.press('d');
  // The words of before are there again: Enter alone would be one of them.
  await page.keyboard.press('Control+Enter');
  await expect(page.locator(`.request-row[data-request="${id}"]`)).toHaveCount(0);
  await page.keyboard.press(isLast ? 'k' : 'j');
  await expect(page.locator('.request-row[aria-current]')).toHaveAttribute('data-request', next.id);
});

test('[DP298] [DP277] what is booked is called off, in words that say so, when it is refused too', async ({
  page,
  request,
}) => {
  const { id } = await askedBy(request, 'Booked Off', 136);
  expect((await request.post(`/api/v1/requests/${id}/accept`, { headers, data: {} })).ok()).toBe(true);
  await page.goto(await invitation(request, 'Mo', { undo: true }));
  await page.goto(`/desk#${id}`);
  await expect(page.locator('.thread-about strong')).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByText('Call off the appointment of Booked Off?')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the appointment' }).click();
  await page.route('**/decline?undo=1', (route) => route.fulfill({ status: 503, json: { why: 'unavailable' } }));
  await page.getByRole('button', { name: 'Call off' }).click();
  await page.getByRole('button', { name: 'Call it off' }).click();
  await expect(page.locator('.refusal-title')).toHaveText('Call off did not go through');
  await page.unroute('**/decline?undo=1');
  await page.getByRole('button', { name: 'Call off' }).click();
  await page.getByRole('button', { name: 'Call it off' }).click();
  await expect(page.locator('.undo-line')).toContainText('Calling off Booked Off in');
  await expect(page.getByRole('button', { name: 'Undo: Call off, Booked Off' })).toBeVisible();
  await expect(page.locator('.thread-head')).toContainText('Called off');
});
