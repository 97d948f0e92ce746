import { connect } from 'node:net';
import { expect, test } from 'vitest';

/**
 * Nothing in Cuedesk speaks to Redis yet: it comes with several instances on one database. Until then this only makes
 * sure that the peer of those tests can be had.
 */
test('[HS12] a real Redis answers on the address the run gives', async (context) => {
  const url = process.env['CUEDESK_TEST_REDIS'];
  if (url === undefined) return context.skip('CUEDESK_TEST_REDIS is not set: no redis-server was found');
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const answer = new Promise((resolve, reject) => socket.once('data', resolve).once('error', reject));
  socket.write('PING\r\n');
  expect(String(await answer)).toBe('+PONG\r\n');
  socket.destroy();
});
