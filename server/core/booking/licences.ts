import type { Service } from '../../../shared/booking.ts';
import type { LicencePoint, ServiceLicences } from '../../../shared/eligibility.ts';
import type { Instant } from '../../../shared/time.ts';
import { isKnownRegion, matchesIn, RULE_VERSION } from './regulated/match.ts';

/** A confirmation as it was given: for one offer, region and activity, of one text, under one version of the rules. */
export interface LicenceConfirmation {
  readonly service: string;
  readonly region: string;
  readonly activity: string;
  readonly by: string;
  readonly at: Instant;
  readonly ruleVersion: string;
  /** {@link wordingOf} the offer, or a digest of it. */
  readonly wording: string;
}

/** Everything of an offer that a confirmation stands for: its kind, the texts that are searched, where it is offered. */
export function wordingOf(service: Service, ownRegion: string): string {
  const texts = [service.title, service.summary ?? {}, service.description ?? {}].map((text) =>
    Object.entries(text).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  return JSON.stringify([service.kind, texts, regionsOf(service, ownRegion).toSorted()]);
}

/** The regions whose viewers may book: where an offer names any, those that it is checked for; else empty, which is all. */
export function bookableFrom(service: Service, ownRegion: string): ReadonlyArray<string> {
  return service.regions.length === 0 ? [] : regionsOf(service, ownRegion);
}

/** The regions that an offer is checked for: the creator's own, where the work is done, and those it names, each once. */
export function regionsOf(service: Service, ownRegion: string): ReadonlyArray<string> {
  return [...new Set([ownRegion, ...service.regions])];
}

/**
 * What is regulated that the offer may be about, region by region, and whether it may be shown. A confirmation counts
 * only for this very wording and the rules of now.
 */
export function licencesOf(
  service: Service,
  ownRegion: string,
  given: ReadonlyArray<LicenceConfirmation>,
  wording: string,
): ServiceLicences {
  const regions = regionsOf(service, ownRegion);
  const texts = [service.title, service.summary ?? {}, service.description ?? {}].flatMap((text) =>
    Object.values(text),
  );
  const searched = { texts, training: service.kind === 'training' };
  const points = regions.flatMap((region) =>
    matchesIn(searched, region).map(({ activity, rule, word }): LicencePoint => {
      const valid = given.find(
        (one) =>
          one.service === service.id &&
          one.region === region &&
          one.activity === activity.id &&
          one.ruleVersion === RULE_VERSION &&
          one.wording === wording,
      );
      const confirmed = valid ? { by: valid.by, at: valid.at, ruleVersion: valid.ruleVersion } : null;
      const { level, law, url } = rule;
      return { region, activity: activity.id, name: activity.name, level, law, url, word, confirmed };
    }),
  );
  return {
    service: service.id,
    ruleVersion: RULE_VERSION,
    unknownRegions: regions.filter((region) => !isKnownRegion(region)),
    points,
    eligible: service.noLicenceNeeded && points.every(isSettled),
  };
}

/** Whether the point stands in nobody's way. */
export function isSettled(point: LicencePoint): boolean {
  return point.level === 'confirm' && point.confirmed !== null;
}
