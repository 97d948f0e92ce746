import type { PublicService } from '../../shared/public-page.ts';
import type { CalendarDay } from '../parts/calendar-days.ts';
import { DayOptions } from '../parts/day-options.tsx';
import { SelectField } from '../parts/field.tsx';
import { dateIn } from './days.ts';
import type { Faults } from './form-check.ts';
import { horizonOf } from './offers-state.ts';
import { form } from './request-state.ts';
import { serverNow } from './server-clock.ts';
import type { WaitWindow } from './window.ts';
import { say, timesTag } from './words.ts';
import { zone } from './zones.ts';

/** From and until which day a time would do. Folded away: most who wait take any. */
export function WaitDays({ service, faults }: { service: PublicService; faults: Faults }) {
  const { days } = form.value;
  const fault = faults.latest;
  return (
    <details class="wait-days" open={Boolean(days.from || days.until || fault)}>
      <summary>{say('waitlist.days')}</summary>
      <DayBounds
        first={dateIn(new Date(serverNow()).toISOString(), zone.value)}
        last={dateIn(new Date(horizonOf(service)).toISOString(), zone.value)}
        days={days}
        fault={fault ? say(fault) : null}
        change={(part) => {
          form.value = { ...form.value, days: { ...days, ...part } };
        }}
      />
    </details>
  );
}

interface Props {
  first: CalendarDay;
  last: CalendarDay;
  days: WaitWindow;
  fault: string | null;
  change: (part: Partial<WaitWindow>) => void;
}

/** The first and the last day that would do, of those that can be booked. */
export function DayBounds({ first, last, days, fault, change }: Props) {
  const options = <DayOptions first={first} last={last} language={timesTag()} />;
  return (
    <div class="wait-days-fields">
      <SelectField
        label={say('waitlist.from')}
        value={days.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      >
        <option value="">{say('waitlist.fromNow')}</option>
        {options}
      </SelectField>
      <SelectField
        label={say('waitlist.until')}
        error={fault}
        value={days.until}
        onChange={(event) => change({ until: event.currentTarget.value })}
      >
        <option value="">{say('waitlist.untilAny')}</option>
        {options}
      </SelectField>
    </div>
  );
}
