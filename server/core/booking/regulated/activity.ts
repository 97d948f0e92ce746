import type { LocalText } from '../../../../shared/local-text.ts';

/** The countries whose rules are known here; for any other the creator is asked without a list. */
export const KNOWN_REGIONS = ['DE', 'AT', 'CH', 'NL', 'NO', 'GB', 'US'] as const;
export type KnownRegion = (typeof KNOWN_REGIONS)[number];

/**
 * What a region says of an activity. `never`: whoever may do it at all needs a licence, so Service+ (which takes only
 * what needs none) can never have it; `confirm`: a part of it is free, and the creator has to say that it is that part.
 */
export interface Rule {
  readonly level: 'never' | 'confirm';
  /** The law and where in it. */
  readonly law: string;
  /** Where the law can be read; none: where `sources.ts` has the law, else in the region's official collection. */
  readonly url?: string;
}

/** An activity that needs a licence in at least one region. */
export interface Activity {
  readonly id: string;
  readonly name: Required<LocalText>;
  /**
   * What an offer's text is searched for, in all languages at once: creators write in whichever they like. Small letters;
   * several words are found next to each other; `*` at an end stands for the rest of a compound word, before a single
   * word for its beginning. They name what is done, not who does it: "websites for dentists" and "my CV doctor" are
   * nobody's treatment, and a wrong match blocks.
   */
  readonly words: ReadonlyArray<string>;
  /** Everyday words that are said of what is free as well: they ask for a confirmation and block nothing. */
  readonly asks?: ReadonlyArray<string>;
  /** Only doing it is regulated: an offer that trains others in it asks for a confirmation where doing it is blocked. */
  readonly teachable?: true;
  readonly rules: Readonly<Partial<Record<KnownRegion, Rule>>>;
}

/** The official collections of law, where a rule names no page of its own. */
export const COLLECTIONS: Readonly<Record<KnownRegion, string>> = {
  DE: 'https://www.gesetze-im-internet.de/',
  AT: 'https://www.ris.bka.gv.at/',
  CH: 'https://www.fedlex.admin.ch/',
  NL: 'https://wetten.overheid.nl/',
  NO: 'https://lovdata.no/',
  GB: 'https://www.legislation.gov.uk/',
  US: 'https://uscode.house.gov/',
};

const GERMAN = 'https://www.gesetze-im-internet.de/';
const BRITISH = 'https://www.legislation.gov.uk/';

/** Words as they stand in these files: parted by commas and ends of lines. */
export function listed(words: string): ReadonlyArray<string> {
  return words
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A rule that admits no part without a licence. */
export function never(law: string, url?: string): Rule {
  return { level: 'never', law, ...(url ? { url } : {}) };
}

/** A rule of which a part is free. */
export function confirm(law: string, url?: string): Rule {
  return { level: 'confirm', law, ...(url ? { url } : {}) };
}

/** The page of one section of a German law, such as `rdg/__3`. */
export function german(path: string): string {
  return `${GERMAN}${path}.html`;
}

/** The table of contents of a German law, such as `nisv`. */
export function germanLaw(path: string): string {
  return `${GERMAN}${path}/`;
}

/** The page of a British law, by its path. */
export function british(path: string): string {
  return `${BRITISH}${path}`;
}
