import { z } from 'zod';
import { Language } from '../../shared/languages.ts';
import type { RefreshStage } from '../app/refresh-stage.ts';
import type { Stage as KnownStage, Stages } from '../app/stages.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Stage = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().describe('with the token in its fragment'),
  language: Language,
  languageChosen: z.boolean().describe('false: the studio’s, until one is chosen for this stage'),
});
const Name = z.string().trim().min(1).max(80);
const Id = z.object({ id: z.string().min(1).max(64) });

/** The stages' addresses, and what can be done to a stage from the studio. */
export function stageRoutes(
  api: Api,
  app: { stages: Stages; refreshStage: RefreshStage; stageBase: () => string },
): void {
  const onWire = ({ id, name, language, languageChosen, rotation }: KnownStage) => {
    return { id, name, url: app.stages.urlOf({ id, rotation }, app.stageBase()), language, languageChosen };
  };
  const list = () => app.stages.list().map(onWire);

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
    url: '/api/v1/stages',
    config: { access: 'owner' },
    schema: {
      summary: 'One more stage with an address of its own; 20 at most',
      body: z.object({ name: Name, language: Language.optional() }),
      response: { 201: Stage, ...problems },
    },
    handler: async (request, reply) => {
      const added = await app.stages.add(request.body.name, request.body.language);
      if (isRefusal(added)) return sendRefusal(reply, added);
      return reply.code(201).header('cache-control', 'no-store').send(onWire(added));
    },
  });

  api.route({
    method: 'PUT',
    url: '/api/v1/stages/:id',
    config: { access: 'owner' },
    schema: {
      summary: 'Give the stage another name or language; what is left out stays',
      params: Id,
      body: z.object({ name: Name.optional(), language: Language.optional() }),
      response: { 200: Stage, ...problems },
    },
    handler: async (request, reply) => {
      const changed = await app.stages.change(request.params.id, request.body);
      if (isRefusal(changed)) return sendRefusal(reply, changed);
      reply.header('cache-control', 'no-store');
      return onWire(changed);
    },
  });

  api.route({
    method: 'DELETE',
    url: '/api/v1/stages/:id',
    config: { access: 'owner' },
    schema: {
      summary: 'Take the stage away with its design; its pages are cut. The last one stays',
      params: Id,
      response: { 200: z.object({}), ...problems },
    },
    handler: async (request, reply) => {
      const removed = await app.stages.remove(request.params.id);
      return isRefusal(removed) ? sendRefusal(reply, removed) : {};
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
      const rotated = await app.stages.rotate(request.params.id);
      if (isRefusal(rotated)) return sendRefusal(reply, rotated);
      reply.header('cache-control', 'no-store');
      return list();
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/stages/:id/reload',
    config: { access: 'owner' },
    schema: {
      summary: 'Let the pages of the stage load themselves anew; where one does not answer, OBS is asked to refresh it',
      params: Id,
      body: z.object({}).nullish(),
      response: { 200: z.object({ by: z.enum(['page', 'obs', 'nobody']) }), ...problems },
    },
    handler: async (request, reply) => {
      const by = await app.refreshStage(request.params.id);
      return isRefusal(by) ? sendRefusal(reply, by) : { by };
    },
  });
}
