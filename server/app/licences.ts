import { createHash } from 'node:crypto';
import type { Bio, Service } from '../../shared/booking.ts';
import type { LicenceConfirm, ServiceLicences } from '../../shared/eligibility.ts';
import { isProduct } from '../../shared/product-link.ts';
import { toInstant } from '../../shared/time.ts';
import { type Checked, followersOf } from '../core/booking/eligibility.ts';
import { licencesOf, wordingOf } from '../core/booking/licences.ts';
import { RULE_VERSION } from '../core/booking/regulated/match.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { listConfirmations, writeConfirmation, writeEligibility } from '../store/eligibility.ts';
import { listServices, readBio } from '../store/offers.ts';
import type { Db, Tx } from '../store/store.ts';
import { readFollowers } from './followers.ts';
import type { Turn } from './turn.ts';

/** What the list of regulated activities says of the services, with the confirmations that still count. */
export async function readLicences(
  db: Db | Tx,
  creatorId: string,
  services: ReadonlyArray<Service>,
  ownRegion: string,
): Promise<ServiceLicences[]> {
  const bare = services.map((service) => licencesOf(service, ownRegion, [], ''));
  // Most offers are about nothing on the list; viewers' pages need not read confirmations for them.
  if (bare.every(({ points }) => points.length === 0)) return bare;
  const rows = await listConfirmations(db, creatorId);
  const given = rows.map((row) => ({
    service: row.service_id,
    region: row.region,
    activity: row.activity,
    by: row.by_name,
    at: toInstant(row.at),
    ruleVersion: row.rule_version,
    wording: row.wording,
  }));
  return services.map((service) => licencesOf(service, ownRegion, given, digestOf(service, ownRegion)));
}

/** Those of the services that viewers may see: what may need a licence is the creator's draft until it is confirmed. */
export async function onOffer(
  db: Db | Tx,
  creatorId: string,
  services: ReadonlyArray<Service>,
  ownRegion: string,
): Promise<Service[]> {
  const licences = await readLicences(db, creatorId, services, ownRegion);
  return services.filter((_, index) => licences[index]?.eligible);
}

/** All that viewers may see and take, by whatever door; nothing before the bio is published. */
export async function offeredServices(db: Db | Tx, creatorId: string): Promise<Service[]> {
  const bio = (await readBio(db, creatorId))?.published;
  return bio ? onOffer(db, creatorId, await listServices(db, creatorId), bio.region) : [];
}

/** Those of them that are taken by time: products are not. */
export async function timedServices(db: Db | Tx, creatorId: string): Promise<Service[]> {
  return (await offeredServices(db, creatorId)).filter((service) => !isProduct(service));
}

/** Everything that the eligibility check of a bio is made on. */
export async function readChecked(db: Db | Tx, creatorId: string, bio: Bio | null): Promise<Checked> {
  const services = await listServices(db, creatorId);
  const licences = await readLicences(db, creatorId, services, bio?.region ?? '');
  return { services, licences, followers: await readFollowers(db, creatorId, bio?.handle ?? null) };
}

/**
 * Keeps a creator's word for one activity of one offer in one region. Refuses with `not-found` for an offer that is not
 * there or is about no such thing in that region, `licence-never` where no word helps.
 */
export async function confirmLicence(
  { tx, now }: Turn,
  creatorId: string,
  serviceId: string,
  { region, activity, name }: LicenceConfirm,
): Promise<ServiceLicences | Refusal> {
  const service = (await listServices(tx, creatorId)).find(({ id }) => id === serviceId);
  const ownRegion = (await readBio(tx, creatorId))?.draft.region ?? '';
  if (!service) return refuse('not-found');
  const found = licencesOf(service, ownRegion, [], '').points.find(
    (point) => point.region === region && point.activity === activity,
  );
  if (!found) return refuse('not-found');
  if (found.level === 'never') return refuse('licence-never');
  await writeConfirmation(tx, creatorId, {
    service_id: serviceId,
    region,
    activity,
    by_name: name,
    at: now,
    rule_version: RULE_VERSION,
    wording: digestOf(service, ownRegion),
  });
  return (await readLicences(tx, creatorId, [service], ownRegion))[0] ?? refuse('not-found');
}

/** What the bio is published on: by which rules, who answers for what, and who says how many followers there are. */
export async function keepResult({ tx, now }: Turn, creatorId: string, bio: Bio, checked: Checked): Promise<void> {
  await writeEligibility(tx, creatorId, {
    ruleVersion: RULE_VERSION,
    at: toInstant(now),
    region: bio.region,
    adult: { confirmedBy: 'creator' },
    followers: followersOf(bio, checked.followers),
    proofs: bio.proofs.filter((proof) => proof.public).length,
    services: checked.licences.map(({ service, unknownRegions, points }) => ({
      service,
      unknownRegions,
      points: points.map(({ region, activity, confirmed }) => ({ region, activity, confirmed })),
    })),
  });
}

function digestOf(service: Service, ownRegion: string): string {
  return createHash('sha256').update(wordingOf(service, ownRegion)).digest('hex');
}
