import { expect, test } from '@playwright/test';
import { askedBy, invitation } from './desk-given.ts';

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP171] [DP297] [DP332] [DP333] [DP361] the details lead to what else the person has open, and say where only an address was typed', async ({
  page,
  request,
}) => {
  const one = await askedBy(request, 'Twice One', 96, {
    ...{ contact: { email: 'twice@mail.example' }, zone: 'America/Los_Angeles' },
  });
  const two = await askedBy(request, 'Twice Two', 100, { contact: { email: 'twice@mail.example' } });
  await page.goto(await invitation(request, 'Mo'));
  await page.goto(`/desk#${one.id}`);
  const others = page.locator('.others');
  await expect(others).toContainText('1 other that may be of the same person');
  await expect(others).toContainText('Merge them if you know that it is one person');
  await expect(others).toContainText('same address; anybody may type one');
  await expect(page.locator('.pane-context')).toContainText(/Los Angeles, P[SD]T|Los Angeles, GMT-\d/);
  await page.keyboard.press('o');
  await expect(page.locator('.offer-panel')).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(page.locator('.offer-panel')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await others.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`#${two.id}$`));
  await expect(page.locator('.thread-who')).toContainText('Twice Two');
  await expect(others).toBeVisible();
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Merge into this one' }).click();
  const question = page.getByRole('alertdialog', { name: 'Is it one person?' });
  await expect(question).toContainText('reads both from then on');
  await expect(question.getByRole('button', { name: 'Leave them' })).toBeFocused();
  await question.getByRole('button', { name: 'Yes, merge them' }).click();
  await expect(page.locator('.undo-line')).toContainText('merged in');
  await page.keyboard.press('u');
  await expect(page.locator('.undo-line')).toHaveCount(0);
  await expect(others).toBeVisible();
});
