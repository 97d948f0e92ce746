import { expect, test } from 'vitest';
import { clockOf, findZones, namedZones } from '../../../overlay/book/zone-names.ts';

const find = (language: string, search: string) =>
  findZones(namedZones(language), search).map(({ city, country }) => `${city}, ${country}`);

test('[VP105] a zone is found by its city or by its country in the reader’s language, accents or not', () => {
  expect(find('en', 'são')).toEqual(find('en', 'sao'));
  expect(find('en', 'sao p')[0]).toBe('São Paulo, Brazil');
  expect(find('de', 'Zürich')[0]).toBe('Zürich, Schweiz');
  expect(find('de', 'Österreich')).toEqual(['Wien, Österreich']);
  expect(find('de', 'osterreich')).toEqual(['Wien, Österreich']);
  expect(find('nl', 'duitsland')).toContain('Berlijn, Duitsland');
  expect(find('de', 'vienna')).toEqual(['Wien, Österreich']);
  expect(find('nb', 'kobenhavn')[0]).toBe('København, Danmark');
  expect(find('nb', 'NORGE')).toEqual(['Oslo, Norge']);
  expect(find('en', 'utc')).toContain('UTC, ');
  expect(find('en', 'nowhere at all')).toEqual([]);
  expect(find('en', '  ')).toEqual([]);
  expect(find('en', 'a')).toHaveLength(40);
  expect(find('de', 'vereinigte staaten')).toContain('New York, Vereinigte Staaten');
});

test('[VP188] a zone is found by a large city that shares it, and a country by what it is called for short', () => {
  for (const search of ['München', 'munchen', 'Munich', 'muenchen']) {
    expect(find('de', search)).toEqual(['Berlin, Deutschland']);
  }
  expect(find('nl', 'den haag')).toEqual(['Amsterdam, Nederland']);
  expect(find('nb', 'Tromsø')).toEqual(['Oslo, Norge']);
  const american = find('en', 'USA');
  expect(american).toContain('New York, United States');
  expect(american.every((name) => name.endsWith(', United States'))).toBe(true);
  expect(find('en', 'uk')[0]).toMatch(/United Kingdom|Ukraine/);
  expect(find('en', 'America/New_York')).toEqual(['New York, United States']);
});

test('[VP105] what its clock is called is said in the reader’s language', () => {
  const at = '2026-12-01T10:00:00Z';
  expect(clockOf('Europe/Berlin', at, 'de')).toBe('Mitteleuropäische Normalzeit, GMT+1');
  expect(clockOf('Asia/Tokyo', at, 'nb')).toMatch(/^japansk normaltid, GMT\+9$/);
});
