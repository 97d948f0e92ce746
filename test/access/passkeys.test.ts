import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPasskeys } from '../../server/app/passkeys.ts';
import { isRefusal } from '../../server/core/decision.ts';
import { passkeyAddresses } from '../../server/core/passkeys.ts';
import { passkeyCheck } from '../../server/webauthn/check.ts';
import type { PasskeyCreation, PasskeyList, PasskeyRequest } from '../../shared/passkeys.ts';
import type { AuditEntry } from '../../shared/people.ts';
import { granted } from '../app/booking-given.ts';
import { type Authenticator, authenticator, type Changed } from '../fakes/authenticator.ts';
import { AS_OWNER, cookieOf, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';
import { moderator, signIn, socketToken, statusOf } from './people-given.ts';

let door: TestProgram;
/** The studio as a browser has it open. */
let page: string;
let cookie: string;
beforeAll(async () => {
  door = await startProgram();
  page = `http://localhost:${door.port}`;
  cookie = await signIn(door.base, door.program.parts.access.linkKey);
});
afterAll(() => door.close());

const fromPage = (path: string, body: unknown = {}, more: Record<string, string> = {}) =>
  post(page, path, body, { origin: page, ...more });
const listed = async () =>
  (await (await fetch(`${door.base}/api/v1/passkeys`, { headers: AS_OWNER })).json()) as PasskeyList;

async function register(key: Authenticator, name = 'Laptop', changed: Changed = {}): Promise<Response> {
  const asked = (await (await fromPage('/passkeys/challenge', {}, { cookie })).json()) as PasskeyCreation;
  return fromPage('/passkeys', { name, answer: key.make(asked, changed) }, { cookie });
}

async function challenge(): Promise<PasskeyRequest> {
  return (await (await fromPage('/login/passkey/challenge')).json()) as PasskeyRequest;
}

/** The passkeys of the same owner as another program has them, with a clock and a limit of its own. */
function passkeysAt(now: () => number) {
  const { store, creatorId, newId, access } = door.program.parts;
  const deps = { store, creatorId, newId, logins: access.logins, check: passkeyCheck };
  const passkeys = createPasskeys({ ...deps, clock: now });
  return passkeys({ name: 'private', isOpen: () => true, addresses: () => [page], admits: () => true });
}

test('[PE20] a passkey that the signed-in owner makes signs them in at that address, and list and log say when', async () => {
  const offered = async (base: string) => (await fetch(`${base}/api/v1/login/passkey`)).json();
  expect(await offered(page)).toEqual({ offered: false });
  const key = authenticator(page);
  expect((await register(key, ' My laptop ')).status).toBe(201);
  expect([await offered(page), await offered(door.base)]).toEqual([{ offered: true }, { offered: false }]);
  const signed = await fromPage('/login/passkey', key.prove(await challenge()));
  expect(signed.status).toBe(200);
  const asked = await fetch(`${door.base}/api/v1/login`, { headers: { cookie: cookieOf(signed) } });
  expect(await asked.json()).toMatchObject({ id: 'owner', role: 'owner' });
  const { passkeys, addresses } = await listed();
  expect(passkeys).toEqual([
    {
      id: expect.any(String),
      name: 'My laptop',
      host: 'localhost',
      createdAt: expect.any(String),
      usedAt: expect.any(String),
    },
  ]);
  expect(addresses).toEqual([page]);
  const log = await (await fetch(`${door.base}/api/v1/audit?person=owner`, { headers: AS_OWNER })).json();
  const acts = (log as { entries: AuditEntry[] }).entries.map(({ act, result }) => `${act} ${result}`);
  expect(acts.slice(0, 3)).toEqual(['login.passkey done', 'passkeys.post done', 'passkeys.challenge done']);
});

test('[PE20] one that never counts is taken again and again, and one authenticator is kept once', async () => {
  const key = authenticator(page, false);
  expect((await register(key)).status).toBe(201);
  for (let at = 0; at < 3; at++)
    expect((await fromPage('/login/passkey', key.prove(await challenge()))).status).toBe(200);
  const again = await register(key);
  expect([again.status, await again.json()]).toMatchObject([409, { why: 'passkey-known' }]);
});

const WRONG: [string, Changed][] = [
  ['for a challenge that was never given', { challenge: 'bm90LWdpdmVu' }],
  ['made on another page', { origin: 'https://evil.example' }],
  ['made on another port of this machine', { origin: 'http://localhost:1' }],
  ['for another host name', { rpId: 'evil.example' }],
  ['without the person verified', { verified: false }],
  ['of another kind', { type: 'payment.get' }],
];

test.each(WRONG)('[PE21] an answer %s opens nothing, and its challenge is used up', async (_what, changed) => {
  const passkeys = passkeysAt(Date.now);
  const key = authenticator(page);
  expect((await register(key)).status).toBe(201);
  const asked = granted(await passkeys.beginSignIn(page, '::1'));
  expect(await passkeys.signIn(key.prove(asked, changed), page, '::1')).toMatchObject({ why: 'wrong-passkey' });
  const isGiven = changed.challenge === undefined;
  const after = await passkeys.signIn(key.prove(asked), page, '::1');
  expect(isRefusal(after)).toBe(isGiven);
});

test.each(WRONG)('[PE21] a new passkey %s is not kept', async (_what, changed) => {
  const before = (await listed()).passkeys.length;
  const made = await register(authenticator(page), 'Wrong', changed);
  expect([made.status, await made.json()]).toMatchObject([401, { why: 'wrong-passkey' }]);
  expect((await listed()).passkeys).toHaveLength(before);
});

test('[PE21] an answer is good once, within five minutes, by its own key, and only with a count that has risen', async () => {
  let now = Date.now();
  const passkeys = passkeysAt(() => now);
  const [key, other] = [authenticator(page), authenticator(page)];
  expect((await register(key)).status).toBe(201);
  const ask = async () => granted(await passkeys.beginSignIn(page, '::1'));
  const tried = async (answer: ReturnType<Authenticator['prove']>) =>
    isRefusal(await passkeys.signIn(answer, page, '::1'));
  const answer = key.prove(await ask());
  expect([await tried(answer), await tried(answer)]).toEqual([false, true]);
  const late = await ask();
  now += 5 * 60_000;
  expect(await tried(key.prove(late))).toBe(true);
  expect(await tried(key.prove(await ask(), { counter: 1 }))).toBe(true);
  expect(await tried(other.prove(await ask()))).toBe(true);
  const stolen = key.prove(await ask(), { counter: 9 });
  const { signature } = other.prove(await ask()).response;
  expect(await tried({ ...stolen, response: { ...stolen.response, signature } })).toBe(true);
  expect(await tried(key.prove(await ask(), { counter: 10 }))).toBe(false);
});

test('[PE21] of two who answer the same challenge at once one is in, and of two with one count', async () => {
  const key = authenticator(page);
  expect((await register(key)).status).toBe(201);
  const [one, two] = [passkeysAt(Date.now), passkeysAt(Date.now)];
  const same = key.prove(granted(await one.beginSignIn(page, '::1')));
  const both = await Promise.all([one, two].map((each) => each.signIn(same, page, '::1')));
  expect(both.filter(isRefusal)).toHaveLength(1);
  const twins = [granted(await one.beginSignIn(page, '::1')), granted(await two.beginSignIn(page, '::1'))].map(
    (asked) => key.prove(asked, { counter: 50 }),
  );
  const twice = await Promise.all(twins.map((answer) => one.signIn(answer, page, '::1')));
  expect(twice.filter(isRefusal)).toHaveLength(1);
});

test('[PE22] a passkey is made at the studio’s own address by a login of the owner, and for that login alone', async () => {
  const why = async (answer: Response) => ((await answer.json()) as { why: string }).why;
  const mo = await moderator(door);
  const begin = (base: string, headers: Record<string, string>) => post(base, '/passkeys/challenge', {}, headers);
  expect(await why(await begin(door.base, { origin: door.base, cookie }))).toBe('passkey-elsewhere');
  expect(await why(await begin(page, { cookie }))).toBe('passkey-elsewhere');
  expect(await why(await begin(page, { origin: page, ...AS_OWNER }))).toBe('passkey-by-login');
  expect((await begin(page, { origin: page, cookie: mo.cookie })).status).toBe(200);
  expect((await begin(page, { origin: page })).status).toBe(401);
  const asked = (await (await begin(page, { origin: page, cookie })).json()) as PasskeyCreation;
  expect(asked).toMatchObject({ rp: { id: 'localhost' }, authenticatorSelection: { userVerification: 'required' } });
  expect(JSON.stringify(asked.user)).not.toMatch(/owner/i);
  const answer = authenticator(page).make(asked);
  const other = await signIn(door.base, door.program.parts.access.linkKey);
  expect(await why(await fromPage('/passkeys', { name: 'x', answer }, { cookie: other }))).toBe('wrong-passkey');
  const proof = authenticator(page).make(asked);
  expect(await why(await fromPage('/passkeys', { name: 'x', answer: proof }, { cookie }))).toBe('wrong-passkey');
});

test('[PE22] passkeys work at localhost with the studio’s own port, and elsewhere by https with a name', () => {
  const others = [
    'https://studio.example.org',
    'http://plain.example.org',
    'https://10.0.0.5',
    'https://[::1]',
    'https://',
  ];
  expect(passkeyAddresses('4747', others)).toEqual(['https://studio.example.org', 'http://localhost:4747']);
});

test('[PE23] a passkey that is taken away opens nothing, ends every other login of the owner, and the printed link still works', async () => {
  const key = authenticator(page);
  const { id } = (await (await register(key, 'Lost')).json()) as { id: string };
  const thief = { cookie: cookieOf(await fromPage('/login/passkey', key.prove(await challenge()))) };
  const stolen = openPage(`${door.base}/desk`, { token: await socketToken(door.base, thief) });
  expect(await stolen.admitted).toBe('connected');
  const at = (path: string, method: string, body: object) =>
    fetch(`${page}/api/v1/passkeys/${path}`, {
      method,
      headers: { origin: page, cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await at(id, 'PUT', { name: 'Stolen' })).status).toBe(200);
  expect((await listed()).passkeys.map(({ name }) => name)).toContain('Stolen');
  expect((await at(id, 'DELETE', {})).status).toBe(200);
  await soon(() => expect(stolen.socket.connected).toBe(false));
  expect([await statusOf(door.base, '/people', thief), await statusOf(door.base, '/people', { cookie })]).toEqual([
    401, 200,
  ]);
  expect((await fromPage('/login/passkey', key.prove(await challenge()))).status).toBe(401);
  expect([(await at(id, 'DELETE', {})).status, (await at(id, 'PUT', { name: 'x' })).status]).toEqual([404, 404]);
  for (const one of (await listed()).passkeys) expect((await at(one.id, 'DELETE', {})).status).toBe(200);
  expect(await signIn(door.base, door.program.parts.access.linkKey)).not.toBe('');
});

test('[PE24] ten wrong answers in a quarter of an hour are checked, by whomever, and each is in the log', async () => {
  let now = Date.now();
  const passkeys = passkeysAt(() => now);
  const key = authenticator(page);
  expect((await register(key)).status).toBe(201);
  const tried = async (changed: Changed, address: string) => {
    const result = await passkeys.signIn(
      key.prove(granted(await passkeys.beginSignIn(page, '::1')), changed),
      page,
      address,
    );
    return isRefusal(result) ? result.why : 'in';
  };
  for (let at = 0; at < 10; at++) expect(await tried({ verified: false }, `10.0.0.${at}`)).toBe('wrong-passkey');
  expect(await tried({}, '10.0.1.1')).toBe('too-many');
  now += 15 * 60_000;
  expect(await tried({}, '10.0.1.1')).toBe('in');
  await fromPage('/login/passkey', key.prove(await challenge(), { verified: false }));
  const log = await (await fetch(`${door.base}/api/v1/audit?act=login.passkey&limit=1`, { headers: AS_OWNER })).json();
  expect(log).toMatchObject({ entries: [{ person: null, act: 'login.passkey', result: 'wrong-passkey' }] });
});

test('[PE26] an attestation with a certificate is refused, unread: it would name addresses to ask', async () => {
  expect((await register(authenticator(page), 'By itself', { attested: 'self' })).status).toBe(201);
  const made = await register(authenticator(page), 'Certified', { attested: 'certified' });
  expect([made.status, await made.json()]).toMatchObject([401, { why: 'wrong-passkey' }]);
});

test('[PE204] who asks for challenges without end gets the last ten, and what others are about to answer stays good', async () => {
  let now = Date.now();
  // Which are the last is told by their time.
  const passkeys = passkeysAt(() => now++);
  const key = authenticator(page);
  expect((await register(key)).status).toBe(201);
  const waiting = granted(await passkeys.beginSignIn(page, '192.0.2.7'));
  const flood = [];
  for (let at = 0; at < 40; at++) flood.push(granted(await passkeys.beginSignIn(page, '192.0.2.66')));
  // An IPv6 network is one asker, from however many of its addresses.
  for (let at = 0; at < 20; at++) await passkeys.beginSignIn(page, `2001:db8:0:7::${at}`);
  const { db } = door.program.parts.store;
  const askers = await db
    .selectFrom('passkey_challenge')
    .select('asker')
    .where('kind', '=', 'sign-in private')
    .execute();
  const most = Math.max(...[...Map.groupBy(askers, ({ asker }) => asker).values()].map((all) => all.length));
  expect([most, JSON.stringify(askers)]).toEqual([10, expect.not.stringContaining('192.0.2')]);
  expect(askers).toHaveLength(1 + 10 + 10);
  const isIn = async (asked: PasskeyRequest | undefined) =>
    asked !== undefined && !isRefusal(await passkeys.signIn(key.prove(asked), page, '192.0.2.7'));
  expect([await isIn(flood[29]), await isIn(flood[30]), await isIn(waiting)]).toEqual([false, true, true]);
});

test('[PE205] answers of passkeys that nobody has lock out nobody who has one', async () => {
  const passkeys = passkeysAt(Date.now);
  const [key, unknown] = [authenticator(page), authenticator(page)];
  expect((await register(key)).status).toBe(201);
  const tried = async (by: Authenticator, address: string) => {
    const result = await passkeys.signIn(by.prove(granted(await passkeys.beginSignIn(page, address))), page, address);
    return isRefusal(result) ? result.why : 'in';
  };
  for (let at = 0; at < 10; at++) expect(await tried(unknown, `10.0.0.${at}`)).toBe('wrong-passkey');
  expect([await tried(unknown, '10.0.0.10'), await tried(key, '10.0.0.11')]).toEqual(['too-many', 'in']);
});
