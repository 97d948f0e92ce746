import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { givenService, publish } from '../app/booking-given.ts';
import {
  AS_OWNER,
  JSON_BODY,
  OWNER_TOKEN,
  rawRequest,
  startProgram,
  statusOf,
  type TestProgram,
} from '../program/given-program.ts';
import { routesOf } from './routes.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

test('[SE8] the public door has the viewers’ pages and what they call, the desk’s where it is let out, and nothing else', () => {
  const { public: opened } = door.program.doors;
  const routes = opened ? routesOf(opened) : [];
  expect(routes.filter(({ access }) => access !== 'anyone' && access !== 'desk')).toEqual([]);
  expect(routes.filter(({ right }) => right === 'settings')).toEqual([]);
  const patterns = routes.filter(({ access }) => access === 'anyone').map((route) => route.pattern);
  expect(patterns.filter((pattern) => !pattern.startsWith('/api/v1/public/')).toSorted()).toEqual([
    '/',
    '/@:handle',
    '/@:handle/:service',
    '/api/v1/login',
    // What a passkey is asked for, removed and signs in by; closed while the desk is not let out.
    '/api/v1/login/passkey',
    '/api/v1/login/passkey',
    '/api/v1/login/passkey/challenge',
    '/api/v1/webhooks/tiktok',
    '/assets/*',
    '/c/:code',
    '/desk',
    '/pictures/:name',
    '/share/:name',
    '/t/:secret',
  ]);
  expect(patterns.length).toBeGreaterThan(10);
});

test('[SE8] every route of the private door is 404 at the public one, with a valid token and login too', async () => {
  const { public: opened } = door.program.doors;
  const shared = new Set(opened ? routesOf(opened).map(({ method, pattern }) => method + pattern) : []);
  const closed = routesOf(door.program.doors.private).filter(
    ({ method, pattern, access }) => access !== 'anyone' || !shared.has(method + pattern),
  );
  expect(closed.length).toBeGreaterThan(40);
  for (const { method, path } of closed) {
    const body = method === 'GET' ? {} : { body: '{}' };
    const headers = { ...AS_OWNER, ...(method === 'GET' ? {} : JSON_BODY) };
    const answer = await fetch(door.publicBase + path, { method, headers, ...body });
    expect([method, path, answer.status]).toEqual([method, path, 404]);
    await answer.arrayBuffer();
  }
  for (const path of ['/', '/healthz', '/metrics', '/studio/', '/stage', '/api/v1/openapi.json', '/docs']) {
    const answer = await fetch(door.publicBase + path, { headers: AS_OWNER, redirect: 'manual' });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('[VP91] the bare address of the public door says in words, and in the browser’s language, that a link goes on', async () => {
  const answer = await fetch(`${door.publicBase}/`, { headers: { 'accept-language': 'nl' } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(await answer.text()).toMatch(/<html lang="nl">|<title>/);
});

test('[VP146] the bare address of the public door is nothing of ours, also once a page is published', async () => {
  const published = await startProgram();
  onTestFinished(() => published.close());
  await publish(published.program.parts.booking, [givenService()]);
  const answer = await fetch(`${published.publicBase}/`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
});

test('[SE8] an upgrade at the public door to anything but the viewers’ sockets is answered with 404, not left hanging', async () => {
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
  for (const path of ['/api/v1/stream', '/', '/anything']) {
    const text = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${upgrade}Authorization: Bearer ${OWNER_TOKEN}\r\n\r\n`;
    expect([path, statusOf(await rawRequest(door.publicPort, text))]).toEqual([path, 404]);
  }
});

test('[SE9] no path leads out of the folder of pages, on either door', async () => {
  const secret = 'assets-evil/secret.txt';
  const paths = [
    `/assets/../${secret}`,
    `/assets/..%2f${secret}`,
    `/assets/..%5c${secret.replace('/', '%5c')}`,
    `/assets/..\\${secret.replace('/', '\\')}`,
    `/assets/%2e%2e/${secret}`,
    `/assets/%252e%252e/${secret}`,
    `/assets/.%2e/${secret}`,
    `/assets-evil/secret.txt`,
    `/assets//../../${secret}`,
    '/assets/page-1a2b3c.js%00.txt',
    '/assets/%00',
    '/assets/\\\\host\\share',
    '/assets/C:/Windows/win.ini',
    '/assets/../../data/secret',
    '/assets/..%2f..%2fdata/secret',
    '/assets/',
    '/assets',
    '/assets/%',
    '/assets/%ff',
  ];
  for (const port of [door.port, door.publicPort]) {
    for (const path of paths) {
      const answer = await rawRequest(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      expect([path, statusOf(answer)]).toEqual([path, path === '/assets/%' || path === '/assets/%ff' ? 400 : 404]);
      expect(answer).not.toContain('canary');
    }
  }
  expect((await fetch(`${door.publicBase}/assets/page-1a2b3c.js`)).status).toBe(200);
});

test('[SE10] pages, answers and errors of both doors carry the security headers', async () => {
  const urls = [
    `${door.base}/studio`,
    `${door.base}/desk`,
    `${door.base}/stage/`,
    `${door.base}/@creator`,
    `${door.base}/api/v1/live`,
    `${door.publicBase}/@creator`,
    `${door.publicBase}/nowhere`,
    `${door.publicBase}/assets/page-1a2b3c.js`,
  ];
  for (const url of urls) {
    const { headers } = await fetch(url);
    expect([url, headers.get('content-security-policy')]).toEqual([
      url,
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    ]);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toMatch(/DENY|SAMEORIGIN/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  }
});

test('[AC10] a page is served for its address, without a copy in the cache; its files for a year', async () => {
  await publish(door.program.parts.booking, [givenService()]);
  for (const [path, title] of [
    ['/studio', 'studio'],
    ['/desk', 'desk'],
    ['/stage/', 'stage'],
    // It tells its own title.
    ['/@creator/cv-check', null],
  ]) {
    const answer = await fetch(door.base + path);
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(await answer.text()).toContain(title === null ? '<title>' : `<title>${title}</title>`);
  }
  const file = await fetch(`${door.base}/assets/page-1a2b3c.js`);
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const root = await fetch(`${door.base}/`, { redirect: 'manual' });
  expect([root.status, root.headers.get('location')]).toEqual([302, '/studio']);
});

test('[AC13] the page of a private thread stays in no cache and no search engine; the creator’s page may be found', async () => {
  for (const base of [door.base, door.publicBase]) {
    const { headers, status } = await fetch(`${base}/t/some-secret`);
    expect([status, headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([200, 'no-store', 'noindex']);
    const page = await fetch(`${base}/@creator`);
    expect([page.status, page.headers.get('x-robots-tag')]).toEqual([200, null]);
  }
});
