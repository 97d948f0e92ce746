import type { studio } from '../../../shared/locales/en/studio.ts';

type Word = keyof (typeof studio)['source']['why'];

/** The words of a source's `why` that the page has a sentence for: what happened, and what to do. */
const ADVICE = [
  'live',
  'connecting',
  'offline',
  'stream-ended',
  'rate-limited',
  'blocked',
  'handle-wrong',
  'age-restricted',
  'sign-server-down',
  'sign-key-refused',
  'premium-feature',
  'quiet',
  'dropped',
  'kicked',
  'no-answer',
  'failed-to-connect',
  'no-network',
  'not-reachable',
  'demo',
  'replaying',
  'played',
  'not-kept',
  'beside-live',
  'overtaken',
  'stopped',
  'fault',
] as const satisfies ReadonlyArray<Word>;

/** Null for a word that came with a newer source: the server's own sentence is shown then. */
export function adviceFor(why: string | undefined): Word | null {
  return ADVICE.find((word) => word === why) ?? null;
}

/** The SPEC that starts a source anew, by its id; null for a recording, whose file only the command line knows. */
export function specOf(id: string): string | null {
  const [, kind, rest] = /^([a-z]+):?(.*)$/.exec(id) ?? [];
  if (kind === 'tiktok' || kind === 'demo') return id;
  return kind === 'tikfinity' || kind === 'indofinity' ? `${kind}:ws://${rest}/` : null;
}
