import { COUNTRIES } from '../../shared/countries.ts';

/** Zone -> country. A browser that does not know which zones a country has gives none. Takes a fifth of a second. */
export function countriesByZone(): ReadonlyMap<string, string> {
  return new Map(COUNTRIES.flatMap((code) => (zonesOf(code) ?? []).map((zone) => [zone, code] as const)));
}

/** The country that has the zone; where the browser does not know, that of the language tag; null where neither says. */
export function countryAt(zone: string, tag: string): string | null {
  return COUNTRIES.find((code) => isZoneOf(zone, code)) ?? new Intl.Locale(tag).region ?? null;
}

/** Whether the zone is one of the country's; null where the browser does not know. */
export function isZoneOf(zone: string, code: string): boolean | null {
  return zonesOf(code)?.includes(zone) ?? null;
}

function zonesOf(code: string): ReadonlyArray<string> | undefined {
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & {
    getTimeZones?: () => string[];
    timeZones?: string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones;
}
