import type { EpochMillis } from '../../../shared/time.ts';

/** A half-open stretch of time: `to` is not in it. */
export interface Span {
  readonly from: EpochMillis;
  readonly to: EpochMillis;
}

/** The same time in as few spans as can be, ascending, none touching another, or none nearer to it than `gap`. */
export function joined(spans: ReadonlyArray<Span>, gap = 0): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (!last || span.from > last.to + gap) whole.push({ from: span.from, to: span.to });
    else if (span.to > last.to) whole[whole.length - 1] = { from: last.from, to: span.to };
  }
  return whole;
}
