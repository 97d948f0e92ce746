import { countryName } from '../../shared/countries.ts';
import { foldedText, searchWords } from '../../shared/folded-text.ts';
import type { Instant } from '../../shared/time.ts';
import { zoneName, zonePlace } from '../../shared/time-words.ts';
import { countriesByZone } from '../parts/zone-countries.ts';

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

/** Large cities whose clock is another's, by that zone: people look for their own. Small, since the page carries it. */
const CITIES: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'München Muenchen Munich Hamburg Köln Koeln Cologne Frankfurt Stuttgart Düsseldorf Leipzig',
  'Europe/Vienna': 'Graz Salzburg Linz Innsbruck',
  'Europe/Zurich': 'Bern Basel Genf Genève Geneva',
  'Europe/Amsterdam': 'Rotterdam Den Haag Utrecht Eindhoven Groningen',
  'Europe/Brussels': 'Antwerpen Gent',
  'Europe/Oslo': 'Bergen Trondheim Stavanger Tromsø',
  'Europe/London': 'Manchester Birmingham Edinburgh Glasgow',
  'Europe/Rome': 'Milano Mailand Milan Napoli',
  'Europe/Madrid': 'Barcelona Valencia',
  'America/New_York': 'Boston Washington Miami Atlanta',
  'America/Chicago': 'Houston Dallas',
  'America/Los_Angeles': 'San Francisco Seattle Las Vegas',
};

/** What some countries are called for short, in any language. */
const COUNTRY_SHORT: Readonly<Record<string, string>> = {
  US: 'USA America Amerika',
  GB: 'UK England Scotland',
  NL: 'Holland',
  AE: 'UAE VAE',
};

/** Words up to this length are looked for at the beginning of a word alone. */
const SHORT = 3;

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
      const also = `${CITIES[zone] ?? ''} ${COUNTRY_SHORT[code ?? ''] ?? ''}`;
      return {
        zone,
        city,
        country,
        folded: ` ${foldedText(`${city} ${country} ${zone} ${also}`).replace(/[/_]/g, ' ')}`,
      };
    })
    .sort((one, other) => one.city.localeCompare(other.city, language));
}

/**
 * Those that have every word of the search, whatever its accents and case; cities that begin with it first. A short word is
 * the beginning of one: "USA" is not Jerusalem.
 */
export function findZones(zones: ReadonlyArray<NamedZone>, search: string): NamedZone[] {
  const words = searchWords(search.replace(/[/_]/g, ' '));
  if (words.length === 0) return [];
  const has = (folded: string, word: string) => folded.includes(word.length > SHORT ? word : ` ${word}`);
  const found = zones.filter(({ folded }) => words.every((word) => has(folded, word)));
  const begins = ({ folded }: NamedZone) => folded.startsWith(` ${words.join(' ')}`);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, MOST_FOUND);
}

/** "Central European Standard Time, GMT+1": what the clock there is called, in the language of the tag. */
export function clockOf(zone: string, at: Instant, tag: string): string {
  const [long, offset] = [zoneName(at, zone, tag, 'long'), zoneName(at, zone, tag, 'shortOffset')];
  return long === offset ? long : `${long}, ${offset}`;
}
