import { useEffect } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import type { CalendarDay } from '../parts/calendar-days.ts';
import { chosenDay } from './calendar-state.ts';
import type { CalendarProps } from './day-times.tsx';
import { dateIn } from './days.ts';
import { sayWhen } from './times.ts';
import { canLoadLater } from './times-list.ts';
import { say } from './words.ts';

type Props = Pick<CalendarProps, 'times' | 'known' | 'zone'> & {
  /** What has nothing free. */
  title: string;
  /** The last day of it. */
  after: CalendarDay;
};

/** Nothing free here: said, with the next free time as a way on. It is looked for as far as can be booked. */
export function NextFree({ times, known, zone, title, after }: Props) {
  const next = known.slots.find((slot) => dateIn(slot.start, zone) > after) ?? null;
  const further = next === null && known.trouble === null && canLoadLater(times.list, known);
  useEffect(() => {
    if (further) void times.list.later();
  }, [further, known.until, times.of]);
  const [first] = known.slots;
  const way = next ?? (further ? null : first);
  return (
    <div class="nothing-here" role="status">
      <p>{title}</p>
      {way && (
        <Button
          onClick={() => {
            chosenDay.value = dateIn(way.start, zone);
          }}
        >
          {say('calendar.next', { time: sayWhen(way.start, zone) })}
        </Button>
      )}
    </div>
  );
}
