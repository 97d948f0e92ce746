import type { Money } from './money.ts';

/*
 * Apart from the schemas of an offer (offer-terms.ts), because importing those brings zod along, 23 kB that the viewers'
 * page cannot spare.
 */

/** What prices of an offer are: its own, and those of some regions. */
export interface Priced {
  readonly price: Money;
  readonly prices: ReadonlyArray<{ readonly region: string; readonly price: Money }>;
}

/** Whether a viewer of the region may book: an offer that names none is for all. */
export function isOpenTo({ regions }: { readonly regions: ReadonlyArray<string> }, region: string | null): boolean {
  return regions.length === 0 || (region !== null && regions.includes(region));
}

/** What deposits of an offer are: its own, and those of some regions. */
export interface Deposited {
  readonly deposit: { readonly amount: Money } | null;
  readonly prices: ReadonlyArray<{ readonly region: string; readonly deposit?: Money | undefined }>;
}

/** The deposit of a viewer of the region: the region's own where it has one, else the offer's. Null: none is due. */
export function depositIn({ deposit, prices }: Deposited, region: string | null): Money | null {
  if (deposit === null) return null;
  const amount = prices.find((one) => one.region === region)?.deposit ?? deposit.amount;
  return amount.minor === 0 ? null : amount;
}

/** The price for a viewer of the region. */
export function priceIn(offer: Priced, region: string | null): Money {
  return offer.prices.find((one) => one.region === region)?.price ?? offer.price;
}
