import type { Bio, Service } from '../../../shared/booking.ts';
import type { FollowersKnown, LicencePoint, ServiceLicences } from '../../../shared/eligibility.ts';
import type { EligibilityPoint } from '../../../shared/studio-view.ts';
import { isSettled } from './licences.ts';

/** TikTok's Service+ takes creators from this many followers on. */
const FOLLOWERS_NEEDED = 1000;

/** What the check is made on, beside the bio. */
export interface Checked {
  readonly services: ReadonlyArray<Service>;
  /** Of each service. */
  readonly licences: ReadonlyArray<ServiceLicences>;
  readonly followers: FollowersKnown;
}

/** How many followers count, and who says so: what a live source told of goes before what the creator typed. */
export function followersOf(bio: Bio, known: FollowersKnown): { count: number; from: 'source' | 'creator' } {
  return known ? { count: known.count, from: 'source' } : { count: bio.followers, from: 'creator' };
}

/**
 * What still stands between the bio and its publishing, by the rules of TikTok's Service+: 18 or older, 1,000 followers,
 * competence shown, a service that needs no licence where it is offered. A service with an open point is left out
 * ({@link leftOutPoints}) and stands in nobody's way, unless none is left. Empty: it may be published.
 */
export function missingPoints(bio: Bio | null, { services, licences, followers }: Checked): EligibilityPoint[] {
  if (!bio) return [{ path: 'handle', why: 'handle-missing', message: 'Write the service bio first.' }];
  const points: EligibilityPoint[] = [];
  if (bio.headline.trim() === '') {
    points.push({ path: 'headline', why: 'headline-missing', message: 'Say in one line what you offer.' });
  }
  if (!bio.adult) {
    points.push({ path: 'adult', why: 'not-adult', message: 'Confirm that you are 18 or older.' });
  }
  if (followersOf(bio, followers).count < FOLLOWERS_NEEDED) {
    points.push({ path: 'followers', why: 'too-few-followers', message: 'Service+ takes 1,000 followers or more.' });
  }
  if (!bio.proofs.some((proof) => proof.public)) {
    points.push({ path: 'proofs', why: 'no-proof', message: 'Show at least one public proof of your skill.' });
  }
  if (!isSomeOffered(licences)) points.push(...servicePoints(bio, { services, licences }));
  return points;
}

/** What keeps services of the page out of it while others are on it; of those that nobody may offer too. */
export function leftOutPoints(bio: Bio | null, checked: Checked): EligibilityPoint[] {
  return bio && isSomeOffered(checked.licences) ? servicePoints(bio, checked) : [];
}

function isSomeOffered(licences: Checked['licences']): boolean {
  return licences.some(({ eligible }) => eligible);
}

function servicePoints(bio: Bio, { services, licences }: Pick<Checked, 'services' | 'licences'>): EligibilityPoint[] {
  return services.flatMap((service) =>
    licenceIssues(
      bio,
      service,
      licences.find((one) => one.service === service.id),
    ),
  );
}

function licenceIssues(bio: Bio, { slug, noLicenceNeeded }: Service, found?: ServiceLicences): EligibilityPoint[] {
  const general: EligibilityPoint = {
    path: `services.${slug}.noLicenceNeeded`,
    why: 'licence-unconfirmed',
    message: `Confirm that ${slug} needs no licence in ${bio.region}.`,
  };
  const open = (found?.points ?? []).filter((point) => !isSettled(point));
  return [...(noLicenceNeeded ? [] : [general]), ...open.map((point) => issueOf(slug, point))];
}

function issueOf(slug: string, { region, activity, name, level, law }: LicencePoint): EligibilityPoint {
  const path = `services.${slug}.licences.${region}.${activity}`;
  return level === 'never'
    ? { path, why: 'licence-never', message: `${name.en} needs a licence in ${region} (${law}). Change the text.` }
    : { path, why: 'licence-activity', message: `Confirm that ${slug} needs no licence in ${region} (${law}).` };
}
