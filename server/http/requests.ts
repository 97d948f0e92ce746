import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { KNOWN_BY } from '../../shared/blocks.ts';
import { RequestState, ThreadMessage } from '../../shared/booking.ts';
import { CODE_KINDS } from '../../shared/codes.ts';
import { RequestChannel, RequestVia } from '../../shared/desk-doors.ts';
import { HeldAct } from '../../shared/desk-team.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { Language, LocalText } from '../../shared/languages.ts';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import { Money } from '../../shared/money.ts';
import { ACT_RIGHTS, may } from '../../shared/rights.ts';
import { OtherRequest } from '../../shared/same-person.ts';
import { SnoozeDraft } from '../../shared/snooze-draft.ts';
import { Instant, toMillis, WholeMinute } from '../../shared/time.ts';
import { HELD_TYPES } from '../../shared/undo.ts';
import { VIEWER_NEWS } from '../../shared/viewer-news.ts';
import type { BookingViews } from '../app/booking-views.ts';
import type { Desk } from '../app/desk.ts';
import type { HeldActs } from '../app/held-acts.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type DeskAct, snoozeAct } from '../core/desk/acts.ts';
import { requestFor, requestsFor } from '../core/desk/by-rights.ts';
import { type Api, problems, rightsOf, sendRefusal } from './api.ts';

export const DeskAnswer = z.object({
  id: z.string(),
  state: RequestState,
  service: z.object({ id: z.string(), title: LocalText }),
  start: Instant.nullable(),
  end: Instant.nullable(),
  zone: z.string(),
  name: z.string(),
  erased: z.boolean(),
  language: Language,
  contact: z.object({ email: z.string().optional(), hidden: z.literal(true).optional() }).nullable(),
  terms: z.object({
    price: Money.nullable(),
    region: z.string().nullable(),
    answers: z.array(z.object({ question: z.string(), label: LocalText.nullable(), answer: z.string() })),
    code: z.string().nullable(),
    via: z.enum(['page', 'chat', 'paste', 'tiktok']),
  }),
  payment: z.object({ at: Instant.nullable() }).nullable(),
  offersUntil: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  claim: z.object({ by: z.string(), name: z.string(), until: Instant }).nullable(),
  snoozedUntil: Instant.nullable(),
  snoozedForLive: z.boolean(),
  answerBy: Instant.nullable(),
  back: z.boolean(),
  slotTaken: z.boolean(),
  unread: z.boolean(),
  news: z.enum(VIEWER_NEWS).nullable(),
  via: RequestVia,
  fromComment: z.boolean(),
  code: z.string().nullable(),
  codeFor: z.object({ kind: z.enum(CODE_KINDS), label: z.string() }).nullable(),
  channel: RequestChannel.nullable(),
  knownBy: z.array(z.enum(KNOWN_BY)),
  block: z.string().nullable(),
  labels: z.object({ request: z.array(z.string()), person: z.array(z.string()) }),
  unopened: z.boolean(),
  mergedInto: z.string().nullable(),
  airName: z.string().nullable(),
  messages: z.array(ThreadMessage),
}) satisfies z.ZodType<DeskRequest>;

const RequestId = z.string().regex(/^[\w-]{1,64}$/);
const Id = z.object({ id: RequestId });
const Search = z.object({ q: z.string().max(200) });
const Found = z.object({ ids: z.array(z.string()) });
const Nothing = z.object({}).nullish();
const text = z.string().trim().min(1).max(LONGEST_MESSAGE);
/** `undo=1`: the act is held for ten seconds, in which it can be undone, and answered with 202. */
const Undo = z.object({ undo: z.literal('1').optional() });
const config = { access: 'desk' } as const;

export interface RequestRoutes {
  readonly held: HeldActs;
  readonly desk: Pick<Desk, 'seen'>;
  readonly views: Pick<BookingViews, 'deskRequests' | 'deskRequest' | 'searchDesk' | 'othersOf'>;
}

/** The desk's queue and what can be done with each request; every act carries who did it. */
export function requestRoutes(api: Api, app: RequestRoutes): void {
  api.get(
    '/api/v1/requests',
    { config, schema: { summary: 'The queue', response: { 200: z.array(DeskAnswer), ...problems } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return requestsFor(await app.views.deskRequests(), rightsOf(request));
    },
  );
  api.get(
    '/api/v1/requests/search',
    {
      config,
      schema: {
        summary: 'Ids of the requests that say this',
        querystring: Search,
        response: { 200: Found, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return { ids: await app.views.searchDesk(request.query.q) };
    },
  );
  api.get(
    '/api/v1/requests/:id',
    { config, schema: { summary: 'One request', params: Id, response: { 200: DeskAnswer, ...problems } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const found = await app.views.deskRequest(request.params.id);
      return isRefusal(found) ? sendRefusal(reply, found) : requestFor(found, rightsOf(request));
    },
  );
  api.get(
    '/api/v1/requests/:id/others',
    {
      config,
      schema: {
        summary: 'What else its person has open or booked; a shared address is told with the right to see contacts',
        params: Id,
        response: { 200: z.array(OtherRequest), ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const found = await app.views.othersOf(request.params.id, rightsOf(request));
      return isRefusal(found) ? sendRefusal(reply, found) : found;
    },
  );
  api.post(
    '/api/v1/requests/:id/seen',
    {
      config,
      schema: {
        summary: 'It was opened: what its viewer did is news no more, nor is what they wrote once it is closed',
        params: Id,
        body: Nothing,
        response: { 200: DeskAnswer, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const seen = await app.desk.seen(request.params.id);
      return isRefusal(seen) ? sendRefusal(reply, seen) : requestFor(seen, rightsOf(request));
    },
  );
  actRoute(api, app, 'claim', 'Answer it; others see who does', Nothing, () => ({ type: 'claim' }));
  actRoute(api, app, 'take-over', 'Answer it in the place of who does, who is told', Nothing, () => ({
    type: 'take-over',
  }));
  actRoute(api, app, 'release', 'Leave it to the others', Nothing, () => ({ type: 'release' }));
  actRoute(api, app, 'accept', 'Book its time', Nothing, () => ({ type: 'accept' }));
  actRoute(api, app, 'spam', 'Not an ask', Nothing, () => ({ type: 'spam' }));
  actRoute(api, app, 'complete', 'The session took place', Nothing, () => ({ type: 'complete' }));
  actRoute(api, app, 'no-show', 'The viewer did not come', Nothing, () => ({ type: 'no-show' }));
  actRoute(
    api,
    app,
    'paid',
    'Say that a booking is paid, or that it is not after all',
    z.object({ paid: z.boolean() }),
    (body) => ({ type: 'paid', ...body }),
  );
  actRoute(api, app, 'reply', 'Write to the viewer', z.object({ text }), (body) => ({ type: 'reply', ...body }));
  actRoute(api, app, 'note', 'Write for the desk alone', z.object({ text }), (body) => ({ type: 'note', ...body }));
  actRoute(
    api,
    app,
    'snooze',
    'Put it aside until then, at most 90 days; null takes it up again',
    SnoozeDraft,
    snoozeAct,
  );
  actRoute(
    api,
    app,
    'merge',
    'End it in another request of the same person; its words are read there. Known by the platform, or with `unproven` by an address that both typed',
    z.object({ into: RequestId, unproven: z.literal(true).optional() }),
    (body) => ({ type: 'merge', ...body }),
  );
  actRoute(
    api,
    app,
    'decline',
    'Say no, or call a booking off',
    z.object({ text: text.optional() }).nullish(),
    (body) => ({
      type: 'decline',
      text: body?.text,
    }),
  );
  actRoute(
    api,
    app,
    'offer',
    'Offer other times',
    z.object({ starts: z.array(WholeMinute).min(1).max(10), text: text.optional() }),
    (body) => ({
      type: 'offer',
      starts: body.starts.map(toMillis),
      text: body.text,
    }),
  );
}

function actRoute<Body extends z.ZodType>(
  api: Api,
  app: RequestRoutes,
  name: string,
  summary: string,
  body: Body,
  actOf: (body: z.output<Body>) => DeskAct,
): void {
  const right = ACT_RIGHTS[name];
  const mayWait = HELD_TYPES.some((type) => type === name);
  api.post(
    `/api/v1/requests/:id/${name}`,
    {
      config: right ? { ...config, right } : config,
      schema: mayWait
        ? { summary, params: Id, body, querystring: Undo, response: { 200: DeskAnswer, 202: HeldAct, ...problems } }
        : { summary, params: Id, body, response: { 200: DeskAnswer, ...problems } },
    },
    // The provider cannot see through the type parameter; the schema above has checked both.
    async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'no-store');
      const { caller } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const { id } = request.params as z.output<typeof Id>;
      const act = actOf(request.body as z.output<Body>);
      // That two share an address is for who may see contacts, and so is what it is the only reason for.
      if (act.type === 'merge' && act.unproven && !may(caller, 'see-contact'))
        return sendRefusal(reply, refuse('not-allowed'));
      if (mayWait && (request.query as z.output<typeof Undo>).undo) {
        const held = await app.held.hold(id, act, caller);
        return isRefusal(held) ? sendRefusal(reply, held) : reply.code(202).send(held);
      }
      const done = await app.held.act(id, act, caller);
      return isRefusal(done) ? sendRefusal(reply, done) : reply.code(200).send(requestFor(done, caller.rights));
    },
  );
}
