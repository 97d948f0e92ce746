import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { askedBy, invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

test('[DP168] [DP169] [DP270] [DP300] [DP307] [DP308] [DP317] [DP319] [DP322] many are marked by keyboard, declined with one message, undone as one; the refused stay marked', async ({
  page,
  request,
}) => {
  const ids: string[] = [];
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
    const made = await request.post('/api/v1/requests', {
      headers: owner,
      data: { name: `Bulky ${name}`, text: `Ask ${name}` },
    });
    ids.push(((await made.json()) as { id: string }).id);
  }
  await request.post(`/api/v1/requests/${ids[5]}/claim`, { headers: owner, data: {} });
  await page.goto(await invitation(request, 'Mo', { undo: true }));
  const rows = page.locator('.request-row', { hasText: 'Bulky' });
  // Not all of them need be in sight before they are looked for: other specs leave requests too.
  await expect(page.locator('.request-row').first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('bulky');
  await expect(page.locator('.request-row')).toHaveCount(6);
  await page.keyboard.press('Enter');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+J');
  const bar = page.getByRole('region', { name: 'Marked requests' });
  await expect(bar).toContainText('3 marked');
  await page.keyboard.press('v');
  await expect(bar).toContainText('2 marked');
  await rows.nth(5).click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('6 marked');
  await page.keyboard.press('v');
  await expect(bar).toContainText('5 marked');
  await bar.getByRole('button', { name: 'Mark all 6 shown' }).click();
  await expect(bar).toContainText('6 marked');
  expect(await axeFaults(page, { within: '.pane-list' })).toEqual([]);
  await page.keyboard.press('a');
  await expect(bar.getByRole('alert')).toContainText('“Accept” is for one request at a time');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('decline: all');
  await expect(page.getByRole('option').first()).toContainText('Decline: all 6 that are marked');
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await bar.getByLabel('Message to each of them').selectOption('Not something we do');
  await bar.getByRole('button', { name: 'Decline 6 requests' }).click();
  await expect(bar).toContainText('5 leave in ten seconds. 1 refused, still marked:');
  await expect(bar).toContainText('1 × Somebody else is answering this request.');
  await expect(bar).toContainText('1 marked');
  await expect(page.locator('.undo-line')).toHaveCount(1);
  await expect(page.locator('.undo-line')).toContainText('5 are declined in');
  await page.keyboard.press('u');
  await expect(page.locator('.undo-line')).toHaveCount(0);
  await expect(page.locator('.request-row')).toHaveCount(6);
  await expect(bar).toContainText('6 marked');
  await expect(bar).not.toContainText('done');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.getByRole('button', { name: 'Mark several' }).click();
  for (const name of ['One', 'Two']) await page.locator('.request-row', { hasText: `Bulky ${name}` }).click();
  await bar.getByRole('button', { name: 'Spam' }).click();
  await expect(bar).toContainText('2 done.');
  await expect(bar).not.toContainText('marked');
  await expect(page.locator('.request-row')).toHaveCount(4);
  await page.keyboard.press('Escape');
  const booked = await askedBy(request, 'Ending One', 150);
  await askedBy(request, 'Ending Two', 151);
  await request.post(`/api/v1/requests/${booked.id}/accept`, { headers: owner, data: {} });
  await page.locator('#desk-search').fill('ending');
  await page.keyboard.press('Enter');
  await page.keyboard.press('0');
  await expect(page.locator('.request-row')).toHaveCount(2);
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('d');
  await expect(bar.getByRole('button', { name: 'Decline 1, call off 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.undo-line')).toContainText(/In \d+ s: 1 declined, 1 called off/);
  // Marked again also by who has left the marks meanwhile.
  await expect(bar).toContainText('2 leave in ten seconds.');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(bar).toContainText('2 marked');
  await page.keyboard.press('v');
  await page.keyboard.press('d');
  await expect(bar.getByRole('button', { name: /^(Call off 1 appointment|Decline 1 request)$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  // In a dock the conversation stands in the place of the list, and what is typed after R is the reply all the same.
  await page.setViewportSize({ width: 340, height: 700 });
  // The page hears of its width before its next frame: a key that is quicker finds the list out of sight.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.keyboard.press('v');
  await page.keyboard.press('r');
  await page.keyboard.type('Back at eight, then I answer.');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.undo-line')).toContainText(/2 replies leave in \d+ s/);
  await page.keyboard.press('u');
  await expect(page.locator('.undo-line')).toHaveCount(0);
  await expect(bar).toContainText('2 marked');
  // What was written stands there again.
  await bar.getByRole('button', { name: 'Reply' }).click();
  await expect(bar.getByRole('textbox')).toHaveValue('Back at eight, then I answer.');
});
