import { expect, type Page, test } from '@playwright/test';
import { FakeObs } from '../fakes/obs-server.ts';
import { type OwnServer, startOwnServer } from './studio-given.ts';

test.use({ locale: 'en-GB' });

let server: OwnServer;
let obs: FakeObs;
test.beforeEach(async () => {
  [server, obs] = await Promise.all([startOwnServer(), FakeObs.start()]);
});
test.afterEach(async () => {
  await obs.stop();
  await server.stop();
});

const call = async (page: Page, method: string, path: string, data: unknown) => {
  const answer = await page.request.fetch(`${server.base}/api/v1${path}`, { method, headers: server.owner, data });
  expect([path, answer.ok()]).toEqual([path, true]);
  return (await answer.json()) as { url: string };
};

async function openDesk(page: Page, rights: ReadonlyArray<string>): Promise<void> {
  await page.goto((await call(page, 'POST', '/invitations', { name: 'Mo', hours: 1, rights })).url);
  await expect(page.locator('.pane-list .list-search')).toBeVisible();
}

const RULE = {
  id: 'party',
  name: 'Celebrate',
  when: [{ match: 'all', conditions: [{ type: 'button' }] }],
  actions: [{ type: 'show-scene', scene: 'Celebration', hold: null }],
};

const HELD = {
  ...RULE,
  id: 'held',
  name: 'For a while',
  actions: [{ type: 'show-scene', scene: 'Celebration', hold: { seconds: 600 } }],
};

test('[DP92] [DP310] [DP360] [DP311] [SC140] [SC3] a rule’s button at the desk shows its scene, and automation is paused and resumed beside it', async ({
  page,
}) => {
  await call(page, 'POST', '/obs/connect', { address: obs.address });
  await call(page, 'PUT', '/scene-rules', [RULE, { ...RULE, id: 'off', name: 'Not on', enabled: false }, HELD]);
  await openDesk(page, ['control-scenes']);
  const strip = page.getByRole('region', { name: 'Scenes' });
  const button = strip.getByRole('button', { name: 'Celebrate' });
  await expect(strip.locator('.scene-now')).toHaveText('Main');
  await expect(strip.getByRole('button', { name: 'Not on' })).toHaveCount(0);
  await expect(button).not.toHaveAttribute('aria-current');
  await button.click();
  await expect(strip.locator('.scene-now')).toHaveText('Celebration');
  await expect(button).toHaveAttribute('aria-current', 'true');
  await call(page, 'PUT', '/scene-automation', { fences: ['Celebration'] });
  obs.humanSwitches('Main');
  await expect(strip.locator('.scene-now')).toHaveText('Main');
  await button.click();
  await expect(strip.getByRole('alert')).toContainText('“Celebrate” was not done: the scene on air or the one');
  await call(page, 'PUT', '/scene-automation', { fences: [] });
  await button.click();
  await expect(strip.locator('.scene-now')).toHaveText('Celebration');
  await expect(strip.getByRole('alert')).toHaveCount(0);
  await strip.getByRole('button', { name: 'Resume automation' }).click();
  await strip.getByRole('button', { name: 'Pause automation' }).click();
  await expect(strip).toContainText('Paused');
  // A press is a person's will, and no rule's.
  obs.humanSwitches('Main');
  await expect(strip.locator('.scene-now')).toHaveText('Main');
  await button.click();
  await expect(strip.locator('.scene-now')).toHaveText('Celebration');
  await strip.getByRole('button', { name: 'Resume automation' }).click();
  await expect(button).toBeEnabled();
  // Whoever changes the scene in OBS has the wheel for a while.
  obs.humanSwitches('Main');
  await expect(strip.locator('.scene-now')).toHaveText('Main');
  await expect(strip).toContainText('Paused');
  await strip.getByRole('button', { name: 'Resume automation' }).click();
  await strip.getByRole('button', { name: 'For a while' }).click();
  await expect(strip.locator('.scene-now')).toHaveText('Celebration');
  await strip.getByRole('button', { name: 'Pause automation' }).click();
  const back = strip.getByRole('button', { name: 'Back to Main now' });
  await back.click();
  await expect(strip.locator('.scene-now')).toHaveText('Main');
  await expect(back).toHaveCount(0);
  await expect(strip).toContainText('Paused');
  await strip.getByRole('button', { name: 'Resume automation' }).click();
  await call(page, 'POST', '/live/end', {});
  await expect(page.locator('.desk-bar')).toContainText('Not live');
  await obs.stop();
  await expect(strip.locator('.scene-now')).toHaveText('OBS is not connected');
  await expect(button).toBeDisabled();
  await expect(strip).toContainText('The buttons work once OBS is connected.');
});

test('[DP92] who may not control scenes has nothing of them at the desk', async ({ page }) => {
  await call(page, 'POST', '/obs/connect', { address: obs.address });
  await call(page, 'PUT', '/scene-rules', [RULE]);
  const views: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void views.push(String(payload))));
  await openDesk(page, ['reply', 'control-stage']);
  await expect.poll(() => views.some((view) => view.includes('"chatHolds"'))).toBe(true);
  expect(views.join()).not.toContain('Celebrate');
  await expect(page.getByRole('region', { name: 'Scenes' })).toHaveCount(0);
});
