import { z } from 'zod';
import type { Stages } from '../app/stages.ts';
import { refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Stage = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().describe('with the token in its fragment'),
});
const Id = z.object({ id: z.string().min(1).max(64) });

/** The stages' addresses, and what can be done to a stage from the studio. */
export function stageRoutes(api: Api, app: { stages: Stages; stageBase: () => string }): void {
  const list = () =>
    app.stages
      .list()
      .map((stage) => ({ id: stage.id, name: stage.name, url: app.stages.urlOf(stage, app.stageBase()) }));

  api.route({
    method: 'GET',
    url: '/api/v1/stages',
    config: { access: 'owner' },
    schema: { summary: 'The stages with their addresses for OBS', response: { 200: z.array(Stage), ...problems } },
    handler: async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return list();
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/stages/:id/rotate',
    config: { access: 'owner' },
    schema: {
      summary: 'Give the stage a new address; pages on the old one are cut',
      params: Id,
      body: z.object({}).nullish(),
      response: { 200: z.array(Stage), ...problems },
    },
    handler: async (request, reply) => {
      if (!(await app.stages.rotate(request.params.id))) return sendRefusal(reply, refuse('not-found'));
      reply.header('cache-control', 'no-store');
      return list();
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/stages/:id/reload',
    config: { access: 'owner' },
    schema: {
      summary: 'Let the pages of the stage load themselves anew',
      params: Id,
      body: z.object({}).nullish(),
      response: { 200: z.object({}), ...problems },
    },
    handler: async (request, reply) => {
      if (!app.stages.askReload(request.params.id)) return sendRefusal(reply, refuse('not-found'));
      return {};
    },
  });
}
