import type { BookingRequest } from '../booking/request.ts';
import { onAirName } from '../booking/views.ts';

/**
 * Since this wording of the consent a viewer agrees to being asked about on air too; before, to the first word of the
 * name alone (`overlay/book/consent.ts`).
 */
const QUESTION_SINCE = 2;

/** The name a request is asked under on air; null when its viewer did not agree to that, empty for a name that cannot be shown. */
export function airNameOf({ name, terms }: Pick<BookingRequest, 'name' | 'terms'>): string | null {
  const wording = Number.parseInt(terms.consentVersion ?? '', 10);
  if (!terms.onAir || !(wording >= QUESTION_SINCE)) return null;
  return onAirName(name);
}
