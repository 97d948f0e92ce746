import { tellRule } from './rule-words.ts';
import { number } from './spoken-numbers.ts';

/** What a number may be, ends included. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** A number as it was typed, with a point or a comma; NaN where it is none. It stays as it was typed, whatever its bounds. */
export function readNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
}

/** What is wrong with the number, with its bounds, in the page's words; null while it is inside them. */
export function boundsFault(value: number, { least, most, whole }: Bounds): string | null {
  const isRight = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (isRight) return null;
  return tellRule(whole ? 'bad.whole' : 'bad.range', { least: number(least), most: number(most) });
}
