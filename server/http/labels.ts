import { z } from 'zod';
import { Label, LabelDraft, LabelPut, LabelUses } from '../../shared/labels.ts';
import type { Labels } from '../app/labels.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { requestFor } from '../core/desk/by-rights.ts';
import { type Api, problems, rightsOf, sendRefusal } from './api.ts';
import { DeskAnswer } from './requests.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const reads = { access: 'desk' } as const;
const config = { access: 'desk', right: 'reply' } as const;
const changes = { access: 'desk', right: 'settings' } as const;

/**
 * The labels: seen by everybody at the desk, made and put on by who may reply, changed and taken away by who has
 * the settings. */
export function labelRoutes(api: Api, labels: Labels): void {
  const body = LabelDraft;
  api.get(
    '/api/v1/labels',
    { config: reads, schema: { summary: 'By name', response: { 200: z.array(Label), ...problems } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return labels.list();
    },
  );
  api.post(
    '/api/v1/labels',
    { config, schema: { summary: 'Add one', body, response: { 201: Label, ...problems } } },
    async (request, reply) => {
      const made = await labels.add(request.body);
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
  api.put(
    '/api/v1/labels/:id',
    { config: changes, schema: { summary: 'Name or colour', params: Id, body, response: { 200: Label, ...problems } } },
    async (request, reply) => {
      const kept = await labels.change(request.params.id, request.body);
      return isRefusal(kept) ? sendRefusal(reply, kept) : kept;
    },
  );
  api.get(
    '/api/v1/labels/:id/uses',
    {
      config: changes,
      schema: {
        summary: 'On how many requests and people it is',
        params: Id,
        response: { 200: LabelUses, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const uses = await labels.uses(request.params.id);
      return isRefusal(uses) ? sendRefusal(reply, uses) : uses;
    },
  );
  api.delete(
    '/api/v1/labels/:id',
    {
      config: changes,
      schema: { summary: 'Take it off everything', params: Id, response: { 200: z.object({}), ...problems } },
    },
    async (request, reply) => {
      const done = await labels.remove(request.params.id);
      return isRefusal(done) ? sendRefusal(reply, done) : {};
    },
  );
  api.post(
    '/api/v1/requests/:id/label',
    {
      config,
      schema: {
        summary: 'Put a label on the request or its person, or take it off',
        params: Id,
        body: LabelPut,
        response: { 200: DeskAnswer, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      // The people of a shared address are marked together, which says who shares one.
      const isAllowed = request.body.on !== 'person' || rightsOf(request).includes('see-contact');
      const done = isAllowed ? await labels.put(request.params.id, request.body) : refuse('not-allowed');
      return isRefusal(done) ? sendRefusal(reply, done) : requestFor(done, rightsOf(request));
    },
  );
}
