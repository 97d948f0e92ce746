import type { Money } from '../../../shared/money.ts';

/* What a person types into a field, read without guessing, and the same written back. */

/** Digits after the point of a currency (EUR 2, JPY 0); 2 for a code that Intl does not know yet. */
function digitsOf(currency: string): number {
  try {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return options.maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** "45", "45.5", "45,50" as an amount; null when it is not one, or finer than the currency goes. */
export function readAmount(text: string, currency: string): Money | null {
  const match = /^(\d{1,10})(?:[.,](\d*))?$/.exec(text.trim());
  if (!match || !/^[A-Z]{3}$/.test(currency)) return null;
  const digits = digitsOf(currency);
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return null;
  return { minor: Number(match[1] + fraction.padEnd(digits, '0')), currency };
}

/** The amount as it is typed in the language: "45", "45.50", "45,50". */
export function writeAmount(money: Money, language: string): string {
  const digits = digitsOf(money.currency);
  const least = money.minor % 10 ** digits === 0 ? 0 : digits;
  const format = new Intl.NumberFormat(language, {
    useGrouping: false,
    minimumFractionDigits: least,
    maximumFractionDigits: digits,
  });
  return format.format(money.minor / 10 ** digits);
}

/** "cooking,  baking ," as two words; each once. */
export function readList(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

/** A title as a short name of an address: small letters, digits and dashes; umlauts and accents by their letters. */
export function slugOf(title: string): string {
  const spelled = title
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return spelled
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

/** A handle as somebody pastes it: `@Name`, or the address of the profile or of the live. */
export function readHandle(text: string): string {
  const path = /tiktok\.com\/@?([^/?#\s]+)/i.exec(text)?.[1];
  return (path ?? text).trim().replace(/^@/, '').toLowerCase();
}
