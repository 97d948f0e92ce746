import { useEffect } from 'preact/hooks';
import { capital } from '../../shared/capital.ts';
import { localeOf } from '../../shared/time-words.ts';
import { firstOfMonth, lastOfMonth, millisOf, monthOf, noonOf, plusDays, plusMonths } from '../parts/calendar-days.ts';
import { type Calendar, calendarOf, chosenDay, within } from './calendar-state.ts';
import { type CalendarProps, DayTimes } from './day-times.tsx';
import { Fetching } from './fetching.tsx';
import { MonthGrid } from './month-grid.tsx';
import { NextFree } from './next-free.tsx';
import { Pager } from './pager.tsx';
import { sayDayWithin } from './times.ts';
import { say, timesTag } from './words.ts';

const DAY_MILLIS = 86_400_000;

/** A month as a grid of days, and the times of the chosen one below it. Months beyond the horizon cannot be reached. */
export function MonthView({ times, known, ...rest }: CalendarProps) {
  const calendar = calendarOf(times.list.horizon(), known, rest.zone);
  const { chosen, today, last } = calendar;
  const end = lastOfMonth(chosen);
  // A day more, for zones whose month ends after that of UTC.
  const fetchMonth = () => void times.list.until(millisOf(plusDays(end, 1)) + DAY_MILLIS);
  useEffect(fetchMonth, [times.of, end]);
  const turn = (months: number) => {
    chosenDay.value = within(plusMonths(firstOfMonth(chosen), months), today, last);
  };
  return (
    <section class="stack gap-3" aria-label={say('calendar.month')}>
      <Pager
        title={monthName(chosen)}
        back={{ label: say('calendar.previousMonth'), can: monthOf(chosen) > monthOf(today), go: () => turn(-1) }}
        on={{ label: say('calendar.nextMonth'), can: monthOf(chosen) < monthOf(last), go: () => turn(1) }}
      />
      <MonthGrid calendar={calendar} title={monthName(chosen)} />
      <Below calendar={calendar} again={fetchMonth} times={times} known={known} {...rest} />
    </section>
  );
}

function Below({ calendar, known, again, ...rest }: CalendarProps & { calendar: Calendar; again: () => void }) {
  const { chosen, days, today, last, isKnown } = calendar;
  const slots = days.get(chosen);
  if (slots) return <DayTimes slots={slots} {...rest} />;
  const end = within(lastOfMonth(chosen), today, last);
  if (!isKnown(chosen)) return <Fetching known={known} again={again} />;
  const month = [...days.keys()].some((day) => monthOf(day) === monthOf(chosen));
  const title =
    month || !isKnown(end)
      ? say('calendar.emptyDay', { day: sayDayWithin(noonOf(chosen), 'UTC') })
      : say('calendar.emptyMonth', { month: monthName(chosen) });
  return <NextFree title={title} after={month ? chosen : end} known={known} {...rest} />;
}

/** "November 2026". */
function monthName(day: string): string {
  const text = new Intl.DateTimeFormat(localeOf(timesTag()), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(noonOf(day)));
  return capital(text);
}
