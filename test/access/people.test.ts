import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccess } from '../../server/app/access.ts';
import type { DeskRequest, DeskView } from '../../shared/desk-view.ts';
import type { AuditEntry, ListedPerson } from '../../shared/people.ts';
import { RIGHT_SETS, RIGHTS } from '../../shared/rights.ts';
import { givenDraft, givenService, publish } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';
import { moderator, signIn, socketToken, statusOf } from './people-given.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
  await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

const HOUR_MS = 3_600_000;
const read = async <T>(path: string, headers: Record<string, string> = AS_OWNER): Promise<T> =>
  (await fetch(`${door.base}/api/v1${path}`, { headers })).json() as Promise<T>;
const change = (id: string, body: unknown) =>
  fetch(`${door.base}/api/v1/people/${id}`, {
    method: 'PUT',
    headers: { ...AS_OWNER, ...JSON_BODY },
    body: JSON.stringify(body),
  });

async function deskOf(cookie: string) {
  const page = openPage<DeskView>(`${door.base}/desk`, { token: await socketToken(door.base, { cookie }) });
  const threads: (DeskRequest | null)[] = [];
  const told: unknown[] = [];
  page.socket.on('list', (_part: unknown, heard: () => void) => heard());
  page.socket.on('thread', (_id: string, request: DeskRequest | null) => threads.push(request));
  page.socket.onAny((_event, ...values) => told.push(values.filter((value) => typeof value !== 'function')));
  await soon(() => expect(page.views.length).toBeGreaterThan(0));
  return { ...page, threads, told };
}

/** The request as a page gets it that opens it. */
async function openedAt(page: Awaited<ReturnType<typeof deskOf>>, id: string): Promise<DeskRequest | null | undefined> {
  page.socket.emit('open', id);
  await soon(() => expect(page.threads.length).toBeGreaterThan(0));
  return page.threads.at(-1);
}

/** One more request with a contact and a price, by its id. */
async function ask(): Promise<string> {
  const { booking } = door.program.parts;
  const service = (await booking.offers.services())[0]?.id ?? '';
  const draft = givenDraft({ service, message: 'Hello', contact: { email: 'canary@example.org' } });
  const made = await post(door.base, '/public/creator/requests', draft, { 'idempotency-key': crypto.randomUUID() });
  return ((await made.json()) as { id: string }).id;
}

test('[PE2] [DK262] without the rights to see them no answer and no view holds a contact or an amount, and with them all do', async () => {
  const id = await ask();
  const blind = await moderator(door, ['reply']);
  const seeing = await moderator(door, ['reply', 'see-contact', 'see-amounts']);
  for (const [who, sees] of [
    [blind, false],
    [seeing, true],
  ] as const) {
    const headers = { cookie: who.cookie };
    const one = await read<DeskRequest>(`/requests/${id}`, headers);
    const listed = (await read<DeskRequest[]>('/requests', headers)).find((request) => request.id === id);
    const acted = (await (await post(door.base, `/requests/${id}/note`, { text: 'n' }, headers)).json()) as DeskRequest;
    const desk = await deskOf(who.cookie);
    const viewed = desk.views.at(-1);
    const inView = await openedAt(desk, id);
    for (const shown of [one, listed, acted, inView]) {
      expect(shown?.contact).toEqual(sees ? { email: 'canary@example.org' } : { hidden: true });
      expect(shown?.terms.price).toEqual(sees ? { minor: 4500, currency: 'EUR' } : null);
    }
    const live = await read<DeskView['live']>('/live', headers);
    for (const { totals } of [live, viewed?.live ?? live]) {
      expect(['diamonds' in totals, 'tips' in totals]).toEqual([sees, sees]);
    }
    if (!sees) expect(JSON.stringify([one, listed, acted, desk.told])).not.toContain('canary@');
  }
});

test('[PE3] [PE230] revoked in the middle: the open page is told and cut within a second, and every call after it is 401, for good', async () => {
  const mo = await moderator(door);
  const page = await deskOf(mo.cookie);
  const token = await socketToken(door.base, { cookie: mo.cookie });
  const cut = new Promise((resolve) => page.socket.once('disconnect', resolve));
  const why: string[] = [];
  page.socket.on('out', (word: string) => why.push(word));
  expect((await post(door.base, `/people/${mo.id}/revoke`)).status).toBe(200);
  await cut;
  expect(why).toEqual(['revoked']);
  expect(await statusOf(door.base, '/requests', { cookie: mo.cookie })).toBe(401);
  expect(await openPage(`${door.base}/desk`, { token }).admitted).toBe('not-signed-in');
  expect(await signIn(door.base, mo.key)).toBe('');
  for (const path of ['revoke', 'link']) expect((await post(door.base, `/people/${mo.id}/${path}`)).status).toBe(404);
  expect((await change(mo.id, { until: null })).status).toBe(404);
  const [listed] = (await read<ListedPerson[]>('/people')).filter(({ id }) => id === mo.id);
  expect(listed).toMatchObject({ revokedAt: expect.any(String), linkUntil: null });
});

test('[PE230] whose time is ended is told so, and whoever signs out is told nothing', async () => {
  const [mo, leaving] = [await moderator(door), await moderator(door)];
  const told: string[] = [];
  for (const { cookie } of [mo, leaving]) {
    const page = await deskOf(cookie);
    page.socket.on('out', (why: string) => told.push(`${cookie === mo.cookie ? 'mo' : 'leaving'}: ${why}`));
    page.socket.once('disconnect', () => told.push(cookie === mo.cookie ? 'mo' : 'leaving'));
  }
  expect((await change(mo.id, { until: '2020-01-01T00:00:00Z' })).status).toBe(200);
  await soon(() => expect(told).toEqual(['mo: over', 'mo']));
  await post(door.base, '/logout', {}, { cookie: leaving.cookie });
  await soon(() => expect(told).toEqual(['mo: over', 'mo', 'leaving']));
});

test('[PE3] the owner cannot be revoked, nor be made less', async () => {
  expect((await post(door.base, '/people/owner/revoke')).status).toBe(404);
  expect((await change('owner', { rights: [] })).status).toBe(404);
  const [owner] = await read<ListedPerson[]>('/people');
  expect(owner).toMatchObject({ id: 'owner', role: 'owner', rights: [...RIGHTS] });
});

test('[PE4] other rights hold with the next call and in the open page, without a new sign-in', async () => {
  const id = await ask();
  const mo = await moderator(door, []);
  const page = await deskOf(mo.cookie);
  expect((await openedAt(page, id))?.contact).toEqual({ hidden: true });
  const reply = () => post(door.base, `/requests/${id}/reply`, { text: 'Hi' }, { cookie: mo.cookie });
  expect((await reply()).status).toBe(403);
  expect((await change(mo.id, { rights: ['see-contact', 'reply'] })).status).toBe(200);
  expect((await reply()).status).toBe(200);
  await soon(() => {
    const view = page.views.at(-1);
    expect(view?.me.rights).toEqual(['see-contact', 'reply']);
    expect(page.threads.at(-1)?.contact).toEqual({ email: 'canary@example.org' });
  });
});

test('[PE5] a link opens for its person on each device, and is worthless once there is a newer one', async () => {
  const mo = await moderator(door);
  const again = await signIn(door.base, mo.key);
  const me = (cookie: string) => read<{ id: string }>('/login', { cookie });
  expect([(await me(mo.cookie)).id, (await me(again)).id]).toEqual([mo.id, mo.id]);
  const made = (await (await post(door.base, `/people/${mo.id}/link`)).json()) as { url: string };
  expect(await signIn(door.base, mo.key)).toBe('');
  expect(await signIn(door.base, made.url.split('#key=')[1] ?? '')).not.toBe('');
  expect((await me(again)).id).toBe(mo.id);
});

/** Another program's access on the same store, with a clock of its own. */
const accessAt = (now: () => number, creatorId = 'local') =>
  openAccess({
    store: door.program.parts.store,
    creatorId,
    clock: now,
    newId: () => crypto.randomUUID(),
    ownerToken: null,
    onFault: (error) => {
      throw error;
    },
  });

test('[PE5] [PE6] a link ends after three days and a person with their time, whatever they hold; one without an end stays', async () => {
  let now = Date.now();
  const access = await accessAt(() => now);
  const rights = [...RIGHT_SETS.desk];
  const tonight = await access.people.add({ name: 'Tonight', rights, hours: 3 });
  const always = await access.people.add({ name: 'Always', rights, hours: null });
  const cookies = await Promise.all(
    [tonight, always].map(async ({ key }) => {
      const signed = await access.signIn(key, null);
      return 'cookie' in signed ? signed.cookie : '';
    }),
  );
  const names = async () => (await Promise.all(cookies.map(access.byCookie))).map((person) => person?.name ?? null);
  expect(await names()).toEqual(['Tonight', 'Always']);
  now += 3 * HOUR_MS;
  expect(await names()).toEqual([null, 'Always']);
  expect(await access.signIn(tonight.key, null)).toMatchObject({ why: 'not-signed-in' });
  expect(await access.signIn(always.key, null)).toHaveProperty('cookie');
  now += 69 * HOUR_MS;
  expect(await access.signIn(always.key, null)).toMatchObject({ why: 'not-signed-in' });
  expect(await names()).toEqual([null, 'Always']);
});

test('[PE7] an owner, a moderator and a link of another creator in the same store are nobody here', async () => {
  const { db } = door.program.parts.store;
  await db.insertInto('creator').values({ id: 'other', created_at: 0 }).execute();
  const other = await accessAt(() => Date.now(), 'other');
  const invited = await other.people.add({ name: 'Theirs', rights: [...RIGHTS], hours: 1 });
  expect(await signIn(door.base, invited.key)).toBe('');
  for (const key of [other.linkKey, invited.key]) {
    const signed = await other.signIn(key, null);
    const cookie = 'cookie' in signed ? `cuedesk=${signed.cookie}` : '';
    expect(cookie).not.toBe('');
    for (const path of ['/login', '/requests', '/people'])
      expect(await statusOf(door.base, path, { cookie })).toBe(401);
  }
  expect((await post(door.base, `/people/${invited.id}/revoke`)).status).toBe(404);
  expect((await read<ListedPerson[]>('/people')).map(({ name }) => name)).not.toContain('Theirs');
});

test('[PE8] every act of a person is in the log, refusals too, before it is answered; what was never read is none', async () => {
  const id = await ask();
  const mo = await moderator(door, ['reply'], { name: 'Mo of the log' });
  const headers = { cookie: mo.cookie };
  await post(door.base, `/requests/${id}/claim`, {}, headers);
  await post(door.base, `/requests/${id}/reply`, { text: 'canary text' }, headers);
  await post(door.base, `/requests/${id}/accept`, {}, headers);
  await post(door.base, `/requests/${id}/reply`, { nonsense: true }, headers);
  await post(door.base, '/requests/none/reply', { text: 'x' }, headers);
  const { entries } = await read<{ entries: AuditEntry[] }>(`/audit?person=${mo.id}`);
  expect(entries.map(({ act, object, result }) => [act, object, result])).toEqual([
    ['requests.reply', 'none', 'not-found'],
    ['requests.accept', id, 'not-allowed'],
    ['requests.reply', id, 'done'],
    ['requests.claim', id, 'done'],
    ['login.link', '', 'done'],
  ]);
  expect(entries[0]?.person).toEqual({ id: mo.id, name: 'Mo of the log' });
  const [listed] = (await read<ListedPerson[]>('/people')).filter((person) => person.id === mo.id);
  expect(listed?.lastAct).toEqual(entries[0]);
});

test('[PE9] the log is read page by page and by kind, and taken along whole, without text, secret or contact', async () => {
  const name = '=HYPERLINK("http://evil.example","x")';
  const mo = await moderator(door, [], { name });
  for (const act of ['claim', 'release', 'claim'])
    await post(door.base, `/requests/none/${act}`, {}, { cookie: mo.cookie });
  const seen: AuditEntry[] = [];
  for (let before: number | null = null; ; ) {
    const from: string = before === null ? '' : `&before=${before}`;
    const page: { entries: AuditEntry[]; next: number | null } = await read(`/audit?limit=3${from}`);
    seen.push(...page.entries);
    before = page.next;
    if (before === null) break;
  }
  const lines = (await (await fetch(`${door.base}/api/v1/audit.ndjson`, { headers: AS_OWNER })).text())
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(seen);
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map(({ seq }) => seq).toSorted((a, b) => b - a));
  const claims = await read<{ entries: AuditEntry[] }>(`/audit?act=requests.claim&person=${mo.id}`);
  expect(claims.entries.map(({ act }) => act)).toEqual(['requests.claim', 'requests.claim']);
  const either = await read<{ entries: AuditEntry[] }>(`/audit?act=requests.rel,login&person=${mo.id}`);
  expect(either.entries.map(({ act }) => act)).toEqual(['requests.release', 'login.link']);
  const csv = await (await fetch(`${door.base}/api/v1/audit.csv`, { headers: AS_OWNER })).text();
  expect(csv.trimEnd().split('\r\n')).toHaveLength(seen.length + 1);
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
  for (const secret of ['canary', mo.key, mo.cookie.slice('cuedesk='.length)])
    expect(csv + lines).not.toContain(secret);
});

test('[PE11] [PE12] a password signs the owner in, and a new one ends every other login and its pages', async () => {
  const put = (password: string | null, headers: Record<string, string>) =>
    fetch(`${door.base}/api/v1/password`, {
      method: 'PUT',
      headers: { ...headers, ...JSON_BODY },
      body: JSON.stringify({ password }),
    });
  const mine = { cookie: await signIn(door.base, door.program.parts.access.linkKey) };
  const none = await post(door.base, '/login/password', { password: 'not the password' }, {});
  expect((await put('correct horse battery', mine)).status).toBe(200);
  const wrong = await post(door.base, '/login/password', { password: 'not the password' }, {});
  expect([none.status, await none.text()]).toEqual([wrong.status, await wrong.text()]);
  const right = await post(door.base, '/login/password', { password: 'correct horse battery' }, {});
  const other = { cookie: right.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  const page = await deskOf(other.cookie);
  expect((await put('another long password', mine)).status).toBe(200);
  await soon(() => expect(page.socket.connected).toBe(false));
  expect([await statusOf(door.base, '/people', other), await statusOf(door.base, '/people', mine)]).toEqual([401, 200]);
  const old = await post(door.base, '/login/password', { password: 'correct horse battery' }, {});
  expect(old.status).toBe(401);
  expect(JSON.stringify(await door.program.parts.store.db.selectFrom('person').selectAll().execute())).not.toContain(
    'another long',
  );
});
