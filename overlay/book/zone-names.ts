import { COUNTRIES, countryName } from '../../shared/countries.ts';
import { foldedText, searchWords } from '../../shared/folded-text.ts';
import type { Instant } from '../../shared/time.ts';
import { zoneName, zonePlace } from '../../shared/time-words.ts';

/** A time zone as a person looks for it: by its city, or by the country in a language of one's own. */
export interface NamedZone {
  readonly zone: string;
  /** "São Paulo". */
  readonly city: string;
  /** "Brazil"; empty where the browser does not know, and for zones of no country. */
  readonly country: string;
  /** What a search looks in, folded. */
  readonly folded: string;
}

/** Room for all of the country that has the most, the United States. */
const MOST_FOUND = 40;

/** All zones by the name of their city, with their countries named in that language. */
export function namedZones(language: string): NamedZone[] {
  const countries = countriesByZone();
  const all = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...all, 'UTC'])]
    .map((zone) => {
      const city = zonePlace(zone, language);
      const code = countries.get(zone);
      const country = code === undefined ? '' : countryName(code, language);
      return { zone, city, country, folded: foldedText(`${city} ${country} ${zone}`) };
    })
    .sort((one, other) => one.city.localeCompare(other.city, language));
}

/** Those that have every word of the search, whatever its accents and case; cities that begin with it first. */
export function findZones(zones: ReadonlyArray<NamedZone>, search: string): NamedZone[] {
  const words = searchWords(search);
  if (words.length === 0) return [];
  const found = zones.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const begins = ({ folded }: NamedZone) => folded.startsWith(words.join(' '));
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, MOST_FOUND);
}

/** "Central European Standard Time, GMT+1": what the clock there is called, in the language of the tag. */
export function clockOf(zone: string, at: Instant, tag: string): string {
  const [long, offset] = [zoneName(at, zone, tag, 'long'), zoneName(at, zone, tag, 'shortOffset')];
  return long === offset ? long : `${long}, ${offset}`;
}

/** Zone -> country. A browser that does not know which zones a country has gives none, and the cities are left. */
function countriesByZone(): ReadonlyMap<string, string> {
  return new Map(
    COUNTRIES.flatMap((code) => {
      const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & {
        getTimeZones?: () => string[];
        timeZones?: string[];
      };
      return (locale.getTimeZones?.() ?? locale.timeZones ?? []).map((zone) => [zone, code] as const);
    }),
  );
}
