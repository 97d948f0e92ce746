import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../parts/button.tsx';
import { useAct } from '../model/act.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { ActsLog } from './acts-log.tsx';
import { DaysField } from './days-field.tsx';

const LOG_DAYS = [90, 180, 400, 730, 3650];

/** The log of what people did: to read, to take along, and how long it is kept. */
export function LogOfActs() {
  const act = useAct();
  const [isRead, setIsRead] = useState(false);
  const days = view.value?.settings.auditDays;
  if (days === undefined) return null;
  return (
    <section class="card stack" aria-label={tellPeople('log.title')}>
      <h2>{tellPeople('log.title')}</h2>
      <div class="row gap-2">
        <Button look="primary" aria-expanded={isRead} onClick={() => setIsRead(!isRead)}>
          {tellPeople(isRead ? 'log.close' : 'log.read')}
        </Button>
        <LinkButton href="/api/v1/audit.csv">{tellPeople('export')}</LinkButton>
        <LinkButton href="/api/v1/audit.ndjson">{tellPeople('exportLines')}</LinkButton>
      </div>
      {isRead && <ActsLog />}
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
    </section>
  );
}
