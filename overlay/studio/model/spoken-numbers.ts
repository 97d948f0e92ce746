import { tongue } from './words.ts';

/** One that is being typed and is none yet (NaN) is left open. */
export function number(value: number): string {
  if (Number.isNaN(value)) return '…';
  return new Intl.NumberFormat(tongue()).format(value);
}

/** A number for a text with a plural: `count` chooses the form, `number` is what is read. */
export function counted(value: number): { readonly count: number; readonly number: string } {
  return { count: value, number: number(value) };
}

export function listed(parts: ReadonlyArray<string>, type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(tongue(), { type }).format(parts);
}
