import http, { type RequestListener } from 'node:http';
import type https from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createPictureFetch } from '../../server/pictures/fetch.ts';
import { isPublicAddress } from '../../shared/public-address.ts';
import { png } from './images.ts';

const ROSE = 'https://p16-webcast.tiktokcdn.com/rose.png';
const LOOPBACK = { address: '127.0.0.1', family: 4 };

interface Given {
  /** What the name is found at. */
  found?: { address: string; family: number }[];
  /** False: loopback counts as public, so that there is something to ask. */
  strict?: boolean;
}

/** A picture host on loopback, spoken to without TLS, and how often it was connected to. */
async function givenHost(answer: RequestListener, { found = [LOOPBACK], strict = false }: Given = {}) {
  let connections = 0;
  const host = http.createServer(answer).on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    host.closeAllConnections();
    host.close();
  });
  const { port } = host.address() as AddressInfo;
  const names: string[] = [];
  const plain = (url: URL, options: http.RequestOptions, done: (answer: http.IncomingMessage) => void) =>
    http.request(
      new URL(url.pathname, `http://${url.hostname}:${port}`),
      { ...options, agent: new http.Agent() },
      done,
    );
  const { fetchPicture, isFetched } = createPictureFetch({
    resolve: async (name) => {
      names.push(name);
      return found;
    },
    isPublic: strict ? isPublicAddress : () => true,
    request: plain as typeof https.request,
  });
  return { fetchPicture, isFetched, names, connections: () => connections };
}

function sends(bytes: Buffer, headers: http.OutgoingHttpHeaders = { 'content-type': 'image/png' }): RequestListener {
  return (_request, response) => void response.writeHead(200, headers).end(bytes);
}

test('[ST72] a picture of TikTok’s host is fetched once, from the address that its name was found at', async () => {
  const host = await givenHost(sends(png(64, 64)));
  expect(await host.fetchPicture(ROSE)).toEqual({ type: 'image/png', bytes: png(64, 64) });
  expect(host.names).toEqual(['p16-webcast.tiktokcdn.com']);
  expect(host.connections()).toBe(1);
});

test.each([
  'http://p16-webcast.tiktokcdn.com/a.png',
  'https://p16-webcast.tiktokcdn.com:8443/a.png',
  'https://user@p16-webcast.tiktokcdn.com/a.png',
  'https://tiktokcdn.com/a.png',
  'https://eviltiktokcdn.com/a.png',
  'https://p16.tiktokcdn.com.evil.example/a.png',
  'https://p16-webcast.tiktokcdn.com@evil.example/a.png',
  'https://127.0.0.1/a.png',
  'https://127.1/a.png',
  'https://0x7f.1/a.png',
  'https://[::1]/a.png',
  'https://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  'not an address',
])('[ST72] nothing is asked of %s', async (address) => {
  const host = await givenHost(sends(png(64, 64)));
  expect(host.isFetched(address)).toBe(false);
  expect(await host.fetchPicture(address)).toBeNull();
  expect([host.names, host.connections()]).toEqual([[], 0]);
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '0.0.0.0',
  '100.64.0.1',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  'fd00::1',
  'fe80::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
])(
  '[ST72] a name that leads to %s is not connected to, nor when a public address stands before it',
  async (address) => {
    const family = address.includes(':') ? 6 : 4;
    for (const found of [
      [{ address, family }],
      [
        { address: '8.8.8.8', family: 4 },
        { address, family },
      ],
    ]) {
      const host = await givenHost(sends(png(64, 64)), { found, strict: true });
      expect(await host.fetchPicture(ROSE)).toBeNull();
      expect(host.connections()).toBe(0);
    }
    expect(isPublicAddress(address)).toBe(false);
    expect(isPublicAddress('8.8.8.8') && isPublicAddress('2606:4700::1111')).toBe(true);
  },
);

const big = Buffer.concat([png(64, 64), Buffer.alloc(512 * 1024)]);
test.each<[string, RequestListener]>([
  ['a redirect', (_, response) => void response.writeHead(302, { location: 'https://p16.tiktokcdn.com/b.png' }).end()],
  ['an error', (_, response) => void response.writeHead(500, { 'content-type': 'image/png' }).end(png(64, 64))],
  ['a page', sends(png(64, 64), { 'content-type': 'text/html' })],
  ['an SVG', sends(Buffer.from('<svg/>'), { 'content-type': 'image/svg+xml' })],
  ['a page that calls itself a picture', sends(Buffer.from('<!doctype html>'.padEnd(99)))],
  ['one that says it is too large', sends(big, { 'content-type': 'image/png', 'content-length': big.length })],
  [
    'one that is too large without saying so',
    sends(big, { 'content-type': 'image/png', 'transfer-encoding': 'chunked' }),
  ],
  ['a connection that breaks', (request) => void request.socket.destroy()],
  [
    'half a picture',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': 99 });
      response.write(png(64, 64), () => response.destroy());
    },
  ],
  [
    'one that never ends',
    (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).write(png(64, 64)),
  ],
])('[ST72] %s is no picture, and no fault', async (_, answer) => {
  const host = await givenHost(answer);
  expect(await host.fetchPicture(ROSE)).toBeNull();
  expect(host.connections()).toBe(1);
});
