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

/** The price for a viewer of the region. */
export function priceIn(offer: Priced, region: string | null): Money {
  return offer.prices.find((one) => one.region === region)?.price ?? offer.price;
}
