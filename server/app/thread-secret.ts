import { createHash, createHmac } from 'node:crypto';

/**
 * The secret in a thread's address: 256 bits that only the server's own secret can make again, so that a repeated
 * request and a later mail give the same address while the store holds its hash alone.
 */
export function secretOf(serverSecret: string, request: string): string {
  return createHmac('sha256', serverSecret).update(`thread:${request}`).digest('base64url');
}

/** Where a request's viewer reads its thread. `base`: the public address, without a slash at its end. */
export function threadAddress(base: string, serverSecret: string, request: string): string {
  return `${base}/t/${secretOf(serverSecret, request)}`;
}

/** What the store looks a secret up by. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
