import type { Language } from '../../shared/languages.ts';
import { localeIn } from '../../shared/time-words.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { allServices } from '../store/offers.ts';
import { readRequestBySecret } from '../store/requests.ts';
import type { BookingParts } from './booking-parts.ts';
import { applyChange } from './request-change.ts';
import { hashOf } from './thread-secret.ts';
import type { Turns } from './turn.ts';

/** Keeps what a viewer reads in; it asks the desk for nothing, so neither a snooze nor a promise hears of it. */
export function speak(
  parts: BookingParts,
  turns: Turns,
  secret: string,
  language: Language,
  tag: string | undefined,
): Promise<null | Refusal> {
  const locale = tag === undefined ? null : localeIn(language, [tag]);
  return turns.change(async (turn) => {
    const request = await readRequestBySecret(turn.tx, parts.creatorId, hashOf(secret));
    const service = request && (await allServices(turn.tx, parts.creatorId)).get(request.service)?.service;
    if (!request || !service) return refuse('not-found');
    if (request.language === language && request.locale === locale) return null;
    const done = await applyChange(parts, turn, request, service, { reads: { language, locale } });
    return isRefusal(done) ? done : null;
  });
}
