import { type Activity, COLLECTIONS, KNOWN_REGIONS, type KnownRegion, type Rule } from './activity.ts';
import { ANIMALS } from './animals.ts';
import { isAudience } from './audience.ts';
import { BODY } from './body.ts';
import { GOODS } from './goods.ts';
import { HEALTH } from './health.ts';
import { LAW_AND_TAX } from './law-and-tax.ts';
import { MONEY } from './money.ts';
import { PEOPLE } from './people.ts';
import { pageOf } from './sources.ts';
import { TRADES } from './trades.ts';
import { TRANSPORT } from './transport.ts';

/**
 * Kept with every result, so that an older one is known as such. Raised whenever an entry of these files changes. The
 * list is help for the creator, not advice in law: what it does not know, the creator still confirms.
 */
export const RULE_VERSION = '2026-11-26.4';

export const ACTIVITIES: ReadonlyArray<Activity> = [
  ...HEALTH,
  ...BODY,
  ...LAW_AND_TAX,
  ...MONEY,
  ...TRADES,
  ...TRANSPORT,
  ...PEOPLE,
  ...GOODS,
  ...ANIMALS,
];

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

/** What is searched of an offer. Training others in something is not always regulated where doing it is. */
export interface Searched {
  readonly texts: ReadonlyArray<string>;
  readonly training: boolean;
}

/**
 * What the texts of an offer (in any languages) may be about that is regulated in the region, each activity once. What is
 * only ever denied ("this is not legal advice"), or is only whom the offer is for ("for physiotherapists"), cannot be
 * blocked for it, but has to be confirmed.
 */
export function matchesIn({ texts, training }: Searched, region: string): Match[] {
  if (!isKnownRegion(region)) return [];
  const found = findIn(texts.flatMap(sentencesOf));
  return ACTIVITIES.flatMap((activity): Match[] => {
    const rule = activity.rules[region];
    const hit = found.get(activity);
    if (!rule || !hit) return [];
    const eased = hit.unsure || (training && activity.teachable === true);
    const level = eased ? 'confirm' : rule.level;
    const url = rule.url ?? pageOf(rule.law, region) ?? COLLECTIONS[region];
    return [{ activity, region, rule: { ...rule, level, url }, word: hit.word }];
  });
}

interface Hit {
  readonly word: string;
  /** Only denied, only the audience, or by a word that is said of what is free as well. */
  readonly unsure: boolean;
}

function findIn(sentences: ReadonlyArray<ReadonlyArray<string>>): Map<Activity, Hit> {
  const found = new Map<Activity, Hit>();
  for (const tokens of sentences) {
    for (let at = 0; at < tokens.length; at++) {
      for (const { activity, word, parts, asks } of patternsFor(tokens[at] ?? '')) {
        if (found.get(activity)?.unsure === false || !standsAt(parts, tokens, at)) continue;
        const unsure = asks || isDenied(tokens, at) || isAudience(tokens, at, parts.length);
        found.set(activity, { word, unsure });
      }
    }
  }
  return found;
}

/** Words of small letters and the commas between them, sentence by sentence; dashes, slashes and the like part words. */
function sentencesOf(text: string): string[][] {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .split(/[.!?;:\n]+/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}]+|,/gu) ?? []);
}

const DENIALS: ReadonlySet<string> = new Set(
  [
    'no not never without instead don doesn isn',
    'kein keine keinen keiner keinem nicht nie ohne statt anstatt',
    'geen niet nooit zonder vervangt plaats',
    'ingen ikke aldri uten istedenfor erstatter stedet',
  ].flatMap((words) => words.split(' ')),
);
/** "is not a substitute for medical advice": so far before the word. */
const DENIAL_REACH = 4;

function isDenied(tokens: ReadonlyArray<string>, at: number): boolean {
  const clause = tokens.lastIndexOf(',', at) + 1;
  return tokens.slice(Math.max(clause, at - DENIAL_REACH), at).some((token) => DENIALS.has(token));
}

interface Part {
  readonly text: string;
  /** What may be missing of the word: its end, its beginning. */
  readonly open: 'end' | 'beginning' | 'none';
}
interface Pattern {
  readonly activity: Activity;
  readonly word: string;
  readonly parts: ReadonlyArray<Part>;
  readonly asks: boolean;
}

const ALL: ReadonlyArray<Pattern> = ACTIVITIES.flatMap((activity) => [
  ...activity.words.map((word) => ({ activity, word, parts: partsOf(word), asks: false })),
  ...(activity.asks ?? []).map((word) => ({ activity, word, parts: partsOf(word), asks: true })),
]);

/** By how their first word begins or ends: a visit of the viewers' page reads the offers' whole texts. */
const BY_HEAD: ReadonlyMap<string, ReadonlyArray<Pattern>> = Map.groupBy(
  ALL.filter(({ parts }) => parts[0]?.open !== 'beginning'),
  ({ parts }) => headOf(parts[0]?.text ?? ''),
);
const BY_TAIL: ReadonlyMap<string, ReadonlyArray<Pattern>> = Map.groupBy(
  ALL.filter(({ parts }) => parts[0]?.open === 'beginning'),
  ({ parts }) => tailOf(parts[0]?.text ?? ''),
);

function patternsFor(token: string): ReadonlyArray<Pattern> {
  const byTail = BY_TAIL.get(tailOf(token));
  const byHead = BY_HEAD.get(headOf(token)) ?? [];
  return byTail ? [...byHead, ...byTail] : byHead;
}

function headOf(token: string): string {
  return token.slice(0, 2);
}

function tailOf(token: string): string {
  return token.slice(-3);
}

function partsOf(word: string): Part[] {
  return word.split(' ').map((part) => {
    const open = part.endsWith('*') ? 'end' : part.startsWith('*') ? 'beginning' : 'none';
    return { text: part.replace('*', ''), open };
  });
}

function standsAt(parts: ReadonlyArray<Part>, tokens: ReadonlyArray<string>, at: number): boolean {
  return parts.every(({ text, open }, index) => {
    const token = tokens[at + index] ?? '';
    if (open === 'none') return token === text;
    return open === 'end' ? token.startsWith(text) : token.endsWith(text);
  });
}
