import { X } from 'lucide';
import { useState } from 'preact/hooks';
import type { Availability } from '../../../shared/booking.ts';
import type { OutsideBooking } from '../../../shared/outside-booking.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { calendarDay } from '../model/calendar-day.ts';
import { addDaysOff, addHoursOn, isSoundRange, type Period, periodsOf, removeDays } from '../model/days.ts';
import type { Draft } from '../model/draft.ts';
import { now } from '../model/state.ts';
import { isSound } from '../model/week.ts';
import { say } from '../model/words.ts';
import { DayField } from './day-field.tsx';
import { OutsideHours } from './outside-hours.tsx';
import { TwoTimes } from './two-times.tsx';

/** Days that differ from the week: off, many in a row, or with hours of their own. */
export function DaysOff({ draft, outside }: { draft: Draft<Availability>; outside: ReadonlyArray<OutsideBooking> }) {
  const periods = periodsOf(draft.value.value, now.value.slice(0, 10));
  return (
    <section class="card stack" aria-label={say('availability.daysOff.title')}>
      <div>
        <h3>{say('availability.daysOff.title')}</h3>
        <p class="quiet small">{say('availability.daysOff.text')}</p>
      </div>
      {periods.length === 0 && <p class="quiet small">{say('availability.daysOff.none')}</p>}
      <ul class="stack gap-2">
        {periods.map((period) => (
          <PeriodRow key={period.from} period={period} draft={draft} />
        ))}
      </ul>
      <OutsideHours bookings={outside} zone={draft.value.value.zone} />
      <AddDays draft={draft} />
    </section>
  );
}

function PeriodRow({ period, draft }: { period: Period; draft: Draft<Availability> }) {
  const { from, to, hours } = period;
  const days =
    from === to
      ? calendarDay(from)
      : say('availability.daysOff.range', { from: calendarDay(from), to: calendarDay(to) });
  return (
    <li class="apart day-off" data-from={from} data-to={to}>
      <span>
        {days}
        <span class="quiet small figures day-off-what">
          {hours.length === 0
            ? say('availability.daysOff.off')
            : hours.map((span) => `${span.from}–${span.to}`).join(', ')}
        </span>
      </span>
      <IconButton
        size="small"
        icon={X}
        label={`${days}: ${say('availability.daysOff.remove')}`}
        onClick={() => draft.edit(removeDays(draft.value.peek(), period))}
      />
    </li>
  );
}

const EMPTY = { what: 'off', from: '', to: '', start: '10:00', end: '14:00' };
type Form = typeof EMPTY;

/** The last day of a form; one that names none is for one day. */
function lastOf({ from, to }: Form): string {
  return to === '' ? from : to;
}

function isWrongRange(form: Form): boolean {
  return form.from !== '' && !isSoundRange(form.from, lastOf(form));
}

function spanOf({ start, end }: Form): { from: string; to: string } {
  return { from: start, to: end };
}

function AddDays({ draft }: { draft: Draft<Availability> }) {
  const [form, setForm] = useState(EMPTY);
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const off = form.what === 'off';
  const ready = form.from !== '' && (off ? !isWrongRange(form) : isSound(spanOf(form)));
  const today = now.value.slice(0, 10);
  function add(event: SubmitEvent): void {
    event.preventDefault();
    if (!ready) return;
    const week = draft.value.peek();
    draft.edit(off ? addDaysOff(week, form.from, lastOf(form)) : addHoursOn(week, form.from, spanOf(form)));
    setForm({ ...EMPTY, what: form.what });
  }
  return (
    <form class="stack gap-3" onSubmit={add}>
      <WhatField value={form.what} onWhat={(what) => set({ what })} />
      <DayField
        label={say(off ? 'availability.daysOff.from' : 'availability.daysOff.date')}
        first={today}
        value={form.from}
        onDay={(from) => set({ from })}
      />
      {off ? <LastDay form={form} set={set} today={today} /> : <Hours form={form} set={set} />}
      <div>
        <Button size="small" type="submit" disabled={!ready}>
          {say('availability.daysOff.add')}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  form: Form;
  set: (part: Partial<Form>) => void;
}

function LastDay({ form, set, today }: PartProps & { today: string }) {
  return (
    <DayField
      label={say('availability.daysOff.to')}
      hint={say('availability.daysOff.toHint')}
      first={form.from || today}
      value={form.to}
      error={isWrongRange(form) ? say('availability.daysOff.wrongRange') : null}
      onDay={(to) => set({ to })}
    />
  );
}

function Hours({ form, set }: PartProps) {
  return (
    <TwoTimes
      labels={[say('availability.daysOff.start'), say('availability.daysOff.end')]}
      from={form.start}
      to={form.end}
      error={isSound(spanOf(form)) ? null : say('hours.bad')}
      ends
      onFrom={(start) => set({ start })}
      onTo={(end) => set({ end })}
    />
  );
}

/** Off, or with hours of their own. */
function WhatField({ value, onWhat }: { value: string; onWhat: (what: string) => void }) {
  return (
    <SelectField
      label={say('availability.daysOff.what')}
      value={value}
      onChange={(event) => onWhat(event.currentTarget.value)}
    >
      <option value="off">{say('availability.daysOff.whatOff')}</option>
      <option value="hours">{say('availability.daysOff.whatHours')}</option>
    </SelectField>
  );
}
