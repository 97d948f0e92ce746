import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

const headers = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };

test('[DP208] a decline goes with a prepared reply in the viewer’s language, changed by hand, which an undo gives back', async ({
  page,
  request,
}) => {
  const data = { name: 'Worded Decline', text: 'Guten Tag', language: 'de' };
  const { id } = (await (await request.post('/api/v1/requests', { headers, data })).json()) as { id: string };
  await page.goto(await invitation(request, 'Mo', { undo: true }));
  await page.goto(`/desk#${id}`);
  await expect(page.locator('#desk-reply')).toBeVisible();
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
});
