import { expect, test } from 'vitest';
import { followersOf, missingPoints } from '../../../server/core/booking/eligibility.ts';
import { type LicenceConfirmation, licencesOf, wordingOf } from '../../../server/core/booking/licences.ts';
import { RULE_VERSION } from '../../../server/core/booking/regulated/match.ts';
import { onAirName } from '../../../server/core/booking/views.ts';
import type { Service } from '../../../shared/booking.ts';
import { BIO, givenService } from '../../app/booking-given.ts';

const service: Service = { ...givenService(), id: 's' };
const NOON = '2026-11-22T11:00:00Z';

/** What the check is made on: these services with their licences, and no source that tells of followers. */
function checked(services: Service[], given: LicenceConfirmation[] = []) {
  const licences = services.map((one) => licencesOf(one, 'DE', given, wordingOf(one, 'DE')));
  return { services, licences, followers: null };
}

function confirmed(one: Service, changes: Partial<LicenceConfirmation> = {}): LicenceConfirmation {
  const base = { service: one.id, region: 'DE', activity: 'life-counselling', by: 'Ada', at: NOON };
  return { ...base, ruleVersion: RULE_VERSION, wording: wordingOf(one, 'DE'), ...changes };
}

test('[BK17] a bio that meets every rule of the platform misses nothing', () => {
  expect(missingPoints(BIO, checked([service]))).toEqual([]);
});

test('[BK17] each rule that is not met is named: headline, age, followers, public proof, licence', () => {
  const proofs = BIO.proofs.map((proof) => ({ ...proof, public: false }));
  const bio = { ...BIO, headline: ' ', adult: false, followers: 999, proofs };
  const points = missingPoints(bio, checked([{ ...service, slug: 'surgery', noLicenceNeeded: false }]));
  expect(points.map(({ path, why }) => [path, why])).toEqual([
    ['headline', 'headline-missing'],
    ['adult', 'not-adult'],
    ['followers', 'too-few-followers'],
    ['proofs', 'no-proof'],
    ['services.surgery.noLicenceNeeded', 'licence-unconfirmed'],
  ]);
  expect(missingPoints(null, checked([])).map((point) => point.why)).toEqual(['handle-missing']);
});

test('[BK74] followers are those that a source told of, or else those that the creator confirmed', () => {
  const few = { ...checked([]), followers: { count: 999, at: NOON } };
  expect(missingPoints(BIO, few).map(({ why }) => why)).toEqual(['too-few-followers']);
  expect(followersOf(BIO, few.followers)).toEqual({ count: 999, from: 'source' });
  expect(followersOf(BIO, null)).toEqual({ count: 1500, from: 'creator' });
});

const coaching: Service = { ...service, title: { en: 'Life coaching' } };

test('[BK75] what may need a licence waits for a confirmation of its own, beside the general one', () => {
  expect(missingPoints(BIO, checked([coaching]))).toEqual([
    {
      path: 'services.cv-check.licences.DE.life-counselling',
      why: 'licence-activity',
      message: 'Confirm that cv-check needs no licence in DE (Heilpraktikergesetz § 1: not for the ill).',
    },
  ]);
  const given = [confirmed(coaching)];
  expect(missingPoints(BIO, checked([coaching], given))).toEqual([]);
  const bare = { ...coaching, noLicenceNeeded: false };
  expect(missingPoints(BIO, checked([bare], [confirmed(bare)])).map(({ why }) => why)).toEqual(['licence-unconfirmed']);
});

test.each<[string, Partial<Service>, Partial<LicenceConfirmation>]>([
  ['another text', { title: { en: 'Life coaching for two' } }, {}],
  ['a text in another language', { title: { en: 'Life coaching', de: 'Coaching' } }, {}],
  ['another region', { regions: ['DE', 'NL'] }, {}],
  ['another kind', { kind: 'training' }, {}],
  ['newer rules', {}, { ruleVersion: '2025-01-01' }],
  ['another offer', {}, { service: 'other' }],
])('[BK76] a confirmation is void for %s', (_what, changes, given) => {
  const changed = { ...coaching, ...changes };
  const { points, eligible } = licencesOf(changed, 'DE', [confirmed(coaching, given)], wordingOf(changed, 'DE'));
  expect([points[0]?.confirmed, eligible]).toEqual([null, false]);
});

test('[BK76] a price, a length or a new question leave a confirmation as it is', () => {
  const changed: Service = { ...coaching, minutes: 90, price: { minor: 1, currency: 'EUR' }, noticeMinutes: 5 };
  const { eligible } = licencesOf(changed, 'DE', [confirmed(coaching)], wordingOf(changed, 'DE'));
  expect(eligible).toBe(true);
});

test('[BK78] each region of an offer is checked by itself, and one that the list does not know by the general word', () => {
  const abroad = { ...coaching, regions: ['AT', 'DE', 'FR'] };
  const found = licencesOf(abroad, 'DE', [], '');
  expect(found.points.map(({ region, level }) => `${region} ${level}`)).toEqual(['DE confirm', 'AT never']);
  expect(found.unknownRegions).toEqual(['FR']);
  expect(licencesOf({ ...coaching, regions: ['FR'] }, 'FR', [], '').eligible).toBe(true);
  const named = { ...confirmed(abroad), region: 'AT' };
  const why = missingPoints(BIO, checked([abroad], [named, confirmed(abroad)])).map((point) => point.why);
  expect(why).toEqual(['licence-never']);
});

test("[SU200] a country that is added to an offer does not take the creator's own out of the check", () => {
  const abroad = { ...coaching, regions: ['FR'] };
  const found = licencesOf(abroad, 'DE', [], '');
  expect(found.points.map(({ region, level }) => `${region} ${level}`)).toEqual(['DE confirm']);
  expect([found.eligible, found.unknownRegions]).toEqual([false, ['FR']]);
});

test('[BK18] the name on air is the first word, visible letters only, short, and never an address or a number', () => {
  expect(onAirName('Vera Viewer')).toBe('Vera');
  expect(onAirName('\u202Eevil\u200B Name')).toBe('evil');
  expect(onAirName('vera@example.com')).toBe('');
  expect(onAirName('0151234567')).toBe('');
  expect(onAirName('https://example.com/x')).toBe('');
  expect(onAirName(`Z${'\u0301'.repeat(50)}`)).toHaveLength(4);
  expect(onAirName('x'.repeat(80))).toHaveLength(24);
});
