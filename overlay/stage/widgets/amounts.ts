import type { Money } from '../../../shared/money.ts';
import { formatMoney } from '../../../shared/money-text.ts';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { Air } from './air.ts';

/** A price as it is said on air: the fewest signs. */
export function priceOf(price: Money, air: Air): string {
  return price.minor === 0 ? air.say('free') : roundMoney(price, air.language);
}

/** A count as the language groups its digits: "12,345", "12.345", "12 345". */
export function countOf(count: number, language: string): string {
  return new Intl.NumberFormat(language).format(count);
}

/** An amount of a goal as it is said, with its unit where that is not plain from the title. */
export function amountOf({ measure, currency }: WidgetOf<'goal'>, amount: number, language: string): string {
  return measure === 'money' ? roundMoney({ minor: amount, currency }, language) : countOf(amount, language);
}

/** Money without its cents while there are none. */
function roundMoney({ minor, currency }: Money, language: string): string {
  const digits = new Intl.NumberFormat(language, { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits;
  const whole = minor / 10 ** (digits ?? 2);
  if (!Number.isInteger(whole)) return formatMoney({ minor, currency }, language);
  return new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(whole);
}
