import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EpochMillis } from '../../shared/time.ts';

/** How far the time in a signature may lie from ours, either way. TikTok names none; this is what others of its kind take. */
const TOLERANCE_MS = 300_000;

/**
 * Checks `TikTok-Signature: t=<seconds>,s=<hex>`: s is the HMAC-SHA256 of `t.body` under the app's secret. The signature
 * comes first: only of a call that is theirs does the age mean anything. Null when it is good.
 */
export function signatureFault(
  header: string | ReadonlyArray<string> | undefined,
  body: Buffer,
  secret: string,
  now: EpochMillis,
): 'signature' | 'age' | null {
  const parts = typeof header === 'string' ? /^t=(\d{1,12}),s=([0-9a-f]{64})$/.exec(header) : null;
  const [, seconds, signature] = parts ?? [];
  if (seconds === undefined || signature === undefined) return 'signature';
  const expected = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return 'signature';
  return Math.abs(now - Number(seconds) * 1000) > TOLERANCE_MS ? 'age' : null;
}
