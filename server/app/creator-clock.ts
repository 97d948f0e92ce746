import type { EpochMillis } from '../../shared/time.ts';
import { minuteOfDay } from '../core/booking/hours.ts';
import type { Booking } from './booking.ts';
import { createDoor } from './door.ts';

/** The creator's own clock: in the zone of the bio, where one is published, else of this machine. */
export async function openCreatorClock(deps: {
  booking: Pick<Booking, 'offers' | 'onChange'>;
  onFault: (error: unknown) => void;
}) {
  const { booking, onFault } = deps;
  let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  async function read(): Promise<void> {
    zone = (await booking.offers.published())?.zone ?? zone;
  }
  await read();
  // One after the other: a look that was begun before a change must not end after the one for it.
  const door = createDoor();
  booking.onChange(() => void door.run(read).catch(onFault));
  return { minuteAt: (at: EpochMillis): number => minuteOfDay(at, zone) };
}
