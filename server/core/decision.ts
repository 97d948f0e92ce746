import type { Issue } from '../../shared/rejections.ts';

/** A refusal: a value, not a fault. `why` is the stable word that reaches the person. */
export interface Refusal {
  readonly refused: true;
  readonly why: string;
  readonly issues?: ReadonlyArray<Issue>;
  readonly nearest?: ReadonlyArray<string>;
}

export function refuse(why: string, more: Pick<Refusal, 'issues' | 'nearest'> = {}): Refusal {
  return { refused: true, why, ...more };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
