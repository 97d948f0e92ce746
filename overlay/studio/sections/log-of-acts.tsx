import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { ActsLog } from './acts-log.tsx';

const LOG_DAYS = [90, 180, 400, 730, 3650];

/** The log of what people did: to read, to take along, and how long it is kept. */
export function LogOfActs() {
  const act = useAct();
  const [isRead, setIsRead] = useState(false);
  const days = view.value?.settings.auditDays;
  if (days === undefined) return null;
  // A script may have set another.
  const choices = [...new Set([...LOG_DAYS, days])].sort((a, b) => a - b);
  return (
    <section class="card stack">
      <h2>{tellPeople('log')}</h2>
      <div class="row gap-2">
        <Button look="primary" aria-expanded={isRead} onClick={() => setIsRead(!isRead)}>
          {tellPeople(isRead ? 'logClose' : 'logRead')}
        </Button>
        <LinkButton href="/api/v1/audit.csv">{tellPeople('export')}</LinkButton>
        <LinkButton href="/api/v1/audit.ndjson">{tellPeople('exportLines')}</LinkButton>
      </div>
      {isRead && <ActsLog />}
      <SelectField
        label={tellPeople('logDays')}
        hint={tellPeople('logDaysHint')}
        value={String(days)}
        disabled={act.busy}
        onChange={(event) => void act.run('PUT', '/settings', { auditDays: Number(event.currentTarget.value) })}
      >
        {choices.map((each) => (
          <option key={each} value={String(each)}>
            {tellPeople('days', { count: each })}
          </option>
        ))}
      </SelectField>
      <RefusedNote refused={act.refused} />
    </section>
  );
}
