import { foldedText } from '../../../shared/folded-text.ts';
import { holdsLink } from '../../../shared/links.ts';
import type { SpamSign } from '../../../shared/spam-signs.ts';
import { sharedText, type Unanswered } from './floods.ts';

/** So many people do not write the same words within so long by chance; a flood is larger still. */
const SAME_PERSONS = 3;
const SAME_WITHIN_MS = 10 * 60_000;
/** Below this a word in capitals is a greeting. */
const SHOUTED_LETTERS = 20;
const SHOUTED_SHARE = 0.7;
const REPEATED = /(\S)\1{7}/u;
/** Addresses that hide where they lead. */
const SHORTENER =
  /\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|is\.gd|v\.gd|ow\.ly|cutt\.ly|rb\.gy|t\.ly|s\.id|buff\.ly|rebrand\.ly|shorturl\.at|lnkd\.in|linktr\.ee)\//iu;

/** What speaks for spam in the viewer's first words alone, or null. `words`: of the creator, as {@link wordsPattern} makes them. */
export function signOfText(text: string, words: RegExp | null): Exclude<SpamSign, 'same-text'> | null {
  if (SHORTENER.test(text)) return 'shortener';
  if (words?.test(foldedText(text))) return 'word';
  if (holdsLink(text)) return 'link';
  return isShouted(text) ? 'shouting' : null;
}

function isShouted(text: string): boolean {
  if (REPEATED.test(text)) return true;
  const cased = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return cased.length >= SHOUTED_LETTERS && capitals.length >= cased.length * SHOUTED_SHARE;
}

/** The creator's words as one pattern for folded text, each as a whole word; null when there are none. */
export function wordsPattern(words: ReadonlyArray<string>): RegExp | null {
  const parts = words
    .map((word) => foldedText(word).trim())
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return parts.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

/** The words with some added and some taken away, each once, whatever its case and accents, and as it was typed first. */
export function changedWords(
  words: ReadonlyArray<string>,
  change: { readonly add: ReadonlyArray<string>; readonly remove: ReadonlyArray<string> },
): string[] {
  const gone = new Set(change.remove.map(foldedText));
  const kept = new Map<string, string>();
  for (const word of [...words.filter((each) => !gone.has(foldedText(each))), ...change.add]) {
    if (!kept.has(foldedText(word))) kept.set(foldedText(word), word);
  }
  return [...kept.values()];
}

/** Ids of the asks whose text several persons have sent within ten minutes. Who writes twice is one person. */
export function sameTexts(asks: ReadonlyArray<Unanswered>): Set<string> {
  const groups = Map.groupBy(asks, ({ text }) => sharedText(text));
  const found = new Set<string>();
  for (const [text, group] of groups) {
    if (text === null || group.length < SAME_PERSONS) continue;
    const inTime = group.toSorted((a, b) => a.createdAt - b.createdAt);
    let from = 0;
    for (const [at, ask] of inTime.entries()) {
      while ((inTime[from]?.createdAt ?? 0) < ask.createdAt - SAME_WITHIN_MS) from++;
      const near = inTime.slice(Math.max(from, at - MOST_LOOKED_AT), at + 1);
      if (personsOf(near) >= SAME_PERSONS) for (const { id } of near) found.add(id);
    }
  }
  return found;
}

/** Of a flood a part of the window is enough, or it would be gone through for each of thousands. */
const MOST_LOOKED_AT = 20;

function personsOf(asks: ReadonlyArray<Unanswered>): number {
  return new Set(asks.map(({ id, email }) => email?.toLowerCase() ?? id)).size;
}

/** The sign of each ask that has one. `ofText` answers for the text alone: it is the caller's to remember. */
export function spamSigns(
  asks: ReadonlyArray<Unanswered>,
  ofText: (ask: Unanswered) => SpamSign | null,
): Map<string, SpamSign> {
  const same = sameTexts(asks);
  const signs = new Map<string, SpamSign>();
  for (const ask of asks) {
    const sign = same.has(ask.id) ? 'same-text' : ofText(ask);
    if (sign) signs.set(ask.id, sign);
  }
  return signs;
}
