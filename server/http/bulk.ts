import { z } from 'zod';
import { BulkDraft, BulkOutcome, BulkUndo } from '../../shared/bulk.ts';
import type { Audit } from '../app/audit.ts';
import type { Bulk } from '../app/bulk.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, type Caller, problems, sendRefusal } from './api.ts';

const Undo = z.object({ undo: z.literal('1').optional() });
const config = { access: 'desk' } as const;

/** One act for many requests, and taking back what of it has not left the house. */
export function bulkRoutes(api: Api, app: { readonly bulk: Bulk; readonly audit: Audit }): void {
  const { bulk, audit } = app;
  /** Each request has its own line in the log, as if it had been done by itself. */
  async function note({ id, name }: Caller, act: string, { results }: BulkOutcome): Promise<void> {
    for (const { id: object, why, result } of results) {
      await audit.note({ person: { id, name }, act: `requests.${act}`, object, result: why ?? result });
    }
  }
  api.post(
    '/api/v1/requests/bulk',
    {
      config,
      schema: {
        summary: 'Do one act for up to 200 requests, each by itself; the right is that of the act',
        description:
          'With undo=1 replies and declines are held for ten seconds. The answer has a result for each, in order.',
        querystring: Undo,
        body: BulkDraft,
        response: { 200: BulkOutcome, ...problems },
      },
    },
    async (request, reply) => {
      const { caller, body } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const done = await bulk.perform(body.ids, body.act, caller, request.query.undo === '1');
      if (isRefusal(done)) return sendRefusal(reply, done);
      await note(caller, body.act.type, done);
      return done;
    },
  );
  api.post(
    '/api/v1/requests/bulk/undo',
    {
      config,
      schema: {
        summary: 'Take back the own acts of these requests that have not left the house yet',
        body: BulkUndo,
        response: { 200: BulkOutcome, ...problems },
      },
    },
    async (request, reply) => {
      const { caller } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const done = await bulk.undo(request.body.ids, caller);
      await note(caller, 'undo', done);
      return done;
    },
  );
}
