import { addChatHold, type KeptChatHold } from '../../server/store/chat-holds.ts';
import { addDeskView } from '../../server/store/desk-views.ts';
import { addLabel } from '../../server/store/labels.ts';
import { addMacro } from '../../server/store/macros.ts';
import { addPasskey } from '../../server/store/passkeys.ts';
import { addStage } from '../../server/store/stages.ts';
import { RIGHT_SETS } from '../../shared/rights.ts';
import {
  BIO,
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  publish,
  secretIn,
  startClock,
} from '../app/booking-given.ts';
import type { Route } from '../http/routes.ts';
import { AS_OWNER, type TestProgram } from '../program/given-program.ts';
import { OTHER, rethrow } from './matrix-given.ts';

/** Objects of another creator in the same store, and where a route would find them. */
export interface Foreign {
  /** Another creator's request: what an own one is asked for by. */
  readonly request: string;
  /** The route's path with the foreign object and a body that fits; null where the route names no such object. */
  pathOf(route: Route): { readonly path: string; readonly body: unknown } | null;
  /** Everything in the store that is the other creator's, as text: what nobody here may change. */
  dump(): Promise<string>;
}

const HANDLE = 'theirs';

export async function foreignObjects(door: TestProgram): Promise<Foreign> {
  const { store } = door.program.parts;
  const booking = bookingOn(store, startClock(), OTHER, rethrow);
  const [service = ''] = await publish(booking, [givenService({ slug: 'theirs' })], { ...BIO, handle: HANDLE });
  const made = granted(await booking.viewers.ask(HANDLE, givenDraft({ service, message: 'Hello' }), null));
  const secret = secretIn(made.thread);
  const ids: Readonly<Record<string, string>> = {
    requests: made.id,
    services: service,
    ...(await keptOf(door)),
  };
  const bodies = await bodiesFor(door, service);
  return {
    request: made.id,
    pathOf({ pattern }) {
      const path = pattern.replace(':handle', HANDLE).replace(':secret', secret);
      // The page of a thread is one and the same for everybody; what it shows it asks for.
      if (pattern === '/t/:secret') return null;
      const query = pattern.endsWith('/:handle/slots') ? slotsOf(service) : '';
      if (path !== pattern) return { path: path + query, body: bodies[pattern] ?? {} };
      const found = /^\/api\/v1\/(.+?)\/:(?:id|code|name)\b/.exec(pattern);
      const id = found && ids[found[1] ?? ''];
      return id ? { path: pattern.replace(/:(?:id|code|name)/, id), body: bodies[pattern] ?? {} } : null;
    },
    dump: () => dumpOf(door),
  };
}

/** What has no door of its own that is opened here, as rows; by the part of the route that names its kind. */
async function keptOf({ program }: TestProgram): Promise<Record<string, string>> {
  const { store } = program.parts;
  const { db } = store;
  const creator = { creator_id: OTHER };
  const at = 0;
  await addStage(db, OTHER, { id: 'stage-of-another', name: 'Theirs', language: null, rotation: 1 }, at);
  const { id: person } = await db
    .selectFrom('person')
    .select('id')
    .where('creator_id', '=', OTHER)
    .where('role', '=', 'moderator')
    .executeTakeFirstOrThrow();
  const passkey = {
    id: 'passkey-of-another',
    person_id: 'owner',
    name: 'Theirs',
    rp_id: 'localhost',
    transports: '[]',
  };
  const key = { credential_id: 'theirs', public_key: 'theirs', counter: 0, created_at: at, used_at: null };
  await addPasskey(db, { ...creator, ...passkey, ...key });
  const by = { by_id: person, by_name: 'Theirs' };
  await db
    .insertInto('block')
    .values({ ...creator, id: 'block-of-another', name: 'Viewer', reason: '', ...by, at })
    .execute();
  const feed = { id: 'feed-of-another', name: 'Theirs', address: 'sealed', host: 'example.org', added_at: at };
  const unread = { etag: null, last_modified: null, worked_out_at: null, worked_out_zone: null, read_at: null };
  const untried = { tried_at: null, due_at: Number.MAX_SAFE_INTEGER, trouble: null, read_until: null };
  await db
    .insertInto('busy_feed')
    .values({ ...creator, ...feed, ...unread, ...untried })
    .execute();
  await db
    .insertInto('prepared_reply')
    .values({ ...creator, id: 'reply-of-another', name: 'Theirs', name_key: 'theirs', texts: '{}' })
    .execute();
  const code = { code: 'THEIRS', kind: 'word', subject: 'word:theirs', label: 'Theirs', service_id: null };
  await db
    .insertInto('short_code')
    .values({ ...creator, ...code, visits: 0, created_at: at, shown_until: null })
    .execute();
  await addLabel(db, OTHER, { id: 'label-of-another', name: 'Theirs', colour: 'accent' });
  await addMacro(db, OTHER, { id: 'macro-of-another', name: 'Theirs', key: 9, steps: [{ type: 'claim' }] });
  const lens = { list: 'open', search: '', label: null, language: null } as const;
  await store.transaction((tx) =>
    addDeskView(tx, OTHER, person, { id: 'view-of-another', name: 'Theirs', shared: true, lens }),
  );
  await store.transaction((tx) => addChatHold(tx, OTHER, HOLD));
  const picture = 'a'.repeat(32);
  const bytes = new Uint8Array([1]);
  await db
    .insertInto('picture')
    .values({ ...creator, id: picture, width: 1, height: 1, bytes, created_at: at })
    .execute();
  return {
    stages: 'stage-of-another',
    people: person,
    passkeys: passkey.id,
    blocks: 'block-of-another',
    'availability/calendars': feed.id,
    'prepared-replies': 'reply-of-another',
    codes: code.code,
    pictures: `${picture}.webp`,
    labels: 'label-of-another',
    macros: 'macro-of-another',
    'desk-views': 'view-of-another',
    'chat-holds': HOLD.code,
    ...PARTS,
  };
}

/** What is no row of its own but a part of what a creator has, by a name that another could have for theirs. */
const PARTS = {
  sources: 'source-of-another',
  'scene-rules': 'rule-of-another',
  floods: 'flood-of-another',
  'floods/undo': 'flood-of-another',
};

const HOLD: KeptChatHold = {
  ...{ id: 'hold-of-another', code: 'THEIRHLD', hold: 'seat-of-another', service: 'service', session: 'session' },
  ...{ event: { source: 'test', id: '1' }, viewer: 'viewer', name: 'Theirs', claimHash: null, language: 'en' as const },
  ...{ start: 0, createdAt: 0, expiresAt: Number.MAX_SAFE_INTEGER },
};

function slotsOf(service: string): string {
  return `?service=${service}&from=${MONDAY_TEN}&to=${MONDAY_ELEVEN}&zone=Europe/Berlin`;
}

async function bodiesFor({ base }: TestProgram, service: string): Promise<Readonly<Record<string, unknown>>> {
  const own = (await (await fetch(`${base}/api/v1/stages`, { headers: AS_OWNER })).json()) as { id: string }[];
  const design = await (await fetch(`${base}/api/v1/stages/${own[0]?.id}/design`, { headers: AS_OWNER })).json();
  const draft = givenDraft({ service, message: 'Mine now' });
  const slot = { service, start: MONDAY_TEN };
  return {
    '/api/v1/requests/:id/reply': { text: 'x' },
    '/api/v1/requests/:id/note': { text: 'x' },
    '/api/v1/requests/:id/block': { reason: 'x' },
    '/api/v1/requests/:id/offer': { starts: ['2030-01-01T10:00:00Z'] },
    '/api/v1/requests/:id/merge': { into: 'x' },
    '/api/v1/requests/:id/paid': { paid: true },
    '/api/v1/services/:id': givenService({ slug: 'mine-now' }),
    '/api/v1/services/:id/confirm': { region: 'DE', activity: 'legal-advice', name: 'Ada' },
    '/api/v1/stages/:id/design': design,
    '/api/v1/requests/:id/on-air': { text: 'x' },
    '/api/v1/requests/:id/macro': { macro: 'x' },
    '/api/v1/requests/:id/label': { label: 'x', on: 'request', put: true },
    '/api/v1/requests/:id/snooze': { until: null },
    '/api/v1/stages/:id/set-up': { on: true },
    '/api/v1/stages/:id/point': { widget: 'bio' },
    '/api/v1/stages/:id/test': { widget: 'goal' },
    '/api/v1/stages/:id': { name: 'Mine now' },
    '/api/v1/people/:id': { rights: [...RIGHT_SETS.desk] },
    '/api/v1/passkeys/:id': { name: 'Mine now' },
    '/api/v1/availability/calendars/:id': { name: 'Mine now' },
    '/api/v1/prepared-replies/:id': { name: 'Mine now', texts: { en: 'x' } },
    '/api/v1/labels/:id': { name: 'Mine now', colour: 'live' },
    '/api/v1/macros/:id': { name: 'Mine now', key: 8, steps: [{ type: 'claim' }] },
    '/api/v1/public/:handle/holds': slot,
    '/api/v1/public/:handle/holds/claim': { code: 'THEIRS' },
    '/api/v1/public/:handle/requests': draft,
    '/api/v1/public/:handle/waitlist': draft,
    '/api/v1/public/threads/:secret/messages': { text: 'x' },
    '/api/v1/public/threads/:secret/language': { language: 'de' },
    '/api/v1/public/threads/:secret/email': { email: null },
    '/api/v1/public/threads/:secret/move': { start: MONDAY_TEN },
  };
}

/** Every row of the other creator, table by table. */
async function dumpOf({ program }: TestProgram): Promise<string> {
  const { db } = program.parts.store;
  const tables = await db.introspection.getTables();
  const own = tables.filter(({ columns }) => columns.some(({ name }) => name === 'creator_id'));
  const rows = await Promise.all(
    own.map(async ({ name }) => {
      const found = await db
        .selectFrom(name as 'request')
        .selectAll()
        .where('creator_id', '=', OTHER)
        .execute();
      return [name, found.map((row) => JSON.stringify(row)).toSorted()];
    }),
  );
  return JSON.stringify(rows);
}
