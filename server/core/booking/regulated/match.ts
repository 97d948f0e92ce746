import { type Activity, COLLECTIONS, KNOWN_REGIONS, type KnownRegion, type Rule } from './activity.ts';
import { HEALTH } from './health.ts';
import { MONEY_AND_LAW } from './money-and-law.ts';
import { PEOPLE_AND_GOODS } from './people-and-goods.ts';
import { TRADES } from './trades.ts';

/**
 * Kept with every result, so that an older one is known as such. Raised whenever an entry of these files changes. The
 * list is help for the creator, not advice in law: what it does not know, the creator still confirms.
 */
export const RULE_VERSION = '2026-11-25';

export const ACTIVITIES: ReadonlyArray<Activity> = [...HEALTH, ...MONEY_AND_LAW, ...TRADES, ...PEOPLE_AND_GOODS];

/** An activity that the text of an offer may be about, and what the region says of it. */
export interface Match {
  readonly activity: Activity;
  readonly region: KnownRegion;
  readonly rule: Rule & { readonly url: string };
  /** The word that was found, as the list has it. */
  readonly word: string;
}

export function isKnownRegion(region: string): region is KnownRegion {
  return (KNOWN_REGIONS as ReadonlyArray<string>).includes(region);
}

/** What the texts of an offer (in any languages) may be about that is regulated in the region, each activity once. */
export function matchesIn(texts: ReadonlyArray<string>, region: string): Match[] {
  if (!isKnownRegion(region)) return [];
  const tokens = texts.map(tokensOf);
  return ACTIVITIES.flatMap((activity) => {
    const rule = activity.rules[region];
    if (!rule) return [];
    const word = activity.words.find((pattern) => tokens.some((list) => isIn(patternOf(pattern), list)));
    return word === undefined
      ? []
      : [{ activity, region, rule: { ...rule, url: rule.url ?? COLLECTIONS[region] }, word }];
  });
}

/** Words of small letters; dots, dashes and the like part them. */
function tokensOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}

interface Part {
  readonly text: string;
  readonly open: boolean;
}

function patternOf(pattern: string): Part[] {
  return pattern.split(' ').map((part) => ({ text: part.replace(/\*$/, ''), open: part.endsWith('*') }));
}

function isIn(pattern: ReadonlyArray<Part>, tokens: ReadonlyArray<string>): boolean {
  for (let at = 0; at + pattern.length <= tokens.length; at++) {
    const found = pattern.every(({ text, open }, part) => {
      const token = tokens[at + part] ?? '';
      return open ? token.startsWith(text) : token === text;
    });
    if (found) return true;
  }
  return false;
}
