import { z } from 'zod';
import { ALERT_ACTS, Featured, StageDesign } from '../../shared/stage-design.ts';
import type { OnAir } from '../app/on-air.ts';
import type { OwnAlerts } from '../app/own-alerts.ts';
import type { StageControl } from '../app/stage-control.ts';
import type { StageDesigns } from '../app/stage-designs.ts';
import type { Stages } from '../app/stages.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';
import { Replace } from './on-air.ts';

/** Forty widgets full of lines, twenty layouts of forty boxes and the longest CSS, in letters of three bytes. */
const DESIGN_BYTES = 512 * 1024;
/** The revision as an entity tag (RFC 9110, 8.8.3), with the `W/` that a proxy puts before it when it compresses. */
const IfMatch = z.looseObject({
  'if-match': z
    .string()
    .regex(/^(W\/)?"\d{1,10}"$/, 'is not the etag of a design, such as "7"')
    .transform((tag) => Number(tag.replace(/\D/g, '')))
    .optional(),
});
const etagOf = (revision: number) => `"${revision}"`;
const Id = z.object({ id: z.string().min(1).max(64) });
const Control = z.object({
  paused: z.boolean(),
  muted: z.boolean(),
  skips: z.int(),
  clearedSeq: z.number(),
  replays: z.int(),
});

/** How a stage looks, and what is done to all of them by hand during a show. */
export function stageDesignRoutes(
  api: Api,
  app: {
    stages: Stages;
    stageDesigns: StageDesigns;
    stageControl: StageControl;
    ownAlerts: OwnAlerts;
    onAir: OnAir;
  },
): void {
  api.route({
    method: 'GET',
    url: '/api/v1/stages/:id/design',
    config: { access: 'owner' },
    schema: {
      summary: 'How the stage looks; the etag names its revision',
      params: Id,
      response: { 200: StageDesign, ...problems },
    },
    handler: async (request, reply) => {
      const found = await app.stageDesigns.revised(request.params.id);
      if (!found) return sendRefusal(reply, refuse('not-found'));
      reply.header('etag', etagOf(found.revision));
      return found.design;
    },
  });

  api.route({
    method: 'PUT',
    url: '/api/v1/stages/:id/design',
    bodyLimit: DESIGN_BYTES,
    config: { access: 'owner' },
    schema: {
      summary: 'Give the stage another look; its pages follow at once',
      description:
        'With if-match (the etag the look was read with) it is kept only if nobody has given another since, else 412 design-changed. Without it the later of two stands.',
      params: Id,
      headers: IfMatch,
      body: StageDesign,
      response: { 200: StageDesign, ...problems },
    },
    handler: async (request, reply) => {
      const upon = request.headers['if-match'] ?? null;
      const kept = await app.stageDesigns.put(request.params.id, request.body, upon);
      if (isRefusal(kept)) return sendRefusal(reply, kept);
      reply.header('etag', etagOf(kept.revision));
      return kept.design;
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/stages/:id/set-up',
    config: { access: 'owner' },
    schema: {
      summary: 'Let the stage tell of itself, for whoever sets it up; off again at the next start',
      params: Id,
      body: z.object({ on: z.boolean() }),
      response: { 200: z.object({}), ...problems },
    },
    handler: async (request, reply) => {
      if (!app.stages.setUp(request.params.id, request.body.on)) return sendRefusal(reply, refuse('not-found'));
      return {};
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/stages/blank',
    config: { access: 'desk', right: 'control-stage' },
    schema: {
      summary: 'The panic key: every stage shows nothing, until it is pressed again',
      body: z.object({ blank: z.boolean() }),
      response: { 200: z.object({ blank: z.boolean() }), ...problems },
    },
    handler: async (request) => {
      const { blank } = await app.stageControl.blank(request.body.blank);
      return { blank };
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/stages/featured',
    config: { access: 'desk', right: 'control-stage' },
    schema: {
      summary: 'Put a comment or a question on the stages, or take it off with null',
      body: Featured.omit({ id: true, at: true })
        .extend({
          comment: z.int().min(0).nullable().default(null).describe('its number in the journal'),
          replace: Replace,
        })
        .nullable(),
      response: { 200: z.object({ featured: Featured.nullable() }), ...problems },
    },
    handler: async (request, reply) => {
      const { caller, body } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      if (!body) return { featured: (await app.stageControl.feature(null)).featured };
      const { comment, replace, ...given } = body;
      const featured = await app.onAir.feature(given, comment, { by: caller, replace });
      return isRefusal(featured) ? sendRefusal(reply, featured) : { featured };
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/alerts/:act',
    config: { access: 'desk', right: 'control-stage' },
    schema: {
      summary: 'Pause, resume, skip, replay the last, clear, mute or unmute the alerts of all stages',
      params: z.object({ act: z.enum(ALERT_ACTS) }),
      body: z.object({}).nullish(),
      response: { 200: Control, ...problems },
    },
    handler: async (request) => app.stageControl.act(request.params.act, app.ownAlerts.lastSeq()),
  });
}
