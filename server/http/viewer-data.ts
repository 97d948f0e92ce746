import { z } from 'zod';
import { ViewerData } from '../../shared/viewer-data.ts';
import type { BookingViews } from '../app/booking-views.ts';
import { viewerDataCsv } from '../core/booking/viewer-data-csv.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
/** It tells how to reach its viewer. */
const config = { access: 'desk', right: 'see-contact' } as const;

/** What is kept of one viewer as a file for them, from their request: for who asks the creator in place of opening their page. */
export function viewerDataRoutes(api: Api, { views }: { views: Pick<BookingViews, 'viewerDataById'> }): void {
  api.get(
    '/api/v1/requests/:id/viewer-data.json',
    {
      config,
      schema: {
        summary: 'Everything that is kept of the viewer, as their own page gives it',
        params: Id,
        response: { 200: ViewerData, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const data = await views.viewerDataById(request.params.id);
      if (isRefusal(data)) return sendRefusal(reply, data);
      reply.header('content-disposition', 'attachment; filename="viewer-data.json"');
      return reply.code(200).send(data);
    },
  );
  api.get(
    '/api/v1/requests/:id/viewer-data.csv',
    {
      config,
      schema: {
        summary: 'The same as CSV: a field and what it says',
        params: Id,
        response: { 200: z.string(), ...problems },
      },
      // Not JSON: the file as it is.
      serializerCompiler: () => (data) => (typeof data === 'string' ? data : JSON.stringify(data)),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const data = await views.viewerDataById(request.params.id);
      if (isRefusal(data)) return sendRefusal(reply, data);
      reply.header('content-disposition', 'attachment; filename="viewer-data.csv"');
      return reply.code(200).type('text/csv; charset=utf-8').send(viewerDataCsv(data));
    },
  );
}
