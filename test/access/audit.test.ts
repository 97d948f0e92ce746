import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAudit } from '../../server/app/audit.ts';
import { addAudit, readAudit } from '../../server/store/audit.ts';
import { writeSetting } from '../../server/store/settings.ts';
import { csvRow } from '../../shared/csv.ts';
import { studioLog } from '../../shared/locales/en/studio-log.ts';
import { LOG_KINDS } from '../../shared/log-kinds.ts';
import type { AuditEntry } from '../../shared/people.ts';
import { givenDraft, givenService, granted, publish } from '../app/booking-given.ts';
import { type Route, routesOf } from '../http/routes.ts';
import { AS_OWNER, JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';
import { moderator } from './people-given.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

/** What changes something and writes no act by its route alone, each with the reason. */
const WITHOUT_ACT: Readonly<Record<string, string>> = {
  'POST /api/v1/events': 'what scripts send is the show’s journal, and is kept there',
  'POST /api/v1/login': 'noted by its handler, with the person who came in',
  'POST /api/v1/login/password': 'noted by its handler, a wrong one too',
  'POST /api/v1/login/passkey': 'noted by its handler, a wrong one too',
  'POST /api/v1/login/passkey/challenge': 'nobody is known yet, and what is asked for changes nothing',
  'POST /api/v1/public/:handle/holds': 'a viewer’s: a hold runs out by itself',
  'POST /api/v1/public/:handle/holds/claim': 'a viewer’s: stands at the hold',
  'POST /api/v1/public/:handle/requests': 'a viewer’s: the request itself',
  'POST /api/v1/public/:handle/waitlist': 'a viewer’s: the request itself',
  'POST /api/v1/public/threads/:secret/cancel': 'a viewer’s: stands in the thread',
  'POST /api/v1/public/threads/:secret/email': 'a viewer’s: where they are mailed',
  'POST /api/v1/public/threads/:secret/erase': 'a viewer’s: nothing of them may be left',
  'POST /api/v1/public/threads/:secret/messages': 'a viewer’s: stands in the thread',
  'POST /api/v1/public/threads/:secret/language': 'a viewer’s: what they read',
  'POST /api/v1/public/threads/:secret/move': 'a viewer’s: stands in the thread',
  'POST /api/v1/public/threads/:secret/waitlist': 'a viewer’s: stands in the thread',
  'POST /api/v1/webhooks/tiktok': 'the platform’s: kept once by its id',
};

/** What notes an act for each request that it touches, under the name of what was done there. */
const NOTES_EACH = ['POST /api/v1/requests/bulk', 'POST /api/v1/requests/bulk/undo', 'POST /api/v1/requests/:id/macro'];

/** Bodies for what a moderator without any right may do: a broken call is no act. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/v1/requests/:id/note': { text: 'x' },
  'PUT /api/v1/desk-choice': { undo: true },
  'PUT /api/v1/passkeys/:id': { name: 'x' },
  'POST /api/v1/passkeys': {
    name: 'x',
    answer: {
      ...{ id: 'x', rawId: 'x', type: 'public-key' },
      response: { clientDataJSON: 'x', attestationObject: 'x', transports: [] },
    },
  },
  'POST /api/v1/desk-views': {
    name: 'x',
    shared: false,
    lens: { list: 'open', label: null, language: null, search: '' },
  },
};

const nameOf = ({ method, pattern }: Route) => `${method} ${pattern}`;
/** As `POST /api/v1/requests/:id/accept` is noted: `requests.accept`. */
function actOf({ method, pattern }: Route): string {
  const words = pattern.split('/').slice(3);
  const named = words.filter((word) => !word.startsWith(':'));
  const isNamed = method === 'POST' && (words.length > 1 || words[0] === 'logout');
  return [...named, ...(isNamed ? [] : [method.toLowerCase()])].join('.');
}
const changing = () => {
  const doors = [door.program.doors.private, door.program.doors.public].flatMap((one) => (one ? routesOf(one) : []));
  const routes = new Map(doors.filter(({ method }) => method !== 'GET').map((route) => [nameOf(route), route]));
  return [...routes.values()];
};

test('[PE28] every route that changes something notes the act under a name of its own, or stands in the list of those that do not', async () => {
  const routes = changing();
  const known = routes.filter(({ access }) => access === 'owner' || access === 'desk');
  const noted = known.filter((route) => !NOTES_EACH.includes(nameOf(route)));
  expect(known.length - noted.length).toBe(NOTES_EACH.length);
  expect(noted.length).toBeGreaterThan(60);
  expect(
    routes
      .filter((route) => !known.includes(route))
      .map(nameOf)
      .toSorted(),
  ).toEqual(Object.keys(WITHOUT_ACT).toSorted());
  const { id, cookie } = await moderator(door, []);
  // Signing out last: it ends the login that asks.
  for (const route of noted.toSorted(
    (a, b) => Number(a.pattern.endsWith('logout')) - Number(b.pattern.endsWith('logout')),
  )) {
    const body = JSON.stringify(BODIES[nameOf(route)] ?? {});
    await fetch(door.base + route.path, { method: route.method, headers: { ...JSON_BODY, cookie }, body });
  }
  const { entries } = (await (
    await fetch(`${door.base}/api/v1/audit?person=${id}&limit=500`, { headers: AS_OWNER })
  ).json()) as { entries: AuditEntry[] };
  const acts = entries.map(({ act }) => act);
  expect(new Set(acts).size).toBe(acts.length);
  // And the way in, which is noted by its handler.
  expect(acts.toSorted()).toEqual(['login.link', ...noted.map(actOf)].toSorted());
});

test('[PE272] what was made is named by its id: who was invited, and which request was pasted', async () => {
  const made = async (path: string, body: unknown) => {
    const headers = { ...AS_OWNER, ...JSON_BODY };
    const answer = await fetch(`${door.base}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  };
  const person = await made('/invitations', { name: 'Dana', hours: 1 });
  await publish(door.program.parts.booking, [givenService({ slug: 'pasted' })]);
  const request = await made('/requests', { name: 'Pasted', text: 'Hello' });
  const entries = await door.program.parts.audit.read({ limit: 500 });
  const about = (act: string) => entries.filter((entry) => entry.act === act).map(({ object }) => object);
  expect(about('invitations.post')).toContain(person);
  expect(about('requests.post')).toContain(request);
  expect(JSON.stringify(entries)).not.toContain('Pasted');
});

test('[SU263] each act that can be noted has its words, and is of one kind', () => {
  const known = changing().filter(({ access }) => access === 'owner' || access === 'desk');
  const byHandlers = [
    'live.forget',
    'login.link',
    'login.password',
    'login.passkey',
    'audit.shorten',
    'requests.forget',
  ];
  const acts = [...known.map(actOf), ...byHandlers];
  expect(acts.map((act) => act.replaceAll('.', ' ')).toSorted()).toEqual(Object.keys(studioLog.act).toSorted());
  const begins: ReadonlyArray<string> = Object.values(LOG_KINDS).flat();
  // The filter asks by beginnings, so that none may be the beginning of another kind's.
  for (const act of acts) expect([act, begins.filter((begin) => act.startsWith(begin)).length]).toEqual([act, 1]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=cmd|"/c calc"!A1'])(
  '[PE29] a cell of the exported log that a spreadsheet takes for a formula is text: %j',
  (name) => {
    expect(csvRow([name])).toMatch(/^"?'/);
    expect(csvRow(['a', `x${name}`])).toMatch(/^a,"?x/);
  },
);

test('[PE9] the 201st entry comes with the next page, none twice and none left out, while more are noted', async () => {
  const { store } = door.program.parts;
  await store.db.insertInto('creator').values({ id: 'paged', created_at: 0 }).execute();
  const note = (at: number, act: string) =>
    addAudit(store, 'paged', { at, person: null, act, object: '', result: 'done' });
  const noted = Array.from({ length: 401 }, (_, at) => `act.${at}`);
  for (const [at, act] of noted.entries()) await note(Math.floor(at / 3), act);
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let before: number | undefined; ; ) {
    const page = await readAudit(store.db, 'paged', { before, limit: 200 });
    sizes.push(page.length);
    seen.push(...page.map(({ act }) => act));
    if (page.length < 200) break;
    before = page.at(-1)?.seq;
    // In the very millisecond of the newest, and later.
    await Promise.all([note(133, `meanwhile.${seen.length}`), note(500, `later.${seen.length}`)]);
  }
  expect(sizes).toEqual([200, 200, 1]);
  expect(seen).toEqual(noted.toReversed());
});

test('[PE30] what is older than the log is kept goes in one turn, the rest stays, and the turn is itself in the log', async () => {
  const { store, settings } = door.program.parts;
  await store.db.insertInto('creator').values({ id: 'tidy', created_at: 0 }).execute();
  const now = Date.parse('2026-11-26T12:00:00Z');
  const audit = createAudit({
    store,
    creatorId: 'tidy',
    clock: () => now,
    days: () => 400,
    onFault: (error) => {
      throw error;
    },
  });
  const DAY_MS = 86_400_000;
  const noted = (act: string, daysAgo: number, ms = 0) =>
    addAudit(store, 'tidy', { at: now - daysAgo * DAY_MS + ms, person: null, act, object: '', result: 'done' });
  // The other creator's log is as old, and is not touched.
  await addAudit(store, 'local', { at: now - 900 * DAY_MS, person: null, act: 'old.one', object: '', result: 'done' });
  for (let at = 0; at < 5; at++) await noted(`old.${at}`, 401, at);
  await noted('just', 400, -1);
  await noted('still', 400);
  await noted('new', 1);
  await audit.shorten();
  const left = await audit.read({ limit: 10 });
  expect(left.map(({ act, object }) => [act, object])).toEqual([
    ['audit.shorten', '6 before 2025-10-22T12:00:00.000Z'],
    ['new', ''],
    ['still', ''],
  ]);
  await audit.shorten();
  expect(await audit.read({ limit: 10 })).toEqual(left);
  expect((await door.program.parts.audit.read({ acts: ['old.'], limit: 10 })).map(({ act }) => act)).toEqual([
    'old.one',
  ]);
  expect(settings.current().auditDays).toBe(400);
});

test('[PE30] [DK245] [DK248] [DK134] the program does so at its start, for as many days as are set, from 30 to ten years, and so with old requests and what was said in old lives', async () => {
  const put = (auditDays: number, name = 'auditDays') =>
    fetch(`${door.base}/api/v1/settings`, {
      method: 'PUT',
      headers: { ...AS_OWNER, ...JSON_BODY },
      body: JSON.stringify({ [name]: auditDays }),
    });
  expect([(await put(29)).status, (await put(3651)).status, (await put(30)).status]).toEqual([400, 400, 200]);
  for (const name of ['keepRequestDays', 'keepBookingDays'])
    expect([(await put(29, name)).status, (await put(3651, name)).status]).toEqual([400, 400]);
  const { store, clock } = door.program.parts;
  const { booking } = door.program.parts;
  const [service = ''] = await publish(booking, [givenService()]);
  const { id } = granted(await booking.viewers.ask('creator', givenDraft({ service }), null));
  const shown = async () => (await (await fetch(`${door.base}/api/v1/public/creator`)).json()) as { keep: unknown };
  expect((await shown()).keep).toEqual({ requestDays: 90, bookingDays: 365 });
  expect((await put(60, 'keepRequestDays')).status).toBe(200);
  await expect.poll(async () => (await shown()).keep, { timeout: 4500 }).toEqual({ requestDays: 60, bookingDays: 365 });
  await store.db.updateTable('request').set({ updated_at: 0 }).where('id', '=', id).execute();
  const at = clock() - 31 * 86_400_000;
  await addAudit(store, 'local', { at, person: null, act: 'a.month.ago', object: '', result: 'done' });
  // The first start with this leaves a week to choose otherwise.
  await writeSetting(store.db, 'local', 'retention-since', clock() - 7 * 86_400_000, clock());
  await writeSetting(store.db, 'local', 'words-retention-since', clock() - 7 * 86_400_000, clock());
  expect([(await put(0, 'keepWordsDays')).status, (await put(7, 'keepWordsDays')).status]).toEqual([400, 200]);
  const event = { id: 'old', type: 'chat', at: '2026-11-01T12:00:00Z', user: { id: 'u' }, chat: { text: 'canary' } };
  await fetch(`${door.base}/api/v1/events`, {
    method: 'POST',
    headers: { ...AS_OWNER, ...JSON_BODY },
    body: JSON.stringify(event),
  });
  await store.db
    .updateTable('event')
    .set({ received_at: clock() - 8 * 86_400_000 })
    .execute();
  const { folder } = door;
  await door.program.close();
  const again = await startProgram({}, folder);
  try {
    await expect
      .poll(async () => (await again.program.parts.audit.read({ acts: ['audit.shorten'], limit: 1 })).length)
      .toBe(1);
    expect(await again.program.parts.audit.read({ acts: ['a.month.ago'], limit: 1 })).toEqual([]);
    const forgotten = async () => again.program.parts.audit.read({ acts: ['requests.forget'], limit: 5 });
    await expect.poll(async () => (await forgotten()).map(({ object }) => object)).toEqual(['1']);
    const words = async () => again.program.parts.audit.read({ acts: ['live.forget'], limit: 5 });
    await expect.poll(async () => (await words()).map(({ object }) => object)).toEqual(['1']);
    const bodies = await again.program.parts.store.db.selectFrom('event').select('body').execute();
    expect(JSON.stringify(bodies)).not.toContain('canary');
    expect(await again.program.parts.booking.views.deskRequest(id)).toMatchObject({ name: '', state: 'cancelled' });
  } finally {
    await again.close();
  }
});
