import { randomUUID } from 'node:crypto';
import { openAccess } from '../../server/app/access.ts';
import type { Booking } from '../../server/app/booking.ts';
import { type Codes, openCodes } from '../../server/app/codes.ts';
import { createHeldActs } from '../../server/app/held-acts.ts';
import { qrPicture } from '../../server/app/qr.ts';
import { allowedHosts } from '../../server/core/hosts.ts';
import { availabilityRoutes } from '../../server/http/availability.ts';
import { bioRoutes } from '../../server/http/bio.ts';
import { blockRoutes } from '../../server/http/blocks.ts';
import { busyFeedRoutes } from '../../server/http/busy-feeds.ts';
import { codeLinkRoutes, codeRoutes } from '../../server/http/codes.ts';
import { floodRoutes } from '../../server/http/floods.ts';
import { publicRoutes } from '../../server/http/public.ts';
import { requestRoutes } from '../../server/http/requests.ts';
import { createDoor } from '../../server/http/server.ts';
import { serviceRoutes } from '../../server/http/services.ts';
import { threadRoutes } from '../../server/http/threads.ts';
import { viewerDataRoutes } from '../../server/http/viewer-data.ts';
import { openLog } from '../../server/log.ts';
import type { Store } from '../../server/store/store.ts';
import { RIGHT_SETS } from '../../shared/rights.ts';
import { bookingOn, openFolder, type SetClock, startClock } from '../app/booking-given.ts';

const OWNER_TOKEN = 'an-owner-token-of-a-test-that-is-long-enough';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What a script sees: whatever JSON came. */
  readonly body: ReturnType<typeof JSON.parse>;
}
type Who = 'owner' | 'moderator' | 'anyone';

/** The private door with the booking routes on a free port, over a store in a folder of its own. */
export interface BookingDoor {
  readonly booking: Booking;
  readonly store: Store;
  readonly codes: Codes;
  /** The codes as another start finds them. */
  reopenCodes(): Promise<Codes>;
  readonly clock: SetClock;
  ask(who: Who, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export async function openBookingDoor(
  given?: { readonly store: Store; readonly close: () => Promise<void> },
  trust: string[] | false = false,
): Promise<BookingDoor> {
  const { store, close } = given ?? (await openFolder());
  const clock = startClock();
  const rethrow = (error: unknown) => {
    throw error;
  };
  const openOwnCodes = () => openCodes({ store, creatorId: 'local', clock: () => clock.now, onFault: rethrow });
  const codes = await openOwnCodes();
  const booking = bookingOn(store, clock, 'local', rethrow, {
    codeOf: async (typed) => (await codes.find(typed))?.code ?? null,
    aboutCode: codes.about,
  });
  const access = await openAccess({
    store,
    creatorId: 'local',
    clock: () => clock.now,
    newId: () => randomUUID(),
    ownerToken: OWNER_TOKEN,
    onFault: rethrow,
  });
  const log = openLog('silent', () => undefined);
  const api = await createDoor({
    hosts: allowedHosts(() => []),
    keeper: { ...access, serves: () => true },
    log,
    trust,
  });
  bioRoutes(api, booking);
  serviceRoutes(api, booking);
  availabilityRoutes(api, booking);
  busyFeedRoutes(api, booking);
  const held = createHeldActs({
    ...{ store, creatorId: 'local', clock: () => clock.now, newId: () => randomUUID(), onFault: rethrow },
    desk: booking.desk,
    stillMay: async () => true,
    noteOutcome: async () => {},
  });
  requestRoutes(api, { held, desk: booking.desk, views: booking.views });
  viewerDataRoutes(api, booking);
  blockRoutes(api, booking);
  floodRoutes(api, booking);
  codeRoutes(api, {
    codes,
    codePicture: (code) => (codes.about(code) ? qrPicture(`https://book.example/c/${code}`) : null),
  });
  codeLinkRoutes(api, { codes, offers: booking.offers, chat: booking.chat });
  publicRoutes(api, booking);
  threadRoutes(api, booking);
  const base = await api.listen({ host: '127.0.0.1', port: 0 });
  let cookie = '';
  return {
    booking,
    store,
    codes,
    reopenCodes: openOwnCodes,
    clock,
    ask: async (who, method, path, body, headers = {}) => {
      if (who === 'moderator') cookie ||= await signIn(access);
      const login: Record<string, string> =
        who === 'owner' ? { authorization: `Bearer ${OWNER_TOKEN}` } : who === 'moderator' ? { cookie } : {};
      const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
      const answer = await fetch(`${base}${path}`, {
        method,
        redirect: 'manual',
        headers: { ...json, ...login, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
      return { status: answer.status, headers: answer.headers, text, body: isJson && text ? JSON.parse(text) : null };
    },
    close: async () => {
      await api.close();
      await close();
    },
  };
}

async function signIn(access: Awaited<ReturnType<typeof openAccess>>): Promise<string> {
  const signed = await access.signIn(
    (await access.people.add({ name: 'Mo', rights: [...RIGHT_SETS.desk], hours: 1 })).key,
    null,
  );
  return 'cookie' in signed ? `cuedesk=${signed.cookie}` : '';
}
