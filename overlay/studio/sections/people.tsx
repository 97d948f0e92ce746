import { UserX } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { ListedPerson } from '../../../shared/people.ts';
import { RIGHTS, type Right } from '../../../shared/rights.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Check } from '../../parts/field.tsx';
import { dayAndClock } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { isOut, people, readPeople } from '../model/people.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now, view } from '../model/state.ts';
import { tongue } from '../model/words.ts';
import { DaysField } from './days-field.tsx';

/** What somebody may see and do, a tick each. */
export function RightsField(props: { rights: ReadonlyArray<Right>; onChange: (rights: ReadonlyArray<Right>) => void }) {
  const { rights, onChange } = props;
  return (
    <fieldset class="stack gap-2">
      <legend class="field-label">{tellPeople('rights')}</legend>
      {RIGHTS.map((right) => (
        <Check
          key={right}
          label={tellPeople(`right.${right}`)}
          checked={rights.includes(right)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...rights, right] : rights.filter((one) => one !== right))
          }
        />
      ))}
    </fieldset>
  );
}

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
      <div class="row gap-2">
        <LinkButton href="/api/v1/audit.csv">{tellPeople('export')}</LinkButton>
        <LinkButton href="/api/v1/audit.ndjson">{tellPeople('exportLines')}</LinkButton>
      </div>
    </div>
  );
}

function PersonRow({ person }: { person: ListedPerson }) {
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const out = isOut(person, now.value);
  const rights = person.rights.map((right) => tellPeople(`right.${right}`)).join(' · ');
  async function revoke(): Promise<void> {
    const answer = await act.run('POST', `/people/${person.id}/revoke`);
    setAsking(false);
    if (answer.type === 'done') await readPeople();
  }
  return (
    <div class="stack gap-2">
      <hr class="rule" />
      <p>
        <strong>{person.name}</strong> <span class="quiet small">{standingOf(person, out)}</span>
      </p>
      <p class="quiet small">{rights === '' ? tellPeople('bare') : rights}</p>
      {asking && <p role="alert">{tellPeople('revokeAsk', { name: person.name })}</p>}
      {!out && (
        <div class="row gap-2">
          {asking ? (
            <>
              <Button size="small" look="danger" disabled={act.busy} onClick={() => void revoke()}>
                {tellPeople('revokeYes')}
              </Button>
              <Button size="small" onClick={() => setAsking(false)}>
                {tellPeople('keep')}
              </Button>
            </>
          ) : (
            <Button size="small" look="plain" icon={UserX} onClick={() => setAsking(true)}>
              {tellPeople('revoke')}
            </Button>
          )}
        </div>
      )}
      <RefusedNote refused={act.refused} />
    </div>
  );
}

/** Until when, and when the person last did something. */
function standingOf({ until, joined, lastAct }: ListedPerson, out: boolean): string {
  const when = (at: string) => dayAndClock(at, undefined, tongue());
  const end = until === null ? tellPeople('always') : tellPeople('until', { when: when(until) });
  const last = lastAct && tellPeople('last', { when: when(lastAct.at) });
  return [out ? tellPeople('ended') : end, joined ? last : tellPeople('never')].filter(Boolean).join(' · ');
}
