import { z } from 'zod';
import { readChatCode } from '../../shared/chat-code.ts';
import { ChatHold, ChatWord, ClaimedHold } from '../../shared/chat-word.ts';
import { PasteDraft } from '../../shared/desk-doors.ts';
import { RequestMade } from '../../shared/public-page.ts';
import type { ChatDoor } from '../app/chat-door.ts';
import type { Paste } from '../app/paste.ts';
import type { Unopened } from '../app/unopened.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, problems, sendProblem, sendRefusal } from './api.ts';
import { badKey, keyOf } from './public.ts';

const code = z.string().min(1).max(40);
/** Of one address: a code has four letters, and whoever tries many is not reading one from the stage. */
const LIMIT = { max: 10, timeWindow: '1 minute' };

/**
 * Wrong codes of everybody together, by each door: with a tunnel that Cuedesk does not know, all viewers come from one
 * address, which no limit may close. 30 of 38,416 codes a minute find one of sixty held times in twenty minutes at best,
 * and a hold lives for ten; a show with 30 who mistype within a minute waits for the next.
 */
const MOST_WRONG = 30;
const MINUTE_MS = 60_000;

/** Counts each try before it is compared, so that many at once are no more; a right one is given back. */
function createTries() {
  let [since, tries] = [performance.now(), 0];
  return {
    take(): boolean {
      if (performance.now() - since >= MINUTE_MS) [since, tries] = [performance.now(), 0];
      if (tries >= MOST_WRONG) return false;
      tries += 1;
      return true;
    },
    giveBack(): void {
      tries = Math.max(0, tries - 1);
    },
  };
}

/** The code that a word in the chat gave, typed at the viewers' page; on both doors. */
export function claimRoute(
  api: Api,
  app: { readonly chat: Pick<ChatDoor, 'claim'>; readonly isShortCode: (typed: string) => Promise<boolean> },
): void {
  const tries = createTries();
  api.post(
    '/api/v1/public/:handle/holds/claim',
    {
      config: { access: 'anyone', rateLimit: LIMIT },
      schema: {
        summary: 'Take the hold that belongs to a code from the chat; with an Idempotency-Key a repeat gets it again',
        params: z.object({ handle: z.string().max(64) }),
        body: z.object({ code }),
        response: { 200: ClaimedHold, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const key = keyOf(request);
      if (key === undefined) return sendProblem(reply, 400, 'bad-input', { issues: [badKey] });
      // The page asks here first with whatever was typed: a code of another kind is no guess.
      const { code: typed } = request.body;
      if (readChatCode(typed) === null || (await app.isShortCode(typed)))
        return sendRefusal(reply, refuse('not-found'));
      if (!tries.take())
        return sendProblem(reply, 429, 'too-many', { detail: 'Too many wrong codes just now. Wait a minute.' });
      const claimed = await app.chat.claim(request.params.handle, typed, key);
      if (isRefusal(claimed) && claimed.why === 'not-found') return sendRefusal(reply, claimed);
      tries.giveBack();
      return isRefusal(claimed) ? sendRefusal(reply, claimed) : claimed;
    },
  );
}

/** What the desk opens and books in a viewer's name, and the word in the chat as the studio sets it. */
export function deskDoorRoutes(
  api: Api,
  app: { readonly chat: ChatDoor; readonly paste: Paste; readonly unopened: Unopened },
): void {
  const desk = { access: 'desk' } as const;
  const settings = { access: 'desk', right: 'settings' } as const;
  api.post(
    '/api/v1/requests',
    {
      config: { ...desk, right: 'reply' },
      schema: {
        summary:
          'Open a request from a message that came elsewhere; with an Idempotency-Key a repeat gets the same answer',
        body: PasteDraft,
        response: { 201: RequestMade, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const key = keyOf(request);
      if (key === undefined) return sendProblem(reply, 400, 'bad-input', { issues: [badKey] });
      const made = await app.paste.paste(request.body, key);
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
  api.post(
    '/api/v1/requests/:id/link',
    {
      config: { ...desk, right: 'reply' },
      schema: {
        summary: 'The private link again of a request that the desk opened, until somebody has opened it',
        params: z.object({ id: z.string().regex(/^[\w-]{1,64}$/) }),
        response: { 200: RequestMade, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { caller } = request;
      if (!caller) return sendProblem(reply, 401, 'not-signed-in');
      const made = await app.unopened.link(request.params.id, caller.rights);
      return isRefusal(made) ? sendRefusal(reply, made) : made;
    },
  );
  api.get(
    '/api/v1/chat-holds',
    { config: desk, schema: { summary: 'Times held by the chat', response: { 200: z.array(ChatHold), ...problems } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return app.chat.onDesk();
    },
  );
  api.post(
    '/api/v1/chat-holds',
    {
      config: { ...desk, right: 'accept' },
      schema: {
        summary: 'Hold the next free time for who wrote a comment, by the number of the comment in the journal',
        body: z.object({ comment: z.int().min(1) }),
        response: { 201: ChatHold, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const held = await app.chat.holdFor(request.body.comment);
      return isRefusal(held) ? sendRefusal(reply, held) : reply.code(201).send(held);
    },
  );
  api.delete(
    '/api/v1/chat-holds/:code',
    {
      config: { ...desk, right: 'accept' },
      schema: {
        summary: 'Let a held time go before its end, unless its viewer is asking for it',
        params: z.object({ code }),
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      const done = await app.chat.letGo(request.params.code);
      return isRefusal(done) ? sendRefusal(reply, done) : {};
    },
  );
  api.post(
    '/api/v1/chat-holds/:code/book',
    {
      config: { ...desk, right: 'accept' },
      schema: {
        summary: 'Book a held time in its viewer’s name',
        params: z.object({ code }),
        body: z.object({ name: z.string().trim().min(1).max(80).optional() }),
        response: { 201: RequestMade, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const key = keyOf(request);
      if (key === undefined) return sendProblem(reply, 400, 'bad-input', { issues: [badKey] });
      const { caller } = request;
      if (!caller) return sendProblem(reply, 401, 'not-signed-in');
      const made = await app.chat.book(request.params.code, request.body.name ?? null, caller, key);
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
  const answers = { response: { 200: ChatWord, ...problems } };
  api.get('/api/v1/chat-word', { config: settings, schema: { summary: 'The word in the chat', ...answers } }, () =>
    app.chat.setting(),
  );
  api.put(
    '/api/v1/chat-word',
    { config: settings, schema: { summary: 'Set the word in the chat', body: ChatWord, ...answers } },
    async (request, reply) => {
      const kept = await app.chat.setSetting(request.body);
      return isRefusal(kept) ? sendRefusal(reply, kept) : kept;
    },
  );
}
