import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { FakeObs } from '../fakes/obs-server.ts';
import { freePort, type OwnServer, startOwnServer } from './studio-given.ts';

test('[ST90] [SK35] a source that OBS opened before Cuedesk was started is refreshed by OBS, and the page is on', async ({
  page,
  request,
}) => {
  // Ten seconds are left to pages that come back by themselves.
  test.setTimeout(60_000);
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-order-'));
  const obs = await FakeObs.start();
  const port = String(await freePort());
  const start = () => startOwnServer({ CUEDESK_DATA: folder, PORT: port, OBS_WEBSOCKET_URL: obs.address });
  let server: OwnServer | null = null;
  try {
    server = await start();
    const stages = await request.get(`${server.base}/api/v1/stages`, { headers: server.owner });
    const [stage] = (await stages.json()) as { url: string }[];
    const url = stage?.url ?? '';
    await server.stop();
    await expect(page.goto(url)).rejects.toThrow('ERR_CONNECTION_REFUSED');
    await page.waitForURL('chrome-error://**');
    obs.inputs.set('Stage', { kind: 'browser_source', scene: 'Main', settings: { url } });
    server = await start();
    const presses = () => obs.requests('PressInputPropertiesButton');
    await expect.poll(presses, { timeout: 30_000 }).toEqual([{ inputName: 'Stage', propertyName: 'refreshnocache' }]);
    const connected = page.waitForEvent('websocket');
    await page.reload();
    await connected;
    const gift = { id: '5655', name: 'Rose', diamonds: 1, count: 7 };
    const at = new Date().toISOString();
    await request.post(`${server.base}/api/v1/events`, {
      headers: server.owner,
      data: { id: 'order-1', type: 'gift', at, user: { id: 'u', name: 'Viewer One' }, gift },
    });
    await expect(page.locator('.alert')).toContainText('Viewer One');
  } finally {
    await server?.stop();
    await obs.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
