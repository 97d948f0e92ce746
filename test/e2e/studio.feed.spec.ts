import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { WebSocketServer } from 'ws';

const owner = { authorization: `Bearer ${process.env['CUEDESK_OWNER_TOKEN']}` };
test.use({ locale: 'en-GB', extraHTTPHeaders: owner });

/** A bridge that has one message, of no use to anybody, for whoever connects. */
async function bridge() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) => socket.send(JSON.stringify({ event: 'weather', data: { sky: 'grey' } })));
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** What cannot be connected by is said at its field. */
async function refused(page: Page, label: string, typed: string, sentence: string): Promise<void> {
  const field = page.getByLabel(label);
  await field.fill(typed);
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence));
}

test('[SU241] [SU523] what a source sent for nothing is told on its card, and two that are live at once are warned of', async ({
  page,
  request,
}) => {
  const bridges = [await bridge(), await bridge()];
  const [one = '', other = ''] = bridges.map(({ url }) => `tikfinity:${new URL(url).host}`);
  const add = (id: string) => request.post('/api/v1/sources', { data: { spec: id.replace(':', ':ws://') } });
  const drop = (id: string) => request.delete(`/api/v1/sources/${encodeURIComponent(id)}`);
  try {
    await add(one);
    await page.goto('/studio#feed');
    const card = page.locator(`[data-source="${one}"]`);
    await card.getByText(/messages? had nothing for Cuedesk/).click();
    await expect(card.locator('details li')).toHaveText(/^weather · [1-9]$/);
    const warning = page.getByRole('alert').filter({ hasText: 'Two sources are live at once' });
    await expect(warning).toHaveCount(0);
    await add(other);
    await expect(warning).toContainText('counts twice');
    await drop(other);
    await expect(warning).toHaveCount(0);
    await refused(page, 'Your TikTok handle', 'bad handle!!', 'This is no TikTok handle');
    await refused(page, 'Address of the bridge', 'http://x', 'This is no address of a bridge');
  } finally {
    await drop(one);
    await drop(other);
    for (const each of bridges) each.close();
  }
});
