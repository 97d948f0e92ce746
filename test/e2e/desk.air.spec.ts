import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { closeContexts } from './contexts.ts';
import { askedBy, invitation } from './desk-given.ts';

test.afterEach(closeContexts);

test.use({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });

test('[DP165] [DP265] [DP275] [DP299] a question is read and shortened before it is on the stage, and every desk says that it is there', async ({
  page,
  browser,
  request,
}) => {
  const message = 'What do I put first? Write to vera@mail.example';
  const agreed = { message, onAir: true, consentVersion: '2-0123abcd' };
  const { id } = await askedBy(request, 'Airy Viewer', 84, agreed);
  const next = await askedBy(request, 'Next Viewer', 86, agreed);
  const shy = await askedBy(request, 'Shy Viewer', 88);
  await page.goto(await invitation(request, 'Mo', { rights: ['control-stage'] }));
  await page.goto(`/desk#${id}`);
  await expect(page.locator('.thread-who')).toContainText('Airy Viewer');
  await page.keyboard.press('q');
  const words = page.getByRole('textbox', { name: 'Airy asks' });
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('What do I put first? Write to …');
  await words.fill('Call me: 0170 1234567');
  await expect(page.getByRole('alert').filter({ hasText: 'how to reach somebody' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put on the stage' })).toBeDisabled();
  await words.fill('What do I put first?');
  expect(await axeFaults(page, { within: '.air-question' })).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator('.air-now')).toContainText('On the stage now.');
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await other.goto(await invitation(request, 'Rea', { rights: ['reply'] }));
  await expect(other.locator(`[data-request="${id}"] .row-mark-air`)).toBeVisible();
  await expect(other.getByRole('button', { name: 'Take off' })).toHaveCount(0);
  const rival = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await rival.goto(await invitation(request, 'Ben', { rights: ['control-stage'] }));
  await rival.locator('.request-row').first().waitFor();
  await rival.goto(`/desk#${next.id}`);
  await expect(rival.locator('.thread-who')).toContainText('Next Viewer');
  await rival.keyboard.press('q');
  await expect(rival.getByRole('textbox', { name: 'Next asks' })).toBeFocused();
  await rival.keyboard.press('Enter');
  await expect(rival.getByRole('alert')).toContainText('Mo has a question on the stage for another');
  // Left unanswered, it is not there the next time.
  await rival.getByRole('button', { name: 'Leave' }).click();
  await rival.keyboard.press('q');
  await expect(rival.getByRole('textbox', { name: 'Next asks' })).toBeFocused();
  await expect(rival.getByRole('button', { name: 'Replace it' })).toHaveCount(0);
  await rival.keyboard.press('Enter');
  await rival.getByRole('button', { name: 'Replace it' }).click();
  await expect(rival.locator('.air-now')).toBeVisible();
  const notice = page.getByRole('alert').filter({ hasText: 'Ben put something else on the stage' });
  await expect(notice).toContainText('Your question of Airy is off it.');
  await notice.getByRole('button', { name: 'Understood' }).click();
  await rival.getByRole('button', { name: 'Take off' }).click();
  await expect(page.locator('.air-now')).toHaveCount(0);
  await expect(other.locator('.row-mark-air')).toHaveCount(0);
  await page.goto(`/desk#${shy.id}`);
  await expect(page.locator('.thread-who')).toContainText('Shy Viewer');
  const ask = page.getByRole('button', { name: 'Ask on air' });
  await expect(ask).toBeDisabled();
  await expect(ask).toHaveAttribute('title', /has not agreed to be asked/);
  await expect(page.locator('.pane-context')).toContainText('Has not agreed to be asked on air');
  await page.keyboard.press('q');
  await expect(page.getByText('has not agreed to be asked in the live')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('has not agreed to be asked in the live')).toHaveCount(0);
});
