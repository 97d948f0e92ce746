import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { askAs } from '../../../overlay/parts/ask.ts';
import { arrive, handshake, keyIn, login, signIn, signOut } from '../../../overlay/parts/login.ts';
import { SCENES_PAGE } from '../../../shared/page-header.ts';
import { heldFetch } from '../held-fetch.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page at this address, whose server answers who is signed in with what `next` holds. */
async function givenPage(hash: string, next: { status: number; body: object }): Promise<{ left: string[] }> {
  const server = createServer((_request, response) => {
    response.writeHead(next.status, { 'content-type': 'application/json' }).end(JSON.stringify(next.body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => fetch(base + path, init));
  const left: string[] = [];
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('location', { hash, pathname: '/studio/', search: '?only=scenes' });
  vi.stubGlobal('history', { replaceState: (_state: unknown, _title: string, path: string) => left.push(path) });
  return { left };
}

test('[SU34] a sign-in link that was cut within a sign is a wrong one, and leaves the address like any other', async () => {
  expect(keyIn('http://127.0.0.1:4747/studio/#key=%zz')).toBeNull();
  expect(keyIn('#key=a%20b')).toBe('a b');
  const { left } = await givenPage('#key=%zz', { status: 401, body: { why: 'not-signed-in' } });
  await arrive();
  expect(login.value).toEqual({ type: 'out', why: 'wrong' });
  expect(left).toEqual(['/studio/?only=scenes']);
});

test('[SU35] a server in trouble does not sign anybody out: the page asks again until it is told who is there', async () => {
  const next: { status: number; body: object } = { status: 500, body: { why: 'fault' } };
  await givenPage('', next);
  await arrive();
  expect(login.value).toEqual({ type: 'away' });
  const member = { id: '1', name: 'Lena', role: 'owner', token: 't' };
  Object.assign(next, { status: 200, body: member });
  await vi.waitFor(() => expect(login.value).toEqual({ type: 'in', member }), { timeout: 5000 });
});

test('[PE215] a page that stays open uses its login once a day, and one where nobody is signed in does not', async () => {
  const member = { id: '1', name: 'Lena', role: 'owner', token: 't' };
  const next: { status: number; body: object } = { status: 200, body: member };
  await givenPage('', next);
  const [asked, daily]: [string[], { act: () => void; every: number }[]] = [[], []];
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    asked.push(`${init?.method} ${path}`);
    return fetch(path, init);
  });
  vi.stubGlobal('setInterval', (act: () => void, every: number) => daily.push({ act, every }));
  await arrive();
  expect(daily.map(({ every }) => every)).toEqual([24 * 3_600_000]);
  asked.length = 0;
  daily[0]?.act();
  expect(asked).toEqual(['GET /api/v1/login']);
  await signOut();
  asked.length = 0;
  daily[0]?.act();
  expect(asked).toEqual([]);
});

test('[PE271] a page whose sign-in has ended since it was open last says so, unless somebody signed out by hand; buttons for themselves', async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  const [isIn, isOut] = [
    { status: 200, body: { id: '1', name: 'Lena', role: 'owner', token: 't' } },
    { status: 401, body: { why: 'not-signed-in' } },
  ];
  const next: { status: number; body: object } = { ...isOut };
  await givenPage('', next);
  const opened = async (answer: typeof next) => {
    Object.assign(next, answer);
    await arrive();
    return login.value;
  };
  expect(await opened(isOut)).toEqual({ type: 'out', why: 'none' });
  expect(await opened(isIn)).toMatchObject({ type: 'in' });
  expect(await opened(isOut)).toEqual({ type: 'out', why: 'ended' });
  askAs(SCENES_PAGE);
  expect(await opened(isOut)).toEqual({ type: 'out', why: 'none' });
  await opened(isIn);
  await signOut();
  expect(await opened(isOut)).toEqual({ type: 'out', why: 'none' });
});

test('[PE276] who is there is what was asked for last: an earlier answer that comes later signs nobody out or in', async () => {
  await givenPage('', { status: 401, body: {} });
  const asked = heldFetch();
  const member = { id: '1', name: 'Lena', role: 'owner', token: 't' };
  const before = arrive();
  const signing = signIn('the key of a link');
  asked[1]?.answer({});
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  asked[2]?.answer(member);
  await signing;
  expect(login.value).toEqual({ type: 'in', member });
  asked[0]?.answer({ why: 'not-signed-in' }, 401);
  await before;
  expect(login.value).toEqual({ type: 'in', member });

  // A socket that comes again asks as well, of whom it was opened for.
  const token = handshake(login.value.type === 'in' ? login.value.member : { ...member, role: 'owner' });
  await token();
  const again = token().catch((error: Error) => error.message);
  const late = arrive();
  const leaving = signOut();
  asked[5]?.answer({});
  await leaving;
  asked[4]?.answer(member);
  await late;
  expect(login.value).toEqual({ type: 'out', why: 'none' });
  const back = signIn('the key of a link');
  asked[6]?.answer({});
  await vi.waitFor(() => expect(asked).toHaveLength(8));
  asked[7]?.answer({ ...member, name: 'Mo' });
  await back;
  asked[3]?.answer({ why: 'not-signed-in' }, 401);
  expect(await again).toContain('not-signed-in');
  expect(login.value).toMatchObject({ type: 'in', member: { name: 'Mo' } });
  const last = signOut();
  asked[8]?.answer({});
  await last;
});
