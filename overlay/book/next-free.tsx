import { useEffect } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import type { CalendarDay } from '../parts/calendar-days.ts';
import { chosenDay } from './calendar-state.ts';
import type { CalendarProps } from './day-times.tsx';
import { dateIn } from './days.ts';
import { canLoadLater, loadLater } from './offers-state.ts';
import { sayWhen } from './times.ts';
import { say } from './words.ts';

type Props = Pick<CalendarProps, 'handle' | 'service' | 'known' | 'zone'> & {
  /** What has nothing free. */
  title: string;
  /** The last day of it. */
  after: CalendarDay;
};

/** Nothing free here: said, with the next free time as a way on. It is looked for as far as can be booked. */
export function NextFree({ handle, service, known, zone, title, after }: Props) {
  const next = known.slots.find((slot) => dateIn(slot.start, zone) > after) ?? null;
  const further = next === null && known.trouble === null && canLoadLater(service, known);
  useEffect(() => {
    if (further) void loadLater(handle, service);
  }, [further, known.until, handle, service]);
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
