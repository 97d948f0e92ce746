import type { PublicService } from '../../shared/public-page.ts';
import { DayOptions } from '../parts/day-options.tsx';
import { SelectField } from '../parts/field.tsx';
import { dateIn } from './days.ts';
import type { Faults } from './form-check.ts';
import { horizonOf } from './offers-state.ts';
import { form } from './request-state.ts';
import { serverNow } from './server-clock.ts';
import { say, timesTag } from './words.ts';
import { zone } from './zones.ts';

/** From and until which day a time would do. Folded away: most who wait take any. */
export function WaitDays({ service, faults }: { service: PublicService; faults: Faults }) {
  const { from, until } = form.value.days;
  const fault = faults.latest;
  const today = dateIn(new Date(serverNow()).toISOString(), zone.value);
  const last = dateIn(new Date(horizonOf(service)).toISOString(), zone.value);
  const change = (part: Partial<typeof form.value.days>) => {
    form.value = { ...form.value, days: { ...form.value.days, ...part } };
  };
  const days = <DayOptions first={today} last={last} language={timesTag()} />;
  return (
    <details class="wait-days" open={Boolean(from || until || fault)}>
      <summary>{say('waitlist.days')}</summary>
      <div class="wait-days-fields">
        <SelectField
          label={say('waitlist.from')}
          value={from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        >
          <option value="">{say('waitlist.fromNow')}</option>
          {days}
        </SelectField>
        <SelectField
          label={say('waitlist.until')}
          error={fault ? say(fault) : null}
          value={until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        >
          <option value="">{say('waitlist.untilAny')}</option>
          {days}
        </SelectField>
      </div>
    </details>
  );
}
