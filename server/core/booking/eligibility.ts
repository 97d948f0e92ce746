import type { Bio, Service } from '../../../shared/booking.ts';
import type { EligibilityPoint } from '../../../shared/protocol.ts';

/** TikTok's Service+ takes creators from this many followers on. */
const FOLLOWERS_NEEDED = 1000;

/**
 * What still stands between the bio and its publishing, by the rules of TikTok's Service+: 18 or older, 1,000 followers,
 * competence shown, services that need no licence in the creator's region. Empty: it may be published.
 */
export function missingPoints(bio: Bio | null, services: ReadonlyArray<Service>): EligibilityPoint[] {
  if (!bio) return [{ path: 'handle', why: 'handle-missing', message: 'Write the service bio first.' }];
  const points: EligibilityPoint[] = [];
  if (bio.headline.trim() === '') {
    points.push({ path: 'headline', why: 'headline-missing', message: 'Say in one line what you offer.' });
  }
  if (!bio.adult) {
    points.push({ path: 'adult', why: 'not-adult', message: 'Confirm that you are 18 or older.' });
  }
  if (bio.followers < FOLLOWERS_NEEDED) {
    points.push({ path: 'followers', why: 'too-few-followers', message: 'Service+ takes 1,000 followers or more.' });
  }
  if (!bio.proofs.some((proof) => proof.public)) {
    points.push({ path: 'proofs', why: 'no-proof', message: 'Show at least one public proof of your skill.' });
  }
  for (const service of services) {
    if (service.noLicenceNeeded) continue;
    const message = `Confirm that ${service.slug} needs no licence in ${bio.region}.`;
    points.push({ path: `services.${service.slug}.noLicenceNeeded`, why: 'licence-unconfirmed', message });
  }
  return points;
}
