import { useEffect } from 'preact/hooks';
import { LinkButton } from '../../parts/button.tsx';
import { useAct } from '../model/act.ts';
import { people, readPeople } from '../model/people.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { DaysField } from './days-field.tsx';
import { LogReader } from './log-reader.tsx';
import { PersonRow } from './person-row.tsx';

/** Everybody who was let in, with a way to take it back, and the log of what they did. */
export function PeopleCard() {
  useEffect(() => void readPeople(), []);
  const listed = people.value;
  return (
    <section class="card stack">
      <div class="stack gap-2">
        <h2>{tellPeople('title')}</h2>
        <p class="quiet">{tellPeople('text')}</p>
      </div>
      {listed?.length === 0 && <p class="quiet">{tellPeople('none')}</p>}
      {listed?.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
      <LogOfActs />
    </section>
  );
}

const LOG_DAYS = [90, 180, 400, 730, 3650];

/** The log to take along, and how long it is kept. */
function LogOfActs() {
  const act = useAct();
  const days = view.value?.settings.auditDays;
  if (days === undefined) return null;
  return (
    <div class="stack gap-2">
      <hr class="rule" />
      <DaysField
        label={tellPeople('logDays')}
        hint={tellPeople('logDaysHint')}
        offered={LOG_DAYS}
        days={days}
        busy={act.busy}
        choose={(auditDays) => void act.run('PUT', '/settings', { auditDays })}
      />
      <p class="quiet small">{tellPeople('gone')}</p>
      <RefusedNote refused={act.refused} />
      <LogReader />
      <div class="row gap-2">
        <LinkButton href="/api/v1/audit.csv">{tellPeople('export')}</LinkButton>
        <LinkButton href="/api/v1/audit.ndjson">{tellPeople('exportLines')}</LinkButton>
      </div>
    </div>
  );
}
