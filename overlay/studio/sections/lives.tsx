import { X } from 'lucide';
import { useState } from 'preact/hooks';
import type { Availability, PlannedLive } from '../../../shared/booking.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { calendarDay, weekdayName } from '../model/calendar-day.ts';
import type { Draft } from '../model/draft.ts';
import { now } from '../model/state.ts';
import { DAYS } from '../model/week.ts';
import { say } from '../model/words.ts';
import { DayField } from './day-field.tsx';
import { TwoTimes } from './two-times.tsx';

/** Lives as they are planned: their time is not offered. */
export function Lives({ draft }: { draft: Draft<Availability> }) {
  const week = draft.value.value;
  const today = now.value.slice(0, 10);
  const lives = week.lives.filter((live) => 'day' in live || live.date >= today);
  return (
    <section class="card stack" aria-label={say('availability.lives.title')}>
      <div>
        <h3>{say('availability.lives.title')}</h3>
        <p class="quiet small">{say('availability.lives.text')}</p>
      </div>
      {lives.length === 0 && <p class="quiet small">{say('availability.lives.none')}</p>}
      <ul class="stack gap-2">
        {lives.map((live) => (
          <li key={JSON.stringify(live)} class="apart day-off">
            <span>
              {dayOf(live)}
              <span class="quiet small figures day-off-what">
                {live.from}–{live.to}
                {live.to <= live.from && ` ${say('availability.lives.nextDay')}`}
              </span>
            </span>
            <IconButton
              size="small"
              icon={X}
              label={`${dayOf(live)} ${live.from}: ${say('availability.lives.remove')}`}
              onClick={() => draft.edit({ ...week, lives: week.lives.filter((other) => other !== live) })}
            />
          </li>
        ))}
      </ul>
      <AddLive draft={draft} />
    </section>
  );
}

function dayOf(live: PlannedLive): string {
  if ('date' in live) return calendarDay(live.date);
  return say('availability.lives.weekly', { day: weekdayName(DAYS.indexOf(live.day)) });
}

const ONCE = 'once';
const EMPTY = { when: 'mon', date: '', from: '20:00', to: '22:00' };

function AddLive({ draft }: { draft: Draft<Availability> }) {
  const [form, setForm] = useState(EMPTY);
  const set = (part: Partial<typeof EMPTY>) => setForm((before) => ({ ...before, ...part }));
  const day = DAYS.find((one) => one === form.when);
  const same = form.from === form.to;
  const today = now.value.slice(0, 10);
  const ready = !same && (day !== undefined || form.date !== '');
  function add(event: SubmitEvent): void {
    event.preventDefault();
    if (!ready) return;
    const { from, to, date } = form;
    const week = draft.value.peek();
    draft.edit({ ...week, lives: [...week.lives, day ? { day, from, to } : { date, from, to }] });
    setForm({ ...EMPTY, when: form.when });
  }
  return (
    <form class="stack gap-3" onSubmit={add}>
      <WhenField value={form.when} onWhen={(when) => set({ when })} />
      {!day && (
        <DayField
          label={say('availability.lives.date')}
          first={today}
          value={form.date}
          onDay={(date) => set({ date })}
        />
      )}
      <TwoTimes
        labels={[say('availability.lives.from'), say('availability.lives.to')]}
        from={form.from}
        to={form.to}
        error={same ? say('availability.lives.same') : null}
        onFrom={(from) => set({ from })}
        onTo={(to) => set({ to })}
      />
      <div>
        <Button size="small" type="submit" disabled={!ready}>
          {say('availability.lives.add')}
        </Button>
      </div>
    </form>
  );
}

/** A day of each week, or once. */
function WhenField({ value, onWhen }: { value: string; onWhen: (when: string) => void }) {
  return (
    <SelectField
      label={say('availability.lives.when')}
      value={value}
      onChange={(event) => onWhen(event.currentTarget.value)}
    >
      {DAYS.map((one, place) => (
        <option key={one} value={one}>
          {say('availability.lives.weekly', { day: weekdayName(place) })}
        </option>
      ))}
      <option value={ONCE}>{say('availability.lives.once')}</option>
    </SelectField>
  );
}
