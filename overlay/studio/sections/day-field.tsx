import { useId, useState } from 'preact/hooks';
import { type CalendarDay, monthOf } from '../../parts/calendar-days.ts';
import { dayChoices, monthChoices, movedTo } from '../model/day-choice.ts';
import { say, tongue } from '../model/words.ts';

interface Props {
  label: string;
  hint?: string;
  error?: string | null;
  /** The first day that can be chosen. */
  first: CalendarDay;
  /** Empty while none is chosen. */
  value: CalendarDay | '';
  onDay: (day: CalendarDay | '') => void;
}

/** A day, chosen by month and number. */
export function DayField({ label, hint, error, first, value, onDay }: Props) {
  const id = useId();
  const [shown, setShown] = useState(monthOf(first));
  // What was chosen says the month; until then it is the one that was looked for, as far as it is still ahead.
  const month = value === '' ? (shown < monthOf(first) ? monthOf(first) : shown) : monthOf(value);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const wiring = {
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
  };
  function toMonth(next: string): void {
    setShown(next);
    if (value !== '') onDay(movedTo(value, next, first));
  }
  return (
    <fieldset class="field day-field">
      <legend class="field-label">{label}</legend>
      <div class="two-times">
        <select
          class="control"
          aria-label={say('availability.month')}
          value={month}
          onChange={(event) => toMonth(event.currentTarget.value)}
        >
          {monthChoices(first, tongue()).map((one) => (
            <option key={one.value} value={one.value}>
              {one.name}
            </option>
          ))}
        </select>
        <select
          class="control"
          aria-label={say('availability.day')}
          value={value}
          {...wiring}
          onChange={(event) => onDay(event.currentTarget.value)}
        >
          <option value="">–</option>
          {dayChoices(month, first, tongue()).map((one) => (
            <option key={one.value} value={one.value}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
