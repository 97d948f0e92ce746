import Fastify, { type FastifyBaseLogger } from 'fastify';

/**
 * The log: one line of JSON each, by the logger that fastify brings, taken from an instance that serves nothing, since
 * the log is there before the doors are. `write` is given whole lines with their end.
 */
export function openLog(level: string, write: (line: string) => void): FastifyBaseLogger {
  const redact = ['req.headers.authorization', 'req.headers.cookie'];
  return Fastify({ logger: { level, redact, stream: { write } } }).log;
}
