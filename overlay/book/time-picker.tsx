import { useState } from 'preact/hooks';
import type { Slot } from '../../shared/booking.ts';
import { DayTimes } from './day-times.tsx';
import { byDay, dateIn } from './days.ts';
import { sayDay } from './times.ts';
import { say, spoken } from './words.ts';

interface Props {
  /** At least one, ascending. */
  slots: ReadonlyArray<Slot>;
  zone: string;
  disabled: boolean;
  pick: (start: string) => void;
  /** Asks for the days after these; missing when there are none. */
  later?: (() => void) | undefined;
}

/** A strip of days and, below it, the times of the chosen one. */
export function TimePicker({ slots, zone, disabled, pick, later }: Props) {
  const days = byDay(slots, zone);
  const [wanted, setWanted] = useState<string | null>(null);
  const day = days.find((one) => one.date === wanted) ?? days[0];
  if (!day) return null;
  return (
    <div class="stack">
      <fieldset class="days">
        <legend class="unseen">{say('time.days')}</legend>
        {days.map((one) => (
          <DayChoice
            key={one.date}
            start={one.slots[0]?.start ?? ''}
            zone={zone}
            chosen={one === day}
            choose={() => setWanted(one.date)}
          />
        ))}
        {later && (
          <button type="button" class="day day-later" onClick={later}>
            {say('time.later')}
          </button>
        )}
      </fieldset>
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
    new Intl.DateTimeFormat(spoken() === 'en' ? 'en-GB' : spoken(), { ...options, timeZone: zone }).format(at);
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
        <span class="day-number figures">{at.toLocaleDateString('en', { day: 'numeric', timeZone: zone })}</span>
        <span class="day-month">{part({ month: 'short' })}</span>
      </span>
    </label>
  );
}
