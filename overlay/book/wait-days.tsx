import type { PublicService } from '../../shared/public-page.ts';
import { TextField } from '../parts/field.tsx';
import { dateIn } from './days.ts';
import type { Faults } from './form-check.ts';
import { horizonOf } from './offers-state.ts';
import { form } from './request-state.ts';
import { say } from './words.ts';
import { zone } from './zones.ts';

/** From and until which day a time would do. Folded away: most who wait take any. */
export function WaitDays({ service, faults }: { service: PublicService; faults: Faults }) {
  const { from, until } = form.value.days;
  const fault = faults.latest;
  const today = dateIn(new Date().toISOString(), zone.value);
  const last = dateIn(new Date(horizonOf(service)).toISOString(), zone.value);
  const change = (part: Partial<typeof form.value.days>) => {
    form.value = { ...form.value, days: { ...form.value.days, ...part } };
  };
  return (
    <details class="wait-days" open={Boolean(from || until || fault)}>
      <summary>{say('waitlist.days')}</summary>
      <div class="wait-days-fields">
        <TextField
          label={say('waitlist.from')}
          type="date"
          min={today}
          max={last}
          value={from}
          onInput={(event) => change({ from: event.currentTarget.value })}
        />
        <TextField
          label={say('waitlist.until')}
          error={fault ? say(fault) : null}
          type="date"
          min={from || today}
          max={last}
          value={until}
          onInput={(event) => change({ until: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
