import { useAct } from '../model/act.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { DaysField } from './days-field.tsx';

const REQUEST_DAYS = [30, 60, 90, 180, 365];
const WORDS_DAYS = [1, 7, 30, 90, 365];
const BOOKING_DAYS = [90, 180, 365, 730, 1095, 3650];

/** What of viewers is deleted by itself, and when. */
export function RetentionCard() {
  const act = useAct();
  const settings = view.value?.settings;
  if (!settings) return null;
  return (
    <section class="card stack">
      <div class="stack gap-2">
        <h2>{tellPeople('retention.title')}</h2>
        <p class="quiet">{tellPeople('retention.text')}</p>
      </div>
      <DaysField
        label={tellPeople('retention.requests')}
        hint={tellPeople('retention.requestsHint')}
        offered={REQUEST_DAYS}
        days={settings.keepRequestDays}
        busy={act.busy}
        choose={(keepRequestDays) => void act.run('PUT', '/settings', { keepRequestDays })}
      />
      <DaysField
        label={tellPeople('retention.bookings')}
        hint={tellPeople('retention.bookingsHint')}
        offered={BOOKING_DAYS}
        days={settings.keepBookingDays}
        busy={act.busy}
        choose={(keepBookingDays) => void act.run('PUT', '/settings', { keepBookingDays })}
      />
      <DaysField
        label={tellPeople('retention.words')}
        hint={tellPeople('retention.wordsHint')}
        offered={WORDS_DAYS}
        days={settings.keepWordsDays}
        busy={act.busy}
        choose={(keepWordsDays) => void act.run('PUT', '/settings', { keepWordsDays })}
      />
      <RefusedNote refused={act.refused} />
    </section>
  );
}
