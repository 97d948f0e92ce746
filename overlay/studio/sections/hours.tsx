import { CalendarClock, Copy, Plus, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Availability } from '../../../shared/booking.ts';
import type { Weekday } from '../../../shared/time.ts';
import { ask, type Refused } from '../../parts/ask.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Empty, Skeleton } from '../../parts/surface.tsx';
import { TimeOptions } from '../../parts/time-options.tsx';
import { type Draft, draftOf } from '../model/draft.ts';
import { noteHours } from '../model/hours-set.ts';
import { keptHours } from '../model/kept-drafts.ts';
import { faultOf, RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import {
  addSpan,
  changeSpan,
  copyToWorkdays,
  DAYS,
  emptyWeek,
  hoursAWeek,
  isSound,
  removeSpan,
  spansOf,
  usualWeek,
  type WeeklyHours,
} from '../model/week.ts';
import { say, tongue } from '../model/words.ts';
import { ZoneList } from './bio.tsx';
import { Calendars } from './calendars.tsx';
import { DaysOff } from './days-off.tsx';
import { Lives } from './lives.tsx';
import { OutsideHours, useOutside } from './outside-hours.tsx';
import { SaveState } from './save-state.tsx';
import { SectionHead } from './section-head.tsx';

/** When the creator can be booked: spans per weekday, and days off. */
export function HoursSection() {
  const [draft, setDraft] = useState<Draft<Availability> | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => {
    void ask<Availability>('GET', '/availability').then((answer) => {
      if (answer.type === 'done') setDraft(keptHours(() => hoursDraft(hereUnlessSet(answer.value))));
      // Nothing saved yet is where everybody begins.
      else if (answer.why === 'not-found') setDraft(keptHours(() => hoursDraft(emptyWeek(ownZone()))));
      else setRefused(answer);
    });
  }, []);
  const zone = draft?.value.value.zone ?? ownZone();
  const outside = useOutside(draft);
  const special = new Set(draft?.value.value.exceptions.map(({ date }) => date));
  return (
    <div class="section">
      <SectionHead title={say('hours.title')} text={say('hours.text', { zone })} />
      <RefusedNote refused={refused} />
      {draft ? (
        <div class="form-and-side">
          <div class="stack">
            <OutsideHours bookings={outside.filter(({ date }) => !special.has(date))} zone={zone} />
            <Week draft={draft} />
            <Calendars />
          </div>
          <aside class="stack side">
            <Grid draft={draft} />
            <DaysOff draft={draft} outside={outside.filter(({ date }) => special.has(date))} />
            <Lives draft={draft} />
          </aside>
        </div>
      ) : (
        !refused && <Skeleton lines={7} label={say('offline.loading')} />
      )}
    </div>
  );
}

/** Before hours or a bio are kept the server can only say UTC: hours are meant where the streamer sits. */
function hereUnlessSet(week: Availability): Availability {
  const isUnset = week.zone === 'UTC' && week.weekly.length === 0 && week.exceptions.length === 0;
  return isUnset ? { ...week, zone: ownZone() } : week;
}

function ownZone(): string {
  return view.peek()?.bio?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function hoursDraft(initial: Availability): Draft<Availability> {
  return draftOf<Availability>({
    initial,
    save: async (week) => {
      const answer = await ask('PUT', '/availability', week);
      if (answer.type === 'done') noteHours(week);
      return answer;
    },
    missing: (week) => (week.weekly.every(isSound) ? [] : ['hours']),
  });
}

function Week({ draft }: { draft: Draft<Availability> }) {
  const week = draft.value.value;
  const count = new Intl.NumberFormat(tongue()).format(hoursAWeek(week));
  if (week.weekly.length === 0) {
    return (
      <section class="card">
        <Empty icon={CalendarClock} title={say('hours.none')}>
          <Button look="primary" onClick={() => draft.edit(usualWeek(week))}>
            {say('hours.usual')}
          </Button>
        </Empty>
        <ul class="days">
          {DAYS.map((day) => (
            <Day key={day} day={day} draft={draft} />
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section class="card stack" aria-label={say('hours.title')}>
      <ul class="days">
        {DAYS.map((day) => (
          <Day key={day} day={day} draft={draft} />
        ))}
      </ul>
      <div class="apart">
        <span class="quiet small figures">{say('hours.total', { hours: count })}</span>
        <SaveState draft={draft} held={say('hours.held')} />
      </div>
    </section>
  );
}

function Day({ day, draft }: { day: Weekday; draft: Draft<Availability> }) {
  const week = draft.value.value;
  const spans = spansOf(week, day);
  const name = say(`hours.days.${day}`);
  return (
    <li class="day" data-day={day}>
      <span class="day-name">{name}</span>
      <div class="day-spans">
        {spans.length === 0 && <span class="quiet small day-closed">{say('hours.closed')}</span>}
        {spans.map(({ index, span }) => (
          <Span key={index} span={span} name={name} index={index} draft={draft} />
        ))}
      </div>
      <div class="row gap-1">
        {day === 'mon' && spans.length > 0 && (
          <IconButton
            size="small"
            icon={Copy}
            label={say('hours.copy')}
            onClick={() => draft.edit(copyToWorkdays(week, day))}
          />
        )}
        <IconButton
          size="small"
          icon={Plus}
          label={`${name}: ${say('hours.add')}`}
          onClick={() => draft.edit(addSpan(week, day))}
        />
      </div>
    </li>
  );
}

interface SpanProps {
  span: WeeklyHours;
  name: string;
  index: number;
  draft: Draft<Availability>;
}

function Span({ span, name, index, draft }: SpanProps) {
  const change = (part: Partial<WeeklyHours>) => draft.edit(changeSpan(draft.value.peek(), index, part));
  const sound = isSound(span);
  return (
    <span class="span" data-sound={sound}>
      <select
        class="control control-time figures"
        value={span.from}
        aria-label={`${name}, ${say('hours.from')}`}
        onChange={(event) => change({ from: event.currentTarget.value })}
      >
        <TimeOptions language={tongue()} kept={span.from} />
      </select>
      <span aria-hidden="true">–</span>
      <select
        class="control control-time figures"
        value={span.to}
        aria-label={`${name}, ${say('hours.to')}`}
        aria-invalid={!sound}
        onChange={(event) => change({ to: event.currentTarget.value })}
      >
        <TimeOptions language={tongue()} kept={span.to} ends />
      </select>
      <IconButton
        size="small"
        icon={X}
        label={`${name}: ${say('hours.remove')}`}
        onClick={() => draft.edit(removeSpan(draft.value.peek(), index))}
      />
      {!sound && <span class="field-error">{say('hours.bad')}</span>}
    </span>
  );
}

const STEPS = [5, 10, 15, 20, 30, 60];

function Grid({ draft }: { draft: Draft<Availability> }) {
  const state = draft.state.value;
  const week = draft.value.value;
  return (
    <section class="card stack">
      <TextField
        label={say('hours.zone')}
        value={week.zone}
        list="zones"
        error={state.type === 'refused' ? faultOf(state.refused, 'zone') : null}
        onChange={(event) => draft.edit({ ...week, zone: event.currentTarget.value })}
      />
      <ZoneList />
      <SelectField
        label={say('hours.step')}
        value={String(week.stepMinutes)}
        onChange={(event) => draft.edit({ ...week, stepMinutes: Number(event.currentTarget.value) })}
      >
        {[...new Set([...STEPS, week.stepMinutes])]
          .sort((a, b) => a - b)
          .map((step) => (
            <option key={step} value={String(step)}>
              {step}
            </option>
          ))}
      </SelectField>
    </section>
  );
}
