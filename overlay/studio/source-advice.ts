import type { studio } from '../../shared/locales/en/studio.ts';

type Word = keyof (typeof studio)['source']['why'];

/** The words of a source's `why` that the page has a sentence for: what happened, and what to do. */
const ADVICE = [
  'offline',
  'not-live',
  'rate-limited',
  'blocked',
  'unknown-handle',
  'age-restricted',
  'sign-server-down',
  'needs-premium',
  'ended',
  'quiet',
  'connection-lost',
  'not-reachable',
  'no-network',
  'no-file',
] as const satisfies ReadonlyArray<Word>;

/** Null for a word that came with a newer source: the server's own sentence is shown then. */
export function adviceFor(why: string | undefined): Word | null {
  return ADVICE.find((word) => word === why) ?? null;
}
