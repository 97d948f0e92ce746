import type { Booking } from '../../server/app/booking.ts';
import type { BookingParts } from '../../server/app/booking-parts.ts';
import { ensureCreator } from '../../server/store/offers.ts';
import type { Store } from '../../server/store/store.ts';
import { bookingOn, type SetClock, startClock } from '../app/booking-given.ts';

/** Two programs' ways to one database; on the embedded store both are the same connection. */
export interface OpenedStores {
  readonly stores: readonly [Store, Store];
  close(): Promise<void>;
}

/** One creator's booking in two programs on one database, by one clock. */
export interface TwoPrograms {
  readonly opened: OpenedStores;
  readonly clock: SetClock;
  readonly booking: Booking;
  readonly elsewhere: Booking;
}

/** What most contracts begin with. `more`: parts that both programs have beside, made once. */
export async function twoPrograms(
  open: () => Promise<OpenedStores>,
  more: (store: Store, clock: SetClock) => Partial<BookingParts> | Promise<Partial<BookingParts>> = () => ({}),
): Promise<TwoPrograms> {
  const opened = await open();
  const clock = startClock();
  const [one, other] = opened.stores;
  await one.transaction((tx) => ensureCreator(tx, 'local', clock.now));
  const parts = await more(one, clock);
  const on = (store: Store) => bookingOn(store, clock, 'local', undefined, parts);
  return { opened, clock, booking: on(one), elsewhere: on(other) };
}
