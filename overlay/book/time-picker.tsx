import { ChevronsRight } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { Slot } from '../../shared/booking.ts';
import { dateFormat } from '../../shared/date-format.ts';
import { localeOf } from '../../shared/time-words.ts';
import { Button } from '../parts/button.tsx';
import { chosenDay } from './calendar-state.ts';
import { DayTimes } from './day-times.tsx';
import { byDay, dateIn, dayFor } from './days.ts';
import { sayDay } from './times.ts';
import { say, timesTag } from './words.ts';

interface Props {
  /** At least one, ascending. */
  slots: ReadonlyArray<Slot>;
  zone: string;
  disabled: boolean;
  pick: (start: string) => void;
  /** Asks for the days after these; missing when there are none. */
  later?: (() => void) | undefined;
}

/** A strip of days and, below it, the times of the chosen one, which is the chosen one of week and month too. */
export function TimePicker({ slots, zone, disabled, pick, later }: Props) {
  const days = byDay(slots, zone);
  const day = dayFor(days, chosenDay.value);
  const strip = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // Back from the form or another view, the chosen day may be far along the strip.
    strip.current?.querySelector(':checked')?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [day?.date]);
  if (!day) return null;
  return (
    <div class="stack">
      <fieldset class="days" ref={strip}>
        <legend class="unseen">{say('time.days')}</legend>
        {days.map((one) => (
          <DayChoice
            key={one.date}
            start={one.slots[0]?.start ?? ''}
            zone={zone}
            chosen={one === day}
            choose={() => {
              chosenDay.value = one.date;
            }}
          />
        ))}
      </fieldset>
      {/* Below the strip, not at its end: who tabs there keeps the chosen day in sight. */}
      {later && (
        <div class="days-later">
          <Button look="plain" size="small" icon={ChevronsRight} onClick={later}>
            {say('time.later')}
          </Button>
        </div>
      )}
      <DayTimes slots={day.slots} zone={zone} disabled={disabled} pick={pick} />
    </div>
  );
}

interface DayProps {
  start: string;
  zone: string;
  chosen: boolean;
  choose: () => void;
}

function DayChoice({ start, zone, chosen, choose }: DayProps) {
  const at = new Date(start);
  const part = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(localeOf(timesTag()), { ...options, timeZone: zone }).format(at);
  return (
    <label class="day" data-date={dateIn(start, zone)}>
      <input
        type="radio"
        name="day"
        class="unseen"
        checked={chosen}
        onChange={choose}
        aria-label={sayDay(start, zone)}
      />
      <span class="day-face" aria-hidden="true">
        <span class="day-week">{part({ weekday: 'short' })}</span>
        <span class="day-number figures">{dateFormat('en', { day: 'numeric', timeZone: zone }).format(at)}</span>
        <span class="day-month">{part({ month: 'short' })}</span>
      </span>
    </label>
  );
}
