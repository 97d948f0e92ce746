import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RequestDraft, WaitDraft } from '../../shared/booking.ts';
import { HoldMade, PublicPage, RequestMade, SlotList } from '../../shared/public-page.ts';
import { WholeMinute, Zone } from '../../shared/time.ts';
import type { AddressBounds, From } from '../app/address-bounds.ts';
import type { BookingViews } from '../app/booking-views.ts';
import type { Offers } from '../app/offers.ts';
import type { ViewerRequests } from '../app/requests.ts';
import type { Waitlist } from '../app/waitlist.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { type Api, addressOf, problems, sendProblem, sendRefusal } from './api.ts';
import { packedSender } from './packed.ts';
import { boundedWindow, windowFields, windowOf } from './slot-window.ts';
import { giveMark, markOf } from './viewer-mark.ts';

const Page = z.object({ handle: z.string().max(64) });
const SlotQuery = boundedWindow(
  z.object({
    service: z.string().min(1).max(64),
    ...windowFields,
    zone: Zone.optional().describe('checked only: all times are UTC'),
  }),
);
const HoldAsk = z.object({
  service: z.string().min(1).max(64),
  start: WholeMinute,
  instead: z.string().max(64).optional().describe('the id of a hold that this one replaces'),
});
/** Printable ASCII, as a header can carry it. */
const Key = z.string().regex(/^[\x21-\x7e]{1,255}$/);

/** Of one address; a person needs a few. What holds whatever the address is the booking part's own. */
const LIMIT = { max: 30, timeWindow: '1 minute' };

/** What the viewers' pages call, on both doors, without a login. */
export interface PublicRoutes {
  readonly offers: Pick<Offers, 'publicPage'>;
  readonly viewers: Pick<ViewerRequests, 'hold' | 'ask'>;
  readonly waitlist: Waitlist;
  readonly views: Pick<BookingViews, 'slots'>;
  readonly bounds: AddressBounds;
}

export function publicRoutes(api: Api, app: PublicRoutes): void {
  const config = { access: 'anyone' } as const;
  const sendPage = packedSender(PublicPage);
  const sendSlots = packedSender(SlotList);
  const summaries = { page: 'The published bio and offers', slots: 'Free times, ascending' };
  api.get(
    '/api/v1/public/:handle',
    { config, schema: { summary: summaries.page, params: Page, response: { 200: PublicPage, ...problems } } },
    async (request, reply) => {
      const page = await app.offers.publicPage(request.params.handle);
      return isRefusal(page) ? sendRefusal(reply, page) : sendPage(request, reply, page);
    },
  );
  api.get(
    '/api/v1/public/:handle/slots',
    {
      config,
      schema: {
        summary: summaries.slots,
        params: Page,
        querystring: SlotQuery,
        response: { 200: SlotList, ...problems },
      },
    },
    async (request, reply) => {
      const { service } = request.query;
      const slots = await app.views.slots(request.params.handle, service, windowOf(request.query));
      return isRefusal(slots) ? sendRefusal(reply, slots) : sendSlots(request, reply, slots);
    },
  );
  askRoutes(api, app);
}

function askRoutes(api: Api, app: PublicRoutes): void {
  const config = { access: 'anyone', rateLimit: LIMIT } as const;
  api.post(
    '/api/v1/public/:handle/holds',
    {
      config,
      schema: {
        summary: 'Keep a time for some minutes',
        params: Page,
        body: HoldAsk,
        response: { 201: HoldMade, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { service, start, instead } = request.body;
      const make = () => app.viewers.hold(request.params.handle, service, start, instead);
      const made = await app.bounds.hold(addressOf(request), instead, make);
      if (made === null) return sendRefusal(reply, tooMany('Nothing more is kept for this address.'));
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
  makingRoutes(api, app);
}

/** What makes a request with a thread of its own. */
function makingRoutes(api: Api, app: PublicRoutes): void {
  const config = { access: 'anyone', rateLimit: LIMIT } as const;
  const response = { 201: RequestMade, ...problems };
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    make: (key: string | null, mark: string) => Promise<RequestMade | Refusal>,
  ) => {
    reply.header('cache-control', 'no-store');
    const key = keyOf(request);
    if (key === undefined) return sendProblem(reply, 400, 'bad-input', { issues: [badKey] });
    const mark = markOf(request);
    const made = await make(key, mark);
    if (isRefusal(made)) return sendRefusal(reply, made);
    giveMark(request, reply, mark);
    return reply.code(201).send(made);
  };
  const summaries = {
    ask: 'Ask for a time, or send a message; with an Idempotency-Key a repeat gets the same answer',
    wait: 'Wait for a time that comes free; with an Idempotency-Key a repeat gets the same answer',
  };
  api.post(
    '/api/v1/public/:handle/requests',
    { config, schema: { summary: summaries.ask, params: Page, body: RequestDraft, response } },
    (request, reply) =>
      send(request, reply, (key, mark) =>
        askFrom(app, request.params.handle, request.body, key, { mark, address: addressOf(request) }),
      ),
  );
  api.post(
    '/api/v1/public/:handle/waitlist',
    { config, schema: { summary: summaries.wait, params: Page, body: WaitDraft, response } },
    (request, reply) =>
      send(request, reply, (key, mark) => app.waitlist.wait(request.params.handle, request.body, key, { mark })),
  );
}

/** An ask within what its network address may book without the desk. */
async function askFrom(
  { viewers, bounds }: PublicRoutes,
  handle: string,
  draft: RequestDraft,
  key: string | null,
  { mark, address }: { readonly mark: string; readonly address: From },
): Promise<RequestMade | Refusal> {
  const booking = bounds.booking(address);
  const made = await viewers.ask(handle, draft, key, { booking, mark });
  if (isRefusal(made)) booking.giveBack();
  else bounds.ended(draft.hold);
  return made;
}

function tooMany(message: string): Refusal {
  return refuse('too-many', { issues: [{ path: '', message }] });
}

/** What is said of a key that cannot be one. */
export const badKey = { path: 'headers.idempotency-key', message: 'is not 1 to 255 printable characters' };

/** Null without a key, undefined when it cannot be one. */
export function keyOf(request: Pick<FastifyRequest, 'headers'>): string | null | undefined {
  const header = request.headers['idempotency-key'];
  return header === undefined ? null : Key.safeParse(header).data;
}
