import { expect, test } from 'vitest';
import { missingPoints } from '../../../server/core/booking/eligibility.ts';
import { onAirName } from '../../../server/core/booking/views.ts';
import { BIO, givenService } from '../../app/booking-given.ts';

const service = { ...givenService(), id: 's' };

test('[BK17] a bio that meets every rule of the platform misses nothing', () => {
  expect(missingPoints(BIO, [service])).toEqual([]);
});

test('[BK17] each rule that is not met is named: headline, age, followers, public proof, licence', () => {
  const bio = { ...BIO, headline: ' ', adult: false, followers: 999, proofs: [{ title: 'Passport', public: false }] };
  const points = missingPoints(bio, [service, { ...service, slug: 'surgery', noLicenceNeeded: false }]);
  expect(points.map(({ path, why }) => [path, why])).toEqual([
    ['headline', 'headline-missing'],
    ['adult', 'not-adult'],
    ['followers', 'too-few-followers'],
    ['proofs', 'no-proof'],
    ['services.surgery.noLicenceNeeded', 'licence-unconfirmed'],
  ]);
  expect(missingPoints(null, []).map((point) => point.why)).toEqual(['handle-missing']);
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
