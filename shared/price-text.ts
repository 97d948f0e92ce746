import type { Language } from './languages.ts';
import type { Money } from './money.ts';
import { formatMoney } from './money-text.ts';

/** In no page's catalogue: a reply is in its viewer's language, and a page has loaded the one alone that it is read in. */
const FREE: Readonly<Record<Language, string>> = {
  en: 'free of charge',
  de: 'kostenlos',
  nl: 'gratis',
  nb: 'gratis',
};

/** A price as it stands in a sentence or after a colon: the amount, or that there is nothing to pay. */
export function priceText(price: Money, language: Language): string {
  return price.minor === 0 ? FREE[language] : formatMoney(price, language);
}
