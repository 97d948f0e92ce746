import { useFresh } from '../parts/fresh.ts';
import { timeView } from './calendar-state.ts';
import type { CalendarProps } from './day-times.tsx';
import { MonthView } from './month-view.tsx';
import { TimePicker } from './time-picker.tsx';
import { canLoadLater } from './times-list.ts';
import { WeekView } from './week-view.tsx';

/** Free times by days, week or month, kept up with what others take and give back. At least one is known. */
export function TimesViews(props: CalendarProps) {
  const { times, known, ...pick } = props;
  useFresh(() => void times.list.refresh());
  if (timeView.value === 'month') return <MonthView {...props} />;
  if (timeView.value === 'week') return <WeekView {...props} />;
  const later = canLoadLater(times.list, known) ? () => void times.list.later() : undefined;
  return <TimePicker slots={known.slots} later={later} {...pick} />;
}
