import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EventBatch, type JournalEntry, type LiveEvent, SentEvent } from '../../shared/events.ts';
import type { Live } from '../app/live.ts';
import { type Api, problems } from './api.ts';

/** A thousand events of ordinary size, with room for long texts. */
const BATCH_BYTES = 4 * 1024 * 1024;
const MOST_A_READ = 1000;
const NDJSON = 'application/x-ndjson';

const Page = z.object({
  after: z.coerce.number().int().min(0).default(0).describe('the last seq already known'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_A_READ)
    .default(100)
    .describe('the most entries; a page ends after about a megabyte too, and the journal with an empty one'),
});

/** Reads a page of the journal in order; none is its end. See store/journal. */
type ReadJournal = (after: number, limit: number) => Promise<JournalEntry[]>;

/** Events in, and the journal out. */
export function eventRoutes(api: Api, app: { live: Live; readJournal: ReadJournal }): void {
  api.route({
    method: 'POST',
    url: '/api/v1/events',
    config: { access: 'source' },
    bodyLimit: BATCH_BYTES,
    schema: {
      summary: 'Take in one event or up to 1,000 of them, of 64 kB each, all or none; answered when they are durable',
      body: z.union([EventBatch, SentEvent]),
      response: { 202: z.object({ accepted: z.int(), duplicates: z.int() }), ...problems },
    },
    // The union's own message would not name the field: the schema is chosen by the shape of the body.
    validatorCompiler: (route) => {
      const batch = validatorCompiler({ ...route, schema: EventBatch });
      const one = validatorCompiler({ ...route, schema: SentEvent });
      return (body: unknown) => (Array.isArray(body) ? batch(body) : one(body));
    },
    handler: async (request, reply) => {
      const body = request.body as LiveEvent | LiveEvent[];
      return reply.code(202).send(await app.live.accept(Array.isArray(body) ? body : [body], 'api'));
    },
  });

  api.route({
    method: 'GET',
    url: '/api/v1/events',
    config: { access: 'owner' },
    schema: {
      summary: 'The journal in order; with Accept: application/x-ndjson all of it as a stream of lines',
      querystring: Page,
      response: { 200: z.object({ events: z.array(z.looseObject({ seq: z.int() })), next: z.int() }), ...problems },
    },
    handler: async (request, reply) => {
      const { after, limit } = request.query;
      if (request.headers.accept?.includes(NDJSON)) return streamJournal(reply, app.readJournal, after);
      const events = await app.readJournal(after, limit);
      return { events, next: events.at(-1)?.seq ?? after };
    },
  });
}

/** Sends the journal from `after` to its end, a page at a time, as fast as the reader takes it. */
function streamJournal(reply: FastifyReply, read: ReadJournal, after: number): FastifyReply {
  async function* lines(): AsyncGenerator<string> {
    for (let from = after; ; ) {
      const page = await read(from, MOST_A_READ);
      if (page.length > 0) yield page.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      const last = page.at(-1);
      if (!last) return;
      from = last.seq;
    }
  }
  reply.header('content-disposition', 'attachment; filename="cuedesk-journal.ndjson"');
  return reply.type(`${NDJSON}; charset=utf-8`).send(Readable.from(lines()));
}
