import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** An answer that is the same for everybody: its bytes, and the same in gzip where that is smaller. */
export interface Packed {
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
}

/** Under this nothing is won: it is one packet either way. */
const WORTH_BYTES = 1000;

/** Only for what holds nothing of who asks: what is compressed beside a secret tells of it by its length. */
export function packed(text: string): Packed {
  const plain = Buffer.from(text);
  return { plain, gzip: plain.length < WORTH_BYTES ? null : gzipSync(plain) };
}

/** The caller has said its type, and what it varies by. */
export function sendPacked(request: FastifyRequest, reply: FastifyReply, { plain, gzip }: Packed): FastifyReply {
  if (gzip === null || !takesGzip(request.headers['accept-encoding'])) return reply.send(plain);
  return reply.header('content-encoding', 'gzip').send(gzip);
}

function takesGzip(header: string | string[] | undefined): boolean {
  return /(?:^|,)\s*(?:gzip|\*)\s*(?:$|,|;\s*q=(?:1|0?\.\d*[1-9]))/i.test(String(header ?? ''));
}

/**
 * Sends answers of one schema. The same object is checked, written and packed once, however many ask for it: what is kept
 * for a second (kept-briefly.ts) costs one of these for ten thousand viewers.
 */
export function packedSender<T extends object>(schema: z.ZodType<T>) {
  const made = new WeakMap<object, Packed>();
  return (request: FastifyRequest, reply: FastifyReply, answer: T): FastifyReply => {
    const known = made.get(answer) ?? packed(JSON.stringify(schema.parse(answer)));
    made.set(answer, known);
    reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
    return sendPacked(request, reply, known);
  };
}
