import { createHash } from 'node:crypto';
import type { RequestState } from '../../shared/booking.ts';
import type { RequestMade } from '../../shared/public-page.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { keepAnswer, readAnswer } from '../store/idempotency.ts';
import type { BookingParts } from './booking-parts.ts';
import { threadAddress } from './thread-secret.ts';
import type { Turn } from './turn.ts';

/** What an answer is made from again. The thread's secret is derived from the id and never kept. */
interface Made {
  readonly id: string;
  readonly state: RequestState;
  readonly base: string;
}

/** How long a key is remembered. */
export const KEY_HOURS = 24;

/**
 * Runs `work` once per Idempotency-Key, in the transaction that also keeps its answer. A refusal is not kept: nothing
 * happened, so the same key may try again.
 */
export async function answerOnce(
  parts: BookingParts,
  turn: Turn,
  key: string | null,
  draft: object,
  work: () => Promise<{ id: string; state: RequestState } | Refusal>,
): Promise<RequestMade | Refusal> {
  const bodyHash = hashOfDraft(draft);
  const known = key === null ? null : await readAnswer(turn.tx, parts.creatorId, key);
  if (known) return known.bodyHash === bodyHash ? madeOf(parts, JSON.parse(known.answer)) : refuse('key-reused');
  const result = await work();
  if (isRefusal(result)) return result;
  const made: Made = { ...result, base: parts.publicUrl() };
  if (key !== null) {
    const kept = { bodyHash, answer: JSON.stringify(made) };
    await keepAnswer(turn.tx, parts.creatorId, key, kept, turn.now);
  }
  return madeOf(parts, made);
}

function madeOf(parts: BookingParts, made: Made): RequestMade {
  return { id: made.id, state: made.state, thread: threadAddress(made.base, parts.secret, made.id) };
}

/** The same for the same fields in any order. */
function hashOfDraft(draft: object): string {
  const sorted = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]);
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(draft)))
    .digest('hex');
}
