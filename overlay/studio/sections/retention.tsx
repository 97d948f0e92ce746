import { useAct } from '../model/act.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { DaysField } from './days-field.tsx';

/** By setting: what it is called, and after how many days it can be. */
const KEPT = [
  { setting: 'keepRequestDays', words: 'requests', offered: [30, 60, 90, 180, 365] },
  { setting: 'keepBookingDays', words: 'bookings', offered: [90, 180, 365, 730, 1095, 3650] },
  { setting: 'keepWordsDays', words: 'words', offered: [1, 7, 30, 90, 365] },
] as const;

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
      {KEPT.map(({ setting, words, offered }) => (
        <DaysField
          key={setting}
          label={tellPeople(`retention.${words}`)}
          hint={tellPeople(`retention.${words}Hint`)}
          offered={offered}
          days={settings[setting]}
          busy={act.busy}
          choose={(days) => void act.run('PUT', '/settings', { [setting]: days })}
        />
      ))}
      <RefusedNote refused={act.refused} />
    </section>
  );
}
