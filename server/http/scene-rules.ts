import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { LiveEvent, MOST_EVENTS_A_POST } from '../../shared/events.ts';
import { SceneAutomation, SceneRules, SceneRulesKept } from '../../shared/scene-rules.ts';
import { ActsKept, RuleAsked, SceneAct, SceneChanged } from '../../shared/scenes.ts';
import { toInstant } from '../../shared/time.ts';
import type { PastLive } from '../app/past-live.ts';
import type { Scenes } from '../app/scenes.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

/** As many rules as may be kept, each with long texts; or a whole batch of events. */
const MOST_BYTES = 4 * 1024 * 1024;
/** The newest acts of a rehearsal; more than anybody reads. */
const MOST_ACTS = 2000;

const DryRunBody = z.object({
  events: z.array(LiveEvent).max(MOST_EVENTS_A_POST),
  /** Left out: the rules as they are kept. */
  rules: SceneRules.optional(),
});
/** `scene` null: back to what was on, which nobody knows while OBS is not connected. */
const Acts = z.object({ acts: z.array(SceneAct) });
const RehearseBody = z.object({
  before: SceneRules,
  after: SceneRules,
  /** Of which live; left out: of the current or last one. */
  session: z.string().min(1).max(64).optional(),
});
/** `live`: whether there was one yet. `happened`: which scenes really came on in it. */
const Rehearsed = z.object({
  live: z.boolean(),
  before: z.array(SceneAct),
  after: z.array(SceneAct),
  happened: z.array(SceneChanged),
});
/** The revision as an entity tag (RFC 9110, 8.8.3), with the `W/` that a proxy puts before it when it compresses. */
const IfMatch = z.looseObject({
  'if-match': z
    .string()
    .regex(/^(W\/)?"[\w-]{16}"$/, 'is not the etag of rules')
    .transform((tag) => tag.replace(/^W\/|"/g, ''))
    .optional(),
});
const UPON =
  'With if-match (the etag they were read with) they are kept only if nobody has changed them since, else 412 rules-changed. Without it the later of two stands.';
const RuleId = z.object({ id: z.string().min(1).max(64) });

export interface SceneRuleRoutes {
  /** What came in that live session, or in the current or last one, oldest first; null: there is none of that id. */
  readonly pastLive: (session: string | null) => Promise<PastLive | null>;
  readonly scenes: Pick<
    Scenes,
    'rules' | 'putRules' | 'dryRun' | 'automation' | 'putAutomation' | 'press' | 'acts' | 'revisions' | 'tryRule'
  >;
}

/** Scene rules, and what they would do (interface document, section 4). */
export function sceneRuleRoutes(api: Api, { scenes, pastLive }: SceneRuleRoutes): void {
  const config = { access: 'owner' } as const;
  const answers = { response: { 200: SceneRulesKept, ...problems } };
  const how = { response: { 200: SceneAutomation, ...problems } };
  const tagged = (reply: FastifyReply, of: 'rules' | 'automation') =>
    reply.header('etag', `"${scenes.revisions()[of]}"`);
  api.get('/api/v1/scene-rules', { config, schema: answers }, (_, reply) => {
    tagged(reply, 'rules');
    return [...scenes.rules()];
  });
  api.put(
    '/api/v1/scene-rules',
    { config, bodyLimit: MOST_BYTES, schema: { description: UPON, headers: IfMatch, body: SceneRules, ...answers } },
    async (request, reply) => {
      const kept = await scenes.putRules(request.body, request.headers['if-match'] ?? null);
      if (isRefusal(kept)) return sendRefusal(reply, kept);
      tagged(reply, 'rules');
      return [...kept];
    },
  );
  api.post(
    '/api/v1/scene-rules/dry-run',
    { config, bodyLimit: MOST_BYTES, schema: { body: DryRunBody, response: { 200: Acts, ...problems } } },
    async ({ body }) => ({ acts: (await scenes.dryRun(body.events, body.rules)).slice(-MOST_ACTS) }),
  );
  api.post(
    '/api/v1/scene-rules/rehearse',
    {
      config,
      bodyLimit: MOST_BYTES,
      schema: { body: RehearseBody, response: { 200: Rehearsed, ...problems } },
    },
    async ({ body }, reply) => {
      const { before, after, session = null } = body;
      const played = await pastLive(session);
      if (played === null) return sendRefusal(reply, refuse('not-found'));
      const { events, changes, ...past } = played;
      return {
        live: past.live !== null,
        before: (await scenes.dryRun(events, before, past)).slice(-MOST_ACTS),
        after: (await scenes.dryRun(events, after, past)).slice(-MOST_ACTS),
        happened: changes.map(({ session: _, ...change }) => ({ ...change, at: toInstant(change.at) })),
      };
    },
  );
  api.get(
    '/api/v1/scene-rules/acts',
    {
      config,
      schema: { summary: 'What automation did and left alone, newest first', response: { 200: ActsKept, ...problems } },
    },
    () => scenes.acts(),
  );
  api.get('/api/v1/scene-automation', { config, schema: how }, (_, reply) => {
    tagged(reply, 'automation');
    return scenes.automation();
  });
  api.put(
    '/api/v1/scene-automation',
    { config, schema: { description: UPON, headers: IfMatch, body: SceneAutomation, ...how } },
    async (request, reply) => {
      const kept = await scenes.putAutomation(request.body, request.headers['if-match'] ?? null);
      if (isRefusal(kept)) return sendRefusal(reply, kept);
      tagged(reply, 'automation');
      return kept;
    },
  );
  // From the desk too: which rules have a button, and what it does, is the owner's to say.
  api.post(
    '/api/v1/scene-rules/:id/press',
    {
      config: { access: 'desk', right: 'control-scenes' },
      schema: { params: RuleId, body: z.object({}).nullish(), response: { 200: RuleAsked, ...problems } },
    },
    async (request, reply) => {
      const asked = await scenes.press(request.params.id);
      return isRefusal(asked) ? sendRefusal(reply, asked) : asked;
    },
  );
  api.post(
    '/api/v1/scene-rules/:id/try',
    {
      config,
      schema: {
        summary: 'Does what the rule says, to try it out, whatever it waits for',
        params: RuleId,
        body: z.object({}).nullish(),
        response: { 200: RuleAsked, ...problems },
      },
    },
    async (request, reply) => {
      const asked = await scenes.tryRule(request.params.id);
      return isRefusal(asked) ? sendRefusal(reply, asked) : asked;
    },
  );
}
