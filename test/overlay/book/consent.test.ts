import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CONSENT_VERSION } from '../../../overlay/book/consent.ts';
import { guess, regionChoices } from '../../../overlay/book/region.ts';
import { book as de } from '../../../shared/locales/de/book.ts';
import { book as en } from '../../../shared/locales/en/book.ts';
import { book as nb } from '../../../shared/locales/nb/book.ts';
import { book as nl } from '../../../shared/locales/nl/book.ts';

test('[VP44] the version of the consent changes with its wording in any language', () => {
  const words = [en, de, nl, nb].map(({ details }) => [
    details.consent,
    details.consentHint,
    details.consentUntil,
    details.consentStart,
    details.adult,
    details.onAir,
    details.onAirHint,
  ]);
  const mark = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 8);
  expect(CONSENT_VERSION).toMatch(new RegExp(`^\\d+-${mark}$`));
});

test('[VP41] the viewer’s country is that of the first language tag that names one, and none where none does', () => {
  expect(guess(['de', 'de-AT', 'en-US'])).toBe('AT');
  expect(guess(['zh-Hant-TW'])).toBe('TW');
  expect(guess(['de', 'en-001'])).toBeNull();
});

test('[BK235] any other country can be chosen where the offer is for all alone', () => {
  const prices = [{ region: 'CH', price: { minor: 1, currency: 'CHF' } }];
  expect(regionChoices({ regions: [], prices }, 'NO')).toEqual({ codes: ['CH', 'NO'], other: true });
  expect(regionChoices({ regions: ['DE', 'CH'], prices }, 'CH')).toEqual({ codes: ['DE', 'CH'], other: false });
  expect(regionChoices({ regions: ['DE'], prices: [] }, null)).toEqual({ codes: ['DE'], other: false });
});
