import type { FloodShare } from '../../../shared/floods.ts';
import type { EpochMillis } from '../../../shared/time.ts';

/** An ask that nobody has looked at, by what it may share with others. */
export interface Unanswered {
  readonly id: string;
  /** The viewer's first words; empty for a time alone. */
  readonly text: string;
  readonly email: string | null;
  readonly createdAt: EpochMillis;
}

/** Asks that share something which people who do not know of each other do not share. `since` and `until`: of the asks. */
export interface Flood {
  readonly by: FloodShare;
  /** What is shared: the text as it came first, the domain, or the minute as epoch milliseconds. */
  readonly value: string;
  readonly requests: ReadonlyArray<string>;
  readonly since: EpochMillis;
  readonly until: EpochMillis;
}

/**
 * So many at once no show brings by chance. A spoken code may well bring fifty people within its minute, who leave no
 * address and share nothing else.
 */
const LEAST: Readonly<Record<FloodShare, number>> = { text: 20, domain: 20, minute: 100 };
const MINUTE_MS = 60_000;
/** Where everybody has an address: sharing it says nothing. */
const EVERYBODYS = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com proton.me ' +
    'protonmail.com gmx.de gmx.net web.de t-online.de freenet.de mailbox.org posteo.de outlook.de hotmail.de yahoo.de ' +
    'ziggo.nl kpnmail.nl xs4all.nl hotmail.nl live.nl online.no hotmail.no live.no yahoo.no aol.com'
  ).split(' '),
);

/**
 * Groups what floods the queue: first by the same text, then by a domain that is not everybody's, then what came in the
 * same minute without a contact. Who shares nothing is in no group, whatever comes at the same time. The largest first.
 */
export function floodsOf(asks: ReadonlyArray<Unanswered>): Flood[] {
  const floods: Flood[] = [];
  let left = asks;
  for (const [by, keyOf] of SHARES) {
    const groups = new Map<string, Unanswered[]>();
    for (const ask of left) {
      const key = keyOf(ask);
      if (key === null) continue;
      const group = groups.get(key);
      if (group) group.push(ask);
      else groups.set(key, [ask]);
    }
    const large = [...groups].filter(([, group]) => group.length >= LEAST[by]);
    floods.push(...large.map(([key, group]) => floodOf(by, by === 'text' ? (group[0]?.text ?? key) : key, group)));
    const taken = new Set(large.flatMap(([, group]) => group.map(({ id }) => id)));
    left = left.filter(({ id }) => !taken.has(id));
  }
  return floods.sort((a, b) => b.requests.length - a.requests.length);
}

const SHARES: ReadonlyArray<readonly [FloodShare, (ask: Unanswered) => string | null]> = [
  ['text', ({ text }) => sharedText(text)],
  ['domain', ({ email }) => domainOf(email)],
  ['minute', ({ email, createdAt }) => (email === null ? String(createdAt - (createdAt % MINUTE_MS)) : null)],
];

/** A text as copies of it share it: numbers and signs are what a script changes first. Null for a text that says too little to be the same by copying. */
export function sharedText(text: string): string | null {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return letters.length >= 12 ? letters : null;
}

function domainOf(email: string | null): string | null {
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase() ?? '';
  return domain === '' || EVERYBODYS.has(domain) ? null : domain;
}

function floodOf(by: FloodShare, value: string, group: ReadonlyArray<Unanswered>): Flood {
  let [since, until] = [Number.POSITIVE_INFINITY, 0];
  for (const { createdAt } of group) {
    since = Math.min(since, createdAt);
    until = Math.max(until, createdAt);
  }
  return { by, value, requests: group.map(({ id }) => id), since, until };
}
