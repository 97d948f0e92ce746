import { X } from 'lucide';
import { useState } from 'preact/hooks';
import type { Availability } from '../../../shared/booking.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { dayName } from '../../parts/time-words.ts';
import type { Draft } from '../model/draft.ts';
import { now } from '../model/state.ts';
import { addDayOff, removeDayOff } from '../model/week.ts';
import { say, tongue } from '../model/words.ts';

/** Single days without any time, whatever the week says. */
export function DaysOff({ draft }: { draft: Draft<Availability> }) {
  const [date, setDate] = useState('');
  const today = now.value.slice(0, 10);
  const days = draft.value.value.exceptions.filter((exception) => exception.date >= today);
  function add(event: SubmitEvent): void {
    event.preventDefault();
    if (date === '') return;
    draft.edit(addDayOff(draft.value.peek(), date));
    setDate('');
  }
  return (
    <section class="card stack" aria-label={say('hours.off')}>
      <div>
        <h3>{say('hours.off')}</h3>
        <p class="quiet small">{say('hours.offHint')}</p>
      </div>
      <ul class="stack gap-2">
        {days.map((day) => (
          <li key={day.date} class="apart day-off">
            <span>{dayName(`${day.date}T12:00:00Z`, 'UTC', tongue())}</span>
            <IconButton
              size="small"
              icon={X}
              label={`${day.date}: ${say('hours.offRemove')}`}
              onClick={() => draft.edit(removeDayOff(draft.value.peek(), day.date))}
            />
          </li>
        ))}
      </ul>
      <form class="stack gap-3" onSubmit={add}>
        <TextField
          label={say('hours.offAdd')}
          type="date"
          min={today}
          value={date}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
        <div>
          <Button size="small" type="submit" disabled={date === ''}>
            {say('hours.offAdd')}
          </Button>
        </div>
      </form>
    </section>
  );
}
