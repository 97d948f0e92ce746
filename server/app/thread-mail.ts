import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { allServices } from '../store/offers.ts';
import { readRequestBySecret } from '../store/requests.ts';
import type { BookingParts } from './booking-parts.ts';
import { refuseBusyContact } from './contact-bound.ts';
import { isBlocked, mailsOf } from './person.ts';
import { applyChange } from './request-change.ts';
import { hashOf } from './thread-secret.ts';
import type { Turns } from './turn.ts';

/**
 * Keeps at which address a viewer is mailed from now on; null: at none. A new one is told where the
 * request stands, as one that nobody has vouched for. It asks the desk for nothing, so neither a snooze nor a promise hears of it. Refuses with `not-found` or `too-many`.
 */
export function mailAt(
  parts: BookingParts,
  turns: Turns,
  secret: string,
  email: string | null,
): Promise<null | Refusal> {
  return turns.change(async (turn) => {
    const request = await readRequestBySecret(turn.tx, parts.creatorId, hashOf(secret));
    const service = request && (await allServices(turn.tx, parts.creatorId)).get(request.service)?.service;
    if (!request || !service) return refuse('not-found');
    if ((request.contact?.email ?? null) === email) return null;
    const contact = email === null ? null : { email };
    // Whoever is kept out reads what anybody reads on a busy day.
    if (contact && (await isBlocked(parts, turn.tx, { mails: mailsOf(contact) }))) return refuse('too-many');
    const busy = await refuseBusyContact(parts, turn, contact);
    if (busy) return busy;
    const done = await applyChange(parts, turn, request, service, { contact });
    if (isRefusal(done)) return done;
    await parts.mail?.readdressed(turn, done);
    return null;
  });
}
