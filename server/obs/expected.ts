import type { EpochMillis } from '../../shared/time.ts';

/** A stinger may run 20 s, and its event comes only at its end. */
export const EXPECTED_FOR_MS = 30_000;

/** A program change that OBS will report, written down before the request is sent: events overtake answers. */
export interface ExpectedChange {
  readonly scene: string;
  readonly at: EpochMillis;
}
export type Expected = ReadonlyArray<ExpectedChange>;

export function expectChange(expected: Expected, scene: string, now: EpochMillis): Expected {
  return [...expected.filter((change) => now - change.at < EXPECTED_FOR_MS), { scene, at: now }];
}

/** Takes back the newest expectation of that scene: its request was refused. */
export function withdrawChange(expected: Expected, scene: string): Expected {
  const at = expected.findLastIndex((change) => change.scene === scene);
  return at < 0 ? expected : expected.toSpliced(at, 1);
}

/**
 * Whether a reported change was expected. Several switches in a row give one event, for the last: what was expected
 * before it is settled with it. An unexpected one is a human's, who overrules all that was under way.
 */
export function settleChange(
  expected: Expected,
  scene: string,
  now: EpochMillis,
): { readonly expected: Expected; readonly ours: boolean } {
  const fresh = expected.filter((change) => now - change.at < EXPECTED_FOR_MS);
  const at = fresh.findIndex((change) => change.scene === scene);
  return at < 0 ? { expected: [], ours: false } : { expected: fresh.slice(at + 1), ours: true };
}
