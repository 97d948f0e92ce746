import type { OpenAPIV3_1 } from 'openapi-types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { may, RIGHT_SETS } from '../../shared/rights.ts';
import {
  AS_OWNER,
  cookieOf,
  JSON_BODY,
  OWNER_TOKEN,
  stageToken,
  startProgram,
  type TestProgram,
} from '../program/given-program.ts';
import { type Route, routesOf } from './routes.ts';

let door: TestProgram;
let routes: Route[];
beforeAll(async () => {
  door = await startProgram();
  routes = routesOf(door.program.doors.private);
});
afterAll(() => door.close());

function call({ method, path }: Route, headers: Record<string, string>): Promise<Response> {
  const body = method === 'GET' ? {} : { body: '{}' };
  return fetch(door.base + path, { method, headers: { ...(method === 'GET' ? {} : JSON_BODY), ...headers }, ...body });
}

async function signIn(key: string): Promise<Response> {
  const body = JSON.stringify({ key });
  return fetch(`${door.base}/api/v1/login`, { method: 'POST', headers: JSON_BODY, body });
}

async function invited(name: string): Promise<Response> {
  const answer = await fetch(`${door.base}/api/v1/invitations`, {
    method: 'POST',
    headers: { ...AS_OWNER, ...JSON_BODY },
    body: JSON.stringify({ name }),
  });
  const { url } = (await answer.json()) as { url: string };
  return signIn(url.split('#key=')[1] ?? '');
}

test('[SE1] every route that is not for anyone answers 401 without a token, with a wrong one and with a stage’s', async () => {
  const closed = routes.filter((route) => route.access !== 'anyone');
  expect(closed.length).toBeGreaterThan(30);
  const stage = await stageToken(door.base);
  expect(stage).toMatch(/^[\w-]{43}$/);
  for (const route of closed) {
    for (const headers of [
      {},
      { authorization: `Bearer ${stage}` },
      { authorization: `Bearer ${OWNER_TOKEN}x` },
      { authorization: `Bearer ${OWNER_TOKEN.slice(0, -1)}` },
      { authorization: `Basic ${btoa(`owner:${OWNER_TOKEN}`)}` },
      { cookie: `cuedesk=${OWNER_TOKEN}` },
      { cookie: `cuedesk=${stage}` },
    ]) {
      const answer = await call(route, headers as Record<string, string>);
      expect([route.method, route.pattern, headers, answer.status]).toEqual([
        route.method,
        route.pattern,
        headers,
        401,
      ]);
      await answer.arrayBuffer();
    }
  }
}, 20_000);

test('[SE2] a moderator’s login opens the desk’s routes and answers 403 to the owner’s', async () => {
  const cookie = cookieOf(await invited('Mo'));
  for (const route of routes.filter(({ access }) => access !== 'anyone')) {
    if (route.pattern === '/api/v1/logout') continue;
    const { status } = await call(route, { cookie });
    const open = route.access === 'desk' && (route.right === null || may({ rights: RIGHT_SETS.desk }, route.right));
    if (open) expect([route.pattern, [401, 403].includes(status)]).toEqual([route.pattern, false]);
    else expect([route.method, route.pattern, status]).toEqual([route.method, route.pattern, 403]);
  }
});

test('[AC7] the OpenAPI document holds every route under /api/v1, open ones with no security and no other so', async () => {
  const answer = await fetch(`${door.base}/api/v1/openapi.json`);
  const document = (await answer.json()) as OpenAPIV3_1.Document;
  expect(document.openapi).toMatch(/^3\.1/);
  const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => {
      const { security } = operation as OpenAPIV3_1.OperationObject;
      return `${method.toUpperCase()} ${path} ${security?.length === 0 ? 'open' : 'closed'}`;
    }),
  );
  const wanted = routes
    .filter(({ pattern }) => pattern.startsWith('/api/v1/'))
    .map(({ method, pattern, access }) => {
      const path = pattern.replace(/:(\w+)/g, '{$1}');
      return `${method} ${path} ${access === 'anyone' ? 'open' : 'closed'}`;
    });
  expect(described.toSorted()).toEqual(wanted.toSorted());
});

test('[SE11] the printed key signs in as often as it is shown, another key never, and the cookie is for this site alone', async () => {
  const { linkKey } = door.program.parts.access;
  const answer = await signIn(linkKey);
  expect([answer.status, await answer.json()]).toEqual([200, { signedIn: true }]);
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^cuedesk=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  expect(cookieOf(await signIn(linkKey))).not.toBe(cookieOf(answer));
  for (const key of [`${linkKey}x`, linkKey.slice(1), OWNER_TOKEN, 'x']) expect((await signIn(key)).status).toBe(401);
});

test('[SE11] signed out means the cookie is worthless from then on, and a login that was brought along is not taken', async () => {
  const cookie = cookieOf(await signIn(door.program.parts.access.linkKey));
  const me = (sent: string) => fetch(`${door.base}/api/v1/login`, { headers: { cookie: sent } });
  expect(await (await me(cookie)).json()).toMatchObject({ role: 'owner' });
  const out = await fetch(`${door.base}/api/v1/logout`, { method: 'POST', headers: { cookie } });
  expect(await out.json()).toEqual({ signedIn: false });
  expect((await me(cookie)).status).toBe(401);
  expect((await me('cuedesk=chosen-by-somebody-else')).status).toBe(401);
});

test('[SE6] answers that hold a token are never stored by a browser', async () => {
  for (const path of ['/api/v1/stages', '/api/v1/login']) {
    const answer = await fetch(door.base + path, { headers: AS_OWNER });
    expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store']);
  }
});

test('[SE6] no log line, health page or error holds a token, whatever was asked with it', async () => {
  const stage = await stageToken(door.base);
  const { linkKey } = door.program.parts.access;
  const cookie = cookieOf(await signIn(linkKey)).slice('cuedesk='.length);
  const secrets = [OWNER_TOKEN, stage, linkKey, cookie];
  const said: string[] = [];
  for (const secret of secrets) {
    const headers = { authorization: `Bearer ${secret}`, cookie: `cuedesk=${secret}` };
    for (const path of ['/healthz', '/readyz', '/nowhere', `/api/v1/events?after=${secret}`, '/metrics']) {
      said.push(await (await fetch(door.base + path, { headers })).text());
    }
    said.push(await (await signIn(`${secret}x`)).text());
  }
  const all = [...said, ...door.log].join('\n');
  for (const secret of secrets) expect(all).not.toContain(secret.slice(0, 12));
});
