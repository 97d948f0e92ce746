import { expect } from '@playwright/test';
import { designOf, openLook, tallBox, test } from './look-given.ts';

test('[SU51] a box that is dragged and resized by mouse is saved, and undo brings it back', async ({ page }) => {
  await openLook(page);
  const before = await tallBox(page, 'bio');
  const box = page.locator('[data-widget=bio] .shape-body');
  const at = await box.boundingBox();
  if (!at || !before) throw new Error('no box');
  await page.mouse.move(at.x + 60, at.y + 20);
  await page.mouse.down();
  await page.mouse.move(at.x + 63, at.y - 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => tallBox(page, 'bio')).not.toEqual(before);
  const moved = await tallBox(page, 'bio');
  expect([moved?.width, moved?.height]).toEqual([before.width, before.height]);
  const grip = await page.locator('[data-widget=bio] [data-handle=e]').boundingBox();
  if (!grip) throw new Error('no grip');
  await page.mouse.move(grip.x + 5, grip.y + 5);
  await page.mouse.down();
  await page.mouse.move(grip.x - 45, grip.y + 5, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await tallBox(page, 'bio'))?.width).toBeLessThan(before.width);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => tallBox(page, 'bio')).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => tallBox(page, 'bio')).toEqual(moved);
});

test('[SU51] [SU290] [SU541] by keys alone a box is moved, resized, taken off its layout and brought back', async ({
  page,
}) => {
  await openLook(page);
  const before = await tallBox(page, 'queue');
  const box = page.locator('[data-widget=queue] .shape-body');
  await box.focus();
  for (const key of ['ArrowRight', 'Shift+ArrowDown', 'Alt+ArrowLeft']) await page.keyboard.press(key);
  await expect(box).toHaveAccessibleName(/^Queue: 999 by 72, 41 from the left, 268 from the top$/);
  await expect.poll(() => tallBox(page, 'queue')).toEqual({ ...before, x: 41, y: 268, width: 999 });
  await page.keyboard.press('Delete');
  await expect(box).toHaveCount(0);
  await expect(page.locator('[data-widget=alerts] .shape-body')).toBeFocused();
  await expect(page.getByText('Queue is off this layout. Undo brings it back.')).toHaveRole('status');
  await expect(page.locator('.widget-row', { hasText: 'Queue' })).toContainText('Not on this layout');
  await expect.poll(() => tallBox(page, 'queue')).toBeUndefined();
  await page.keyboard.press('Control+z');
  await expect(box).toBeVisible();
  await expect.poll(async () => (await tallBox(page, 'queue'))?.x).toBe(41);
  await page.locator('.widget-row', { hasText: 'Queue' }).click();
  await page.getByRole('button', { name: 'Remove from the stage' }).press('Enter');
  await expect(page.locator('.widget-row', { hasText: 'Alerts' })).toBeFocused();
  await expect(page.getByText('Queue is off the stage. Undo brings it back.')).toHaveRole('status');
  await page.keyboard.press('Control+z');
  await expect(box).toBeVisible();
  const over = page.getByText('It overlaps: Service bio and Featured comment.');
  await expect(over).toHaveCount(0);
  await page.locator('[data-widget=alerts] .shape-body').press('Shift+ArrowDown');
  await expect(over).toBeVisible();
  await expect(page.locator('.widget-row', { hasText: 'Service bio' })).toContainText('Overlaps');
  await page.keyboard.press('Control+z');
  await expect(over).toHaveCount(0);
});

test('[SU210] a press on what is drawn takes hold of it, and not of what lies over it unseen', async ({ page }) => {
  await openLook(page);
  // Both are at the same place; this test's look may have a bio that another moved by some pixels.
  const at = await page.locator('.shape[data-widget=featured]').boundingBox();
  await page.mouse.click((at?.x ?? 0) + 80, (at?.y ?? 0) + 30);
  await expect(page.locator('.shape[data-widget=bio]')).toHaveAttribute('data-chosen', 'true');
  await page.locator('.widget-row', { hasText: 'Featured comment' }).click();
  await page.mouse.click((at?.x ?? 0) + 80, (at?.y ?? 0) + 30);
  await expect(page.locator('.shape[data-widget=featured]')).toHaveAttribute('data-chosen', 'true');
});

test('[SU80] a layout is given another size, its widgets go along, and undo brings everything back', async ({
  page,
}) => {
  await openLook(page);
  const before = await designOf(page);
  await page.getByRole('button', { name: 'Layout settings' }).click();
  const change = page.getByRole('button', { name: 'Change the size' });
  await expect(change).toBeDisabled();
  await page.getByLabel('Size', { exact: true }).selectOption('Another size');
  await page.getByRole('spinbutton', { name: 'Width' }).fill('1080');
  await page.getByRole('spinbutton', { name: 'Height' }).fill('1350');
  await change.click();
  await expect(page.locator('.look-canvas')).toHaveAccessibleName('Canvas of 1080 × 1350, 1080 by 1350');
  await expect.poll(async () => (await designOf(page)).layouts[0]?.canvas).toEqual({ width: 1080, height: 1350 });
  for (const box of Object.values((await designOf(page)).layouts[0]?.boxes ?? {}))
    expect(box.y + box.height).toBeLessThanOrEqual(1350);
  await page.keyboard.press('Control+z');
  await expect.poll(() => designOf(page)).toEqual(before);
});

test('[SU56] [SU297] on a phone a widget is placed by its list and its numbers, and one out of bounds stays with them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLook(page);
  await page.locator('.widget-row', { hasText: 'Alerts' }).click();
  await page.getByRole('spinbutton', { name: 'From the top' }).fill('700');
  await expect.poll(async () => (await tallBox(page, 'alerts'))?.y).toBe(700);
  await page.getByRole('spinbutton', { name: 'From the top' }).fill('99999');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('spinbutton', { name: 'From the top' })).toHaveValue('99999');
  await expect(page.locator('.field-error')).toContainText('A whole number from');
  expect((await tallBox(page, 'alerts'))?.y).toBe(700);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
