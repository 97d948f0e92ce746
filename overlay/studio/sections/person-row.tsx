import { Link, SlidersHorizontal, UserX } from 'lucide';
import { useState } from 'preact/hooks';
import type { InvitationLink, ListedPerson } from '../../../shared/people.ts';
import { Button } from '../../parts/button.tsx';
import { dayAndClock } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { isOut, readPeople } from '../model/people.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { tongue } from '../model/words.ts';
import { InvitedLink } from './invited-link.tsx';
import { PersonForm } from './person-form.tsx';

/** One person with what the owner may do: change, make another link, revoke. Who was revoked stays out. */
export function PersonRow({ person }: { person: ListedPerson }) {
  const [doing, setDoing] = useState<'change' | 'revoke' | null>(null);
  const link = useAct<InvitationLink>();
  const rights = person.rights.map((right) => tellPeople(`right.${right}`)).join(' · ');
  const leave = () => setDoing(null);
  return (
    <div class="stack gap-2" data-person={person.name}>
      <hr class="rule" />
      <p>
        <strong>{person.name}</strong> <span class="quiet small">{standingOf(person)}</span>
      </p>
      {doing === 'change' ? (
        <PersonForm person={person} onDone={leave} />
      ) : (
        <p class="quiet small">{rights === '' ? tellPeople('bare') : rights}</p>
      )}
      {doing === 'revoke' && <RevokeQuestion person={person} onDone={leave} />}
      {link.state.type === 'done' && (
        <InvitedLink
          link={link.state.value}
          name={person.name}
          note={tellPeople('linkOnly')}
          leave={tellPeople('linkDone')}
          onLeave={link.clear}
        />
      )}
      {doing === null && link.state.type !== 'done' && person.revokedAt === null && (
        <Ways
          person={person}
          onChange={() => setDoing('change')}
          onLink={() => void link.run('POST', `/people/${person.id}/link`)}
          onRevoke={() => setDoing('revoke')}
        />
      )}
      <RefusedNote refused={link.refused} />
    </div>
  );
}

interface WaysProps {
  person: ListedPerson;
  onChange: () => void;
  onLink: () => void;
  onRevoke: () => void;
}

/** Whose time has passed needs more of it before anything else. */
function Ways({ person, onChange, onLink, onRevoke }: WaysProps) {
  const { name } = person;
  return (
    <div class="row gap-2">
      <Button
        size="small"
        look="plain"
        icon={SlidersHorizontal}
        aria-label={tellPeople('changeNamed', { name })}
        onClick={onChange}
      >
        {tellPeople('change')}
      </Button>
      {!isOut(person, now.value) && (
        <>
          <Button
            size="small"
            look="plain"
            icon={Link}
            title={tellPeople('newLinkHint')}
            aria-label={tellPeople('newLinkNamed', { name })}
            onClick={onLink}
          >
            {tellPeople('newLink')}
          </Button>
          <Button size="small" look="plain" icon={UserX} onClick={onRevoke}>
            {tellPeople('revoke')}
          </Button>
        </>
      )}
    </div>
  );
}

function RevokeQuestion({ person, onDone }: { person: ListedPerson; onDone: () => void }) {
  const act = useAct();
  async function revoke(): Promise<void> {
    const answer = await act.run('POST', `/people/${person.id}/revoke`);
    if (answer.type !== 'done') return;
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

/** Until when, and when the person last did something. */
function standingOf(person: ListedPerson): string {
  const { until, forShow, revokedAt, joined, lastAct } = person;
  const when = (at: string) => dayAndClock(at, undefined, tongue());
  const end =
    until === null ? tellPeople('always') : tellPeople(forShow ? 'untilShow' : 'until', { when: when(until) });
  const ended = revokedAt ? tellPeople('revoked') : isOut(person, now.value) ? tellPeople('ended') : null;
  const last = lastAct && tellPeople('last', { when: when(lastAct.at) });
  return [ended ?? end, joined ? last : tellPeople('never')].filter(Boolean).join(' · ');
}
