import { useEffect } from 'preact/hooks';
import { capital } from '../../shared/capital.ts';
import { localeOf } from '../../shared/time-words.ts';
import { type CalendarDay, millisOf, noonOf, plusDays, weekOf } from '../parts/calendar-days.ts';
import { type Calendar, calendarOf, chosenDay, firstWeekday, within } from './calendar-state.ts';
import type { CalendarProps } from './day-times.tsx';
import { TimeList } from './day-times.tsx';
import { Fetching } from './fetching.tsx';
import { NextFree } from './next-free.tsx';
import { Pager } from './pager.tsx';
import { sayDay, sayDayWithin } from './times.ts';
import { say, timesTag } from './words.ts';

const DAY_MILLIS = 86_400_000;

/** The seven days of a week with all their times; arrow keys walk between them, Page Up and Page Down between weeks. */
export function WeekView({ times, known, ...rest }: CalendarProps) {
  const calendar = calendarOf(times.list.horizon(), known, rest.zone);
  const { chosen, today, last, isKnown } = calendar;
  const week = weekOf(chosen, firstWeekday());
  const [monday = chosen] = week;
  const sunday = week[6] ?? chosen;
  // A day more, for zones whose day ends after that of UTC.
  const fetchWeek = () => void times.list.until(millisOf(plusDays(sunday, 1)) + DAY_MILLIS);
  useEffect(fetchWeek, [times.of, sunday]);
  const can = { back: monday > today, on: sunday < last };
  const turn = (back: boolean) => {
    if (can[back ? 'back' : 'on']) chosenDay.value = within(plusDays(monday, back ? -7 : 7), today, last);
  };
  const shown = week.filter((day) => day >= today && day <= last);
  const known7 = shown.every(isKnown);
  return (
    // The keys are a short way beside the buttons, each of which is reached by Tab.
    <section class="stack gap-3" aria-label={say('calendar.week')} onKeyDown={(event) => walk(event, turn)}>
      <Pager
        title={weekName(monday, sunday)}
        back={{ label: say('calendar.previousWeek'), can: can.back, go: () => turn(true) }}
        on={{ label: say('calendar.nextWeek'), can: can.on, go: () => turn(false) }}
      />
      {known7 ? (
        <Week shown={shown} after={sunday} calendar={calendar} times={times} known={known} {...rest} />
      ) : (
        <Fetching known={known} again={fetchWeek} />
      )}
    </section>
  );
}

/** The days with their times, or the way to the next that has any. */
function Week({ shown, after, calendar, ...rest }: CalendarProps & WeekProps) {
  const { days } = calendar;
  if (shown.every((day) => !days.has(day)))
    return <NextFree title={say('calendar.emptyWeek')} after={after} {...rest} />;
  return (
    <div class="week">
      {shown.map((day) => (
        <section class="week-day" key={day} data-date={day}>
          <h3 class="week-name">{sayDay(noonOf(day), 'UTC')}</h3>
          {days.has(day) ? (
            <TimeList slots={days.get(day) ?? []} day={sayDayWithin(noonOf(day), 'UTC')} {...rest} />
          ) : (
            <p class="quiet small">{capital(say('calendar.none'))}</p>
          )}
        </section>
      ))}
    </div>
  );
}

interface WeekProps {
  shown: ReadonlyArray<CalendarDay>;
  after: CalendarDay;
  calendar: Calendar;
}

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }, turn: (back: boolean) => void): void {
  if (event.key === 'PageUp' || event.key === 'PageDown') {
    event.preventDefault();
    turn(event.key === 'PageUp');
    return;
  }
  const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
  if (step === undefined || !(event.target instanceof Element) || !event.target.matches('.time')) return;
  event.preventDefault();
  const times = [...event.currentTarget.querySelectorAll<HTMLElement>('.time')];
  times[times.indexOf(event.target as HTMLElement) + step]?.focus();
}

/** "23–29 November 2026". */
function weekName(first: CalendarDay, last: CalendarDay): string {
  const format = new Intl.DateTimeFormat(localeOf(timesTag()), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(noonOf(first)), new Date(noonOf(last)));
}
