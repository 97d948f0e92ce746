import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { csvRow } from '../../shared/csv.ts';
import { AuditEntry } from '../../shared/people.ts';
import type { Audit } from '../app/audit.ts';
import { type Api, problems } from './api.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What was not even read is no act of a person: a broken body, one too large, one of another kind, one too many. */
const UNREAD = new Set([400, 413, 415, 429]);
const config = { access: 'owner' } as const;
const Query = z.object({
  before: z.coerce.number().int().min(0).optional(),
  person: z.string().min(1).max(64).optional(),
  /** Beginnings of acts' names, separated by commas. */
  act: z
    .string()
    .regex(/^[a-z.-]{1,64}(,[a-z.-]{1,64}){0,19}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const Made = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const Page = z.object({ entries: z.array(AuditEntry), next: z.int().nullable() });
const COLUMNS = ['seq', 'at', 'person', 'name', 'act', 'object', 'result'] as const;

/**
 * Notes every act of whoever is signed in, done or refused, before it is answered. Hung on a door, it needs nothing of
 * the routes: the act's name comes from the route, and what it was done to from the route's first parameter or the id
 * of what was made, so that neither a text nor a viewer's contact can get into it. Events that scripts send are the show's journal, not acts.
 */
export function noteActs(api: Api, audit: Audit): void {
  api.addHook('onSend', async (request, reply, payload) => {
    const { caller, method } = request;
    const { access } = request.routeOptions.config;
    if (!caller || READS.has(method) || access === 'source' || UNREAD.has(reply.statusCode)) return;
    const { id, name } = caller;
    const made = reply.statusCode === 201 ? madeIn(payload) : '';
    const noted = { person: { id, name }, act: actOf(request), object: objectOf(request) || made };
    // At the desk that is the answer to what waits to be undone; what becomes of it is noted when it has.
    const good = access === 'desk' && reply.statusCode === 202 ? 'held' : 'done';
    await audit.note({ ...noted, result: reply.statusCode < 400 ? good : reply.problem || 'fault' });
  });
}

/** `POST /api/v1/requests/:id/accept` is `requests.accept`, `PUT /api/v1/bio` is `bio.put`. */
function actOf({ method, routeOptions }: FastifyRequest): string {
  const words = (routeOptions.url ?? '').split('/').slice(3);
  const named = words.filter((word) => !word.startsWith(':'));
  const isNamed = method === 'POST' && (named.length > 1 || words.at(-1)?.startsWith(':') || named[0] === 'logout');
  return isNamed ? named.join('.') : [...named, method.toLowerCase()].join('.');
}

function objectOf(request: FastifyRequest): string {
  const [first] = Object.values((request.params ?? {}) as Record<string, unknown>);
  return typeof first === 'string' ? first.slice(0, 100) : '';
}

/** The id in the answer to what made something; empty where it has none of our own. */
function madeIn(payload: unknown): string {
  if (typeof payload !== 'string') return '';
  const read = Made.safeParse(JSON.parse(payload));
  return read.success ? read.data.id : '';
}

/** The log of acts, to read and to take along. */
export function auditRoutes(api: Api, audit: Audit): void {
  api.get(
    '/api/v1/audit',
    {
      config,
      schema: {
        summary:
          'What people did, the newest first; `next` goes into `before` for the page after, `act` takes beginnings of names separated by commas',
        querystring: Query,
        response: { 200: Page, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { act, ...query } = request.query;
      const entries = await audit.read({ ...query, acts: act?.split(',') });
      const next = entries.length === query.limit ? (entries.at(-1)?.seq ?? null) : null;
      return { entries, next };
    },
  );
  const exported = (format: 'ndjson' | 'csv', type: string, head: string, rowOf: (entry: AuditEntry) => string) => {
    const schema = { summary: `The whole log of acts as ${format.toUpperCase()}`, response: { ...problems } };
    api.route({
      method: 'GET',
      url: `/api/v1/audit.${format}`,
      config,
      schema,
      handler: (_request, reply: FastifyReply) => {
        reply.header('cache-control', 'no-store');
        reply.header('content-disposition', `attachment; filename="cuedesk-audit.${format}"`);
        return reply.type(type).send(Readable.from(lines(audit, head, rowOf)));
      },
    });
  };
  exported('ndjson', 'application/x-ndjson', '', (entry) => `${JSON.stringify(entry)}\n`);
  exported('csv', 'text/csv; charset=utf-8', csvRow(COLUMNS), (entry) => {
    const { seq, at, person, act, object, result } = entry;
    return csvRow([String(seq), at, person?.id ?? '', person?.name ?? '', act, object, result]);
  });
}

async function* lines(audit: Audit, head: string, rowOf: (entry: AuditEntry) => string): AsyncGenerator<string> {
  if (head !== '') yield head;
  for await (const page of audit.all()) yield page.map(rowOf).join('');
}
