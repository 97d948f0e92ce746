import type { Service } from '../../../shared/booking.ts';
import type { Money } from '../../../shared/money.ts';
import { readAmount } from './fields.ts';
import type { PriceFields, ServiceFields } from './service-fields.ts';
import { completeLink } from './typed-link.ts';

/** Where it takes place, with what belongs to that place alone. */
export function placeOf({ place, joinUrl, area, phone }: ServiceFields): Service['place'] {
  const given = (text: string) => text.trim();
  switch (place) {
    case 'video':
      return { type: place, ...(given(joinUrl) ? { joinUrl: completeLink(joinUrl) } : {}) };
    case 'phone':
      return { type: place, ...(given(phone) ? { phone: given(phone) } : {}) };
    case 'on-site':
      return { type: place, area: given(area) };
    case 'chat':
      return { type: place };
  }
}

/** Null where an amount is missing or cannot be read, or the deposit is more than the price. */
export function regionPriceOf(
  { region, price, deposit, currency, paymentUrl }: PriceFields,
  { asksDeposit }: ServiceFields,
): Service['prices'][number] | null {
  const amount = readAmount(price, currency);
  if (!amount || !asksDeposit) return amount && { region, price: amount };
  const own = { region, price: amount, ...linkOf(paymentUrl) };
  if (deposit.trim() === '') return own;
  const before = readAmount(deposit, currency);
  return before && before.minor <= amount.minor ? { ...own, deposit: before } : null;
}

/** Something, and not more than the price where the two can be compared. */
export function isDeposit(fields: ServiceFields, price: Money | null): boolean {
  const amount = readAmount(fields.deposit, fields.depositCurrency ?? fields.currency);
  if (!amount || amount.minor === 0) return false;
  return price?.currency !== amount.currency || amount.minor <= price.minor;
}

export function depositOf({
  asksDeposit,
  deposit,
  currency,
  depositCurrency,
  paymentUrl,
}: ServiceFields): Service['deposit'] {
  const amount = asksDeposit ? readAmount(deposit, depositCurrency ?? currency) : null;
  if (!amount) return null;
  return { amount, ...linkOf(paymentUrl) };
}

function linkOf(typed: string): { paymentUrl?: string } {
  const paymentUrl = completeLink(typed);
  return paymentUrl ? { paymentUrl } : {};
}
