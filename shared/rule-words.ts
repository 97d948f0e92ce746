import { formatMoney } from './money-text.ts';
import { fillSlots } from './reply-template.ts';

/*
 * The words of scene rules: text with `{variable}` or `{variable|words in its place}`, as in prepared replies. Without
 * zod, since the studio shows what can be filled in.
 */

/** What can be filled in. `amount`: of a tip, in its own currency. */
export const RULE_VARIABLES = ['name', 'gift', 'count', 'diamonds', 'amount'] as const;
type RuleVariable = (typeof RULE_VARIABLES)[number];

/**
 * What of the thing that fired a rule its words may name: the viewer, the gift with its taps and worth, the tip. All of
 * it may be missing: a goal is nobody's.
 */
export interface Occasion {
  readonly name?: string;
  readonly gift?: string;
  readonly count?: number;
  readonly diamonds?: number;
  readonly amount?: { readonly minor: number; readonly currency: string };
}

/**
 * The words with what is there filled in and else the words in its place. A value is put in once and never
 * read again, so that no viewer's name can name a variable. Braces around anything else stay as they were typed.
 */
export function fillRuleWords(text: string, occasion: Occasion, language: string): string {
  const { name, gift, count, diamonds, amount } = occasion;
  const number = (value: number | undefined) =>
    value === undefined ? '' : new Intl.NumberFormat(language).format(value);
  const values: Readonly<Record<RuleVariable, string>> = {
    name: name ?? '',
    gift: gift ?? '',
    count: number(count),
    diamonds: number(diamonds),
    amount: amount ? formatMoney(amount, language) : '',
  };
  let isShort = false;
  const filled = fillSlots(text, (variable, fallback, slot) => {
    if (!isVariable(variable)) return slot;
    const value = values[variable] || fallback;
    isShort ||= value === '';
    return value;
  });
  // What had nothing to stand for leaves its space behind.
  return isShort ? filled.replace(/ {2,}/g, ' ').trim() : filled;
}

function isVariable(word: string): word is RuleVariable {
  return RULE_VARIABLES.some((one) => one === word);
}
