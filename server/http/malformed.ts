import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, sendProblem } from './api.ts';

/** What no route and no hook ever sees gets none of their headers: these go with it. It has nothing that could load anything. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const TOO_LONG = 'A part of this address is longer than any here. Check the address.';
const UNREADABLE = 'This address cannot be read: a % in it is not followed by a sign. Check the address.';

/** Answers an address that the router cannot read. */
export function refuseAddress(error: { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(HEADERS);
  if (error.statusCode === 414) sendProblem(reply, 414, 'address-too-long', { detail: TOO_LONG });
  else sendProblem(reply, 400, 'bad-address', { detail: UNREADABLE });
}

/** By the code that Node gives: whatever else it cannot read is no HTTP. */
const FAULTS: Readonly<Record<string, { status: number; why: string; detail: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    why: 'too-slow',
    detail: 'The request took too long to arrive. Nothing was kept. Send it again.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    why: 'headers-too-large',
    detail: 'Address and headers are larger than is taken here. Send less, or clear the cookies of this address.',
  },
};
const NO_HTTP = { status: 400, why: 'bad-http', detail: 'This is no HTTP request that can be read. Nothing was kept.' };

/** Answers what is not even a request, and hangs up. */
export function refuseBytes(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, why, detail } = FAULTS[error.code ?? ''] ?? NO_HTTP;
  const body = JSON.stringify(problemOf(status, why, { detail }));
  const headers = {
    ...HEADERS,
    connection: 'close',
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  socket.destroy(error);
}
