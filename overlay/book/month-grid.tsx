import { useEffect, useRef } from 'preact/hooks';
import { dateFormat } from '../../shared/date-format.ts';
import { localeOf } from '../../shared/time-words.ts';
import { type CalendarDay, noonOf, plusDays, plusMonths, weekOf, weeksOf } from '../parts/calendar-days.ts';
import { type Calendar, chosenDay, firstWeekday, within } from './calendar-state.ts';
import { sayDay } from './times.ts';
import { say, timesTag } from './words.ts';

/** The days of a month as a grid that is walked by arrow keys: one stop of the Tab key, and each day spoken in full. */
export function MonthGrid({ calendar, title }: { calendar: Calendar; title: string }) {
  const { chosen, today, last } = calendar;
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  const firstDay = firstWeekday();
  useEffect(() => {
    // The day that a key led to may be of another month, whose cells are only there now.
    if (byKey.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    byKey.current = false;
  }, [chosen]);
  function walk(event: KeyboardEvent) {
    const wanted = dayByKey(event.key, chosen, firstDay);
    if (wanted === null) return;
    event.preventDefault();
    byKey.current = true;
    chosenDay.value = within(wanted, today, last);
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of days that is walked by keys is ARIA's grid
    <table class="month" role="grid" aria-label={title} ref={grid}>
      <thead>
        <tr>
          {weekOf(chosen, firstDay).map((day) => (
            <th scope="col" key={day} abbr={weekday(day, 'long')}>
              {weekday(day, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(chosen, firstDay).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, place) =>
              day ? <Cell key={day} day={day} calendar={calendar} walk={walk} /> : <td key={`beside-${place}`} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  day: CalendarDay;
  calendar: Calendar;
  walk: (event: KeyboardEvent) => void;
}

function Cell({ day, calendar, walk }: CellProps) {
  const { chosen, today, last, days, isKnown } = calendar;
  const count = days.get(day)?.length ?? 0;
  const reachable = day >= today && day <= last;
  const state = !reachable ? 'out' : count > 0 ? 'free' : isKnown(day) ? 'none' : 'unknown';
  const said = {
    out: say(day < today ? 'calendar.past' : 'calendar.beyond'),
    free: say('calendar.free', { count }),
    none: say('calendar.none'),
    unknown: say('loading'),
  }[state];
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid can be selected
    <td
      class={`cell cell-${state}`}
      data-date={day}
      tabIndex={day === chosen ? 0 : -1}
      aria-selected={day === chosen}
      aria-disabled={!reachable}
      aria-label={`${sayDay(noonOf(day), 'UTC')}, ${said}`}
      {...(day === today ? { 'aria-current': 'date' as const } : {})}
      onKeyDown={walk}
      onClick={() => {
        if (reachable) chosenDay.value = day;
      }}
    >
      <span class="cell-face figures">{Number(day.slice(8))}</span>
    </td>
  );
}

/** Where a key leads from a day; null for the keys that lead nowhere. */
export function dayByKey(key: string, from: CalendarDay, firstDay: number): CalendarDay | null {
  const week = weekOf(from, firstDay);
  switch (key) {
    case 'ArrowLeft':
      return plusDays(from, -1);
    case 'ArrowRight':
      return plusDays(from, 1);
    case 'ArrowUp':
      return plusDays(from, -7);
    case 'ArrowDown':
      return plusDays(from, 7);
    case 'Home':
      return week[0] ?? from;
    case 'End':
      return week[6] ?? from;
    case 'PageUp':
      return plusMonths(from, -1);
    case 'PageDown':
      return plusMonths(from, 1);
    default:
      return null;
  }
}

function weekday(day: CalendarDay, style: 'long' | 'short'): string {
  const language = localeOf(timesTag());
  return dateFormat(language, { weekday: style, timeZone: 'UTC' }).format(new Date(noonOf(day)));
}
