import type { Slot } from '../../shared/booking.ts';
import { clocks } from './days.ts';
import type { Free } from './free-times.ts';
import { sayDay, sayDayWithin } from './times.ts';
import type { CalendarTimes } from './times-list.ts';
import { say, timesTag } from './words.ts';

export interface PickProps {
  zone: string;
  disabled: boolean;
  pick: (start: string) => void;
}

/** What the views by week and month are given. */
export interface CalendarProps extends PickProps {
  times: CalendarTimes;
  known: Free;
}

/** The times of one day under its name, as buttons. */
export function DayTimes({ slots, ...rest }: PickProps & { slots: ReadonlyArray<Slot> }) {
  const [first] = slots;
  if (!first) return null;
  return (
    <>
      <h2 class="day-title">{sayDay(first.start, rest.zone)}</h2>
      <TimeList slots={slots} day={sayDayWithin(first.start, rest.zone)} {...rest} />
    </>
  );
}

/** Spoken with the day, since a button that is reached alone would be a clock without one. */
export function TimeList({
  slots,
  day,
  zone,
  disabled,
  pick,
}: PickProps & { slots: ReadonlyArray<Slot>; day: string }) {
  const times = clocks(slots, zone, timesTag());
  return (
    <ul class="times figures" aria-label={say('time.slots', { day })}>
      {slots.map((slot, place) => (
        <li key={slot.start}>
          <button type="button" class="time" disabled={disabled} onClick={() => pick(slot.start)}>
            {times[place]}
            {slot.seats > 1 && <span class="time-seats">{say('time.seats', { count: slot.seats })}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
