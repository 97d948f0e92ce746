import type { Service } from '../../../shared/booking.ts';
import type { Money } from '../../../shared/money.ts';
import type { Deposit, Place } from '../../../shared/offer-terms.ts';
import { isProduct } from '../../../shared/product-link.ts';
import type { BookingRequest } from './request.ts';

/** What an ask was agreed on, as its viewer may read it now: on the page, in mails and in calendar files. */
export interface Agreed {
  readonly price: Money;
  /** What is still to be paid before. */
  readonly deposit: Deposit | null;
  /** Null: nobody meets for it, it is sold by a link. */
  readonly place: Place | null;
}

type Asked = Pick<BookingRequest, 'state' | 'start' | 'terms' | 'paidAt'>;

/**
 * Price and deposit are those of the time of the ask; the place and where to pay are today's, since links and numbers change.
 * Join link, number to call and payment link are for who is booked.
 */
export function agreedOf(request: Asked, service: Service): Agreed {
  const booked = request.state === 'booked';
  return {
    price: request.terms.price ?? service.price,
    deposit: agreedDeposit(request, service, booked),
    place: placeOf(request, service),
  };
}

function placeOf({ state, start }: Asked, service: Service): Place | null {
  if (start === null && isProduct(service)) return null;
  return state === 'booked' ? service.place : placeBeforehand(service.place);
}

function agreedDeposit({ terms, paidAt }: Asked, service: Service, booked: boolean): Deposit | null {
  if (paidAt !== null) return null;
  const amount = terms.deposit === undefined ? service.deposit?.amount : terms.deposit;
  if (!amount) return null;
  const paymentUrl = booked ? paymentUrlIn(service, terms.region) : undefined;
  return { amount, ...(paymentUrl ? { paymentUrl } : {}) };
}

/** Whether anything is to be paid for it at all; of an ask that did not keep its price nobody knows, and it may. */
export function isPayable({ price, deposit }: BookingRequest['terms']): boolean {
  return price === null || price.minor > 0 || (deposit?.minor ?? 0) > 0;
}

/** Where a viewer of the region pays: by the region's own link, else by the offer's. */
function paymentUrlIn({ deposit, prices }: Service, region: string | null): string | undefined {
  return prices.find((one) => one.region === region)?.paymentUrl ?? deposit?.paymentUrl;
}

/** Where it takes place, without what only who is booked may have. */
export function placeBeforehand(place: Place): Place {
  return place.type === 'on-site' ? place : { type: place.type };
}
