import { KeyRound, Pencil, UserX } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { InvitationLink, ListedPerson } from '../../../shared/people.ts';
import { Button } from '../../parts/button.tsx';
import { dayAndClock } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { isOut, people, readPeople } from '../model/people.ts';
import { endOf, tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { tongue } from '../model/words.ts';
import { MadeLink } from './made-link.tsx';
import { PersonForm } from './person-form.tsx';

/** Everybody who was let in, with what each may do, and the ways to change it or take it back. */
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
    </section>
  );
}

/** What is open at a person's row. */
type Doing = 'nothing' | 'changing' | 'revoking';

function PersonRow({ person }: { person: ListedPerson }) {
  const link = useAct<InvitationLink>();
  const [doing, setDoing] = useState<Doing>('nothing');
  const out = isOut(person, now.value);
  const leave = () => setDoing('nothing');
  async function makeLink(): Promise<void> {
    await link.run('POST', `/people/${person.id}/link`);
    void readPeople();
  }
  return (
    <div class="stack gap-2" data-person={person.name}>
      <hr class="rule" />
      {doing === 'changing' ? <PersonForm person={person} onDone={leave} /> : <Standing person={person} />}
      {doing === 'revoking' && <RevokeQuestion person={person} onDone={leave} />}
      {link.state.type === 'done' ? (
        <MadeLink
          link={link.state.value}
          name={person.name}
          note={tellPeople('linkOnly')}
          leave={tellPeople('linkDone')}
          onLeave={link.clear}
        />
      ) : (
        doing === 'nothing' &&
        person.revokedAt === null && (
          <div class="row gap-2">
            <Button size="small" look="plain" icon={Pencil} onClick={() => setDoing('changing')}>
              {tellPeople('change')}
            </Button>
            {!out && (
              <>
                <Button size="small" look="plain" icon={KeyRound} disabled={link.busy} onClick={() => void makeLink()}>
                  {tellPeople('newLink')}
                </Button>
                <Button size="small" look="plain" icon={UserX} onClick={() => setDoing('revoking')}>
                  {tellPeople('revoke')}
                </Button>
              </>
            )}
          </div>
        )
      )}
      <RefusedNote refused={link.refused} />
    </div>
  );
}

/** Who it is, until when, when the person last did something, and what they may do. */
function Standing({ person }: { person: ListedPerson }) {
  const { name, joined, lastAct } = person;
  const last = lastAct && tellPeople('last', { when: dayAndClock(lastAct.at, undefined, tongue()) });
  const rights = person.rights.map((right) => tellPeople(`right.${right}`)).join(' · ');
  return (
    <>
      <p>
        <strong>{name}</strong>{' '}
        <span class="quiet small">
          {[endOf(person, now.value), joined ? last : tellPeople('never')].filter(Boolean).join(' · ')}
        </span>
      </p>
      <p class="quiet small">{rights === '' ? tellPeople('bare') : rights}</p>
    </>
  );
}

function RevokeQuestion({ person, onDone }: { person: ListedPerson; onDone: () => void }) {
  const act = useAct();
  async function revoke(): Promise<void> {
    const answer = await act.run('POST', `/people/${person.id}/revoke`);
    if (answer.type === 'refused') return;
    onDone();
    await readPeople();
  }
  return (
    <>
      <p role="alert">{tellPeople('revokeAsk', { name: person.name })}</p>
      <div class="row gap-2">
        <Button size="small" look="danger" disabled={act.busy} onClick={() => void revoke()}>
          {tellPeople('revokeYes')}
        </Button>
        <Button size="small" onClick={onDone}>
          {tellPeople('keep')}
        </Button>
      </div>
      <RefusedNote refused={act.refused} />
    </>
  );
}
