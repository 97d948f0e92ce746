import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { saySystem } from '../../overlay/book/system-words.ts';
import { sayLeft, sayPrice, saySpan, sayWhen, sayZone } from '../../overlay/book/times.ts';
import { words as bookWords, camel, sayTrouble } from '../../overlay/book/words.ts';
import { timeOnAir, zoneOnAir } from '../../overlay/stage/time-on-air.ts';
import { words as stageWords } from '../../overlay/stage/words.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const zone = 'Europe/Berlin';
// Node's own country is the United States, which has another clock.
beforeAll(() => {
  vi.stubGlobal('navigator', { languages: ['en-GB', 'de-DE', 'nl-NL'] });
});
afterAll(() => {
  vi.unstubAllGlobals();
});
afterEach(async () => bookWords.speak('en'));

test('[VP7] a near time is said by today and tomorrow, a later one by its date', async () => {
  await bookWords.speak('en');
  expect(sayWhen('2026-11-22T17:30:00Z', zone, now)).toBe('today 18:30');
  expect(sayWhen('2026-11-23T08:00:00Z', zone, now)).toBe('tomorrow 09:00');
  expect(sayWhen('2026-11-24T08:00:00Z', zone, now)).toBe('Tue 24 Nov, 09:00');
  await bookWords.speak('de');
  expect(sayWhen('2026-11-22T17:30:00Z', zone, now)).toBe('heute 18:30');
});

test('[VP7] a time is today or tomorrow by the calendar of its zone, not by the hours between', async () => {
  await bookWords.speak('en');
  expect(sayWhen('2026-11-23T00:30:00Z', 'America/New_York', now)).toBe('today 19:30');
  expect(sayWhen('2026-11-23T00:30:00Z', 'Asia/Tokyo', now)).toBe('tomorrow 09:30');
});

test('[VP7] a span names its zone, also abroad', async () => {
  await bookWords.speak('en');
  expect(saySpan('2026-11-22T17:30:00Z', '2026-11-22T18:00:00Z', zone)).toBe('18:30–19:00');
  expect(sayZone(zone, '2026-11-22T17:30:00Z')).toBe('Berlin, CET');
  expect(sayZone('Asia/Tokyo', '2026-11-22T17:30:00Z')).toBe('Tokyo, GMT+9');
});

test('[VP8] a price of nothing is said in words, any other in the money of the offer', async () => {
  await bookWords.speak('nl');
  expect(sayPrice({ minor: 0, currency: 'EUR' })).toBe('Gratis');
  expect(sayPrice({ minor: 4500, currency: 'EUR' }).replaceAll('\u00a0', ' ')).toBe('€ 45,00');
  expect(sayPrice({ minor: 4500, currency: 'JPY' })).toContain('4.500');
});

test('[VP9] what is left of a hold counts down in minutes and seconds and ends at zero', () => {
  expect(sayLeft(300_000)).toBe('5:00');
  expect(sayLeft(64_200)).toBe('1:05');
  expect(sayLeft(-1)).toBe('0:00');
});

test('[VP10] a refusal is said in the viewer’s language by its word, an unknown one without showing the word', async () => {
  await bookWords.speak('nb');
  expect(sayTrouble('slot-taken')).toBe('Denne timen ble nettopp tatt. Velg en annen.');
  expect(sayTrouble('some-new-word')).toBe('Det gikk ikke, og ingenting ble endret. Prøv igjen om litt.');
});

test('[VP10] what happened in a thread is said in the viewer’s language, an unknown word as a change', async () => {
  await bookWords.speak('de');
  const entry = { id: '1', at: '2026-11-22T12:00:00Z', from: 'system' as const, text: 'accepted' };
  expect(saySystem({ ...entry, data: { start: '2030-05-14T08:00:00Z' } }, zone)).toMatch(
    /^Zugesagt für .*14\. Mai.*10:00$/,
  );
  expect(saySystem({ ...entry, text: 'brand-new' }, zone)).toBe('An dieser Anfrage hat sich etwas geändert');
});

test('[VP10] states and words of the wire have their sentence under the same name', () => {
  expect(camel('no-show')).toBe('noShow');
});

test.each([
  ['en', ['today 18:30', 'tomorrow 09:00', 'Wed 09:00', '24 Dec 09:00']],
  ['de', ['heute 18:30', 'morgen 09:00', 'Mi 09:00', '24. Dez. 09:00']],
  ['nl', ['vandaag 18:30', 'morgen 09:00', 'wo 09:00', '24 dec 09:00']],
  ['nb', ['i dag 18:30', 'i morgen 09:00', 'ons. 09:00', '24. des. 09:00']],
] as const)('[ST10] the next free time is said on air in %s', async (language, expected) => {
  await stageWords.speak(language);
  const starts = ['2026-11-22T17:30:00Z', '2026-11-23T08:00:00Z', '2026-11-25T08:00:00Z', '2026-12-24T08:00:00Z'];
  expect(starts.map((start) => timeOnAir(start, zone, new Date(now)))).toEqual(expected);
});

test.each([
  ['en', 'CET', 'CEST', 'GMT+9'],
  ['de', 'MEZ', 'MESZ', 'GMT+9'],
  ['nl', 'CET', 'CEST', 'GMT+9'],
  ['nb', 'CET', 'CEST', 'GMT+9'],
] as const)('[ST140] the zone of a free time is named on air in %s', async (language, winter, summer, abroad) => {
  await stageWords.speak(language);
  expect(zoneOnAir('2026-11-22T17:30:00Z', zone)).toBe(winter);
  expect(zoneOnAir('2026-07-22T17:30:00Z', zone)).toBe(summer);
  expect(zoneOnAir('2026-11-22T17:30:00Z', 'Asia/Tokyo')).toBe(abroad);
});
