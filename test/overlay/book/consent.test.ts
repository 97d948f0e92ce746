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
    details.consentMessage,
    details.consentErase,
    details.consentHint,
    details.consentUntil,
    details.consentOver,
    details.consentStart,
    details.adult,
    details.adultMessage,
    details.onAir,
    details.onAirHint,
  ]);
  const mark = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 8);
  expect(CONSENT_VERSION).toMatch(new RegExp(`^\\d+-${mark}$`));
});

test('[VP41] the viewer’s country is the one that an offer names with the device’s clock, else that of the language tag, unless its clocks are others', () => {
  const named = ['CH', 'DE', 'NO'];
  expect(guess(['de'], 'Europe/Berlin', named)).toBe('DE');
  expect(guess(['nb', 'en-US'], 'Europe/Oslo', named)).toBe('NO');
  expect(guess(['en-US'], 'Europe/Zurich', named)).toBe('CH');
  expect(guess(['de-AT'], 'Europe/Vienna', named)).toBe('AT');
  expect(guess(['en-US'], 'America/Chicago', [])).toBe('US');
  expect(guess(['en-US'], 'Europe/Amsterdam', named)).toBeNull();
  expect(guess(['de', 'de-AT', 'en-US'], 'UTC', named)).toBe('AT');
  expect(guess(['zh-Hant-TW'], 'Asia/Taipei', named)).toBe('TW');
  expect(guess(['de', 'en-001'], 'Europe/Vienna', named)).toBeNull();
});

test('[BK235] any other country can be chosen where the offer is for all alone', () => {
  const prices = [{ region: 'CH', price: { minor: 1, currency: 'CHF' } }];
  expect(regionChoices({ regions: [], prices }, 'NO')).toEqual({ codes: ['CH', 'NO'], other: true });
  expect(regionChoices({ regions: ['DE', 'CH'], prices }, 'CH')).toEqual({ codes: ['DE', 'CH'], other: false });
  expect(regionChoices({ regions: ['DE'], prices: [] }, null)).toEqual({ codes: ['DE'], other: false });
});
