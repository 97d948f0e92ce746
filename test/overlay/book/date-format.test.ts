import { afterEach, expect, test, vi } from 'vitest';
import { byDay, clocks } from '../../../overlay/book/days.ts';
import { dateFormat } from '../../../shared/date-format.ts';
import { zoneText } from '../../../shared/time-words.ts';

afterEach(() => vi.unstubAllGlobals());

test('[VP129] a thousand times of a page are written by formats that are made once for all', () => {
  let made = 0;
  class Counted extends Intl.DateTimeFormat {
    constructor(...given: ConstructorParameters<typeof Intl.DateTimeFormat>) {
      super(...given);
      made += 1;
    }
  }
  vi.stubGlobal('Intl', { ...Intl, DateTimeFormat: Counted });
  const start = Date.parse('2026-11-23T09:00:00Z');
  const instants = Array.from({ length: 1000 }, (_, at) => new Date(start + at * 1_800_000).toISOString());
  const days = byDay(
    instants.map((from) => ({ start: from, end: from, seats: 1 })),
    'America/Sao_Paulo',
  );
  expect(days.flatMap(({ slots }) => clocks(slots, 'America/Sao_Paulo', 'nl'))).toHaveLength(1000);
  for (const instant of instants) expect(zoneText('America/Sao_Paulo', instant, 'nl')).toMatch(/^São Paulo, /);
  expect(made).toBeLessThan(6);
});

test('[VP129] formats of another tag, zone or kind are others, and no more are kept than one page needs', () => {
  const of = (tag: string, timeZone: string, day: 'numeric' | '2-digit') => dateFormat(tag, { timeZone, day });
  const one = of('de', 'Europe/Berlin', 'numeric');
  expect(of('de', 'Europe/Berlin', 'numeric')).toBe(one);
  for (const other of [of('nl', 'Europe/Berlin', 'numeric'), of('de', 'UTC', 'numeric'), of('de', 'UTC', '2-digit')])
    expect(other).not.toBe(one);
  for (const zone of Intl.supportedValuesOf('timeZone')) of('de', zone, '2-digit');
  expect(of('de', 'Europe/Berlin', 'numeric')).not.toBe(one);
});

test('[SU443] a zone that is no place is named once beside a time', () => {
  const at = '2026-11-23T09:00:00Z';
  const named = (zone: string) => ['en', 'de', 'nl', 'nb'].map((language) => zoneText(zone, at, language));
  expect(named('UTC')).toEqual(['UTC', 'UTC', 'UTC', 'UTC']);
  expect(named('Europe/Berlin')[1]).toBe('Berlin, MEZ');
});
