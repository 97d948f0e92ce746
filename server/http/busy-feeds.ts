import { z } from 'zod';
import { BusyFeed, BusyFeedChange, BusyFeedDraft } from '../../shared/busy.ts';
import type { BusyFeeds } from '../app/busy-feeds.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Params = z.object({ id: z.string().min(1).max(64) });
/** A POST without a body says the same as one with an empty object. */
const Nothing = z.object({}).nullish();
const PATH = '/api/v1/availability/calendars';

/** Other calendars that say when the creator has no time. Their addresses are taken and never given out. */
export function busyFeedRoutes(api: Api, { feeds }: { feeds: BusyFeeds }): void {
  const config = { access: 'owner' } as const;
  const one = { 200: BusyFeed, ...problems };
  api.get(
    PATH,
    {
      config,
      schema: {
        summary: 'Calendars that block time, and their state',
        response: { 200: z.array(BusyFeed), ...problems },
      },
    },
    () => feeds.list(),
  );
  api.post(
    PATH,
    {
      config,
      schema: { summary: 'Add a calendar and read it', body: BusyFeedDraft, response: { 201: BusyFeed, ...problems } },
    },
    async (request, reply) => {
      const added = await feeds.add(request.body);
      return isRefusal(added) ? sendRefusal(reply, added) : reply.code(201).send(added);
    },
  );
  api.put(
    `${PATH}/:id`,
    { config, schema: { summary: 'Another name or address', params: Params, body: BusyFeedChange, response: one } },
    async (request, reply) => {
      const changed = await feeds.change(request.params.id, request.body);
      return isRefusal(changed) ? sendRefusal(reply, changed) : changed;
    },
  );
  api.post(
    `${PATH}/:id/refresh`,
    { config, schema: { summary: 'Read it now', params: Params, body: Nothing, response: one } },
    async (request, reply) => {
      const read = await feeds.refresh(request.params.id);
      return isRefusal(read) ? sendRefusal(reply, read) : read;
    },
  );
  api.delete(
    `${PATH}/:id`,
    {
      config,
      schema: {
        summary: 'Take it away; its time is free again',
        params: Params,
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const removed = await feeds.remove(request.params.id);
      return isRefusal(removed) ? sendRefusal(reply, removed) : reply.code(204).send(null);
    },
  );
}
