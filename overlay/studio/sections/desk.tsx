import { UserPlus } from 'lucide';
import { useState } from 'preact/hooks';
import type { InvitationLink } from '../../../shared/people.ts';
import { RIGHT_SETS, type Right } from '../../../shared/rights.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { PasskeysCard } from '../../parts/passkeys.tsx';
import { useAct } from '../model/act.ts';
import { readPeople } from '../model/people.ts';
import { RefusedNote } from '../model/refused.tsx';
import { StandingWord } from '../model/standing.tsx';
import { view } from '../model/state.ts';
import { queueStanding } from '../model/strip.ts';
import { say } from '../model/words.ts';
import { DeskOutsideCard } from './desk-outside.tsx';
import { type Hours, HoursField } from './hours-field.tsx';
import { InvitedLink } from './invited-link.tsx';
import { OwnSignInCard } from './own-sign-in.tsx';
import { PeopleCard } from './people.tsx';
import { RetentionCard } from './retention.tsx';
import { RightsField } from './rights-field.tsx';
import { SectionHead } from './section-head.tsx';

/** The way to the desk, for the streamer, for a dock in OBS, and for a moderator by a link that ends. */
export function DeskSection() {
  const queue = view.value?.queue;
  if (!queue) return null;
  const waiting = queue.unanswered > 0 ? say('desk.waiting', { count: queue.unanswered }) : say('desk.waitingNone');
  return (
    <div class="section">
      <SectionHead title={say('desk.title')} text={say('desk.text')} />
      <div class="two">
        <section class="card stack">
          <StandingWord standing={queueStanding(queue)}>{waiting}</StandingWord>
          <div>
            <LinkButton look="primary" href="/desk">
              {say('desk.open')}
            </LinkButton>
          </div>
          <hr class="rule" />
          <div class="stack gap-2">
            <h2>{say('desk.dock')}</h2>
            <p class="quiet small">{say('desk.dockText')}</p>
          </div>
        </section>
        <Invite />
      </div>
      <PeopleCard />
      <RetentionCard />
      <DeskOutsideCard />
      <OwnSignInCard />
      <PasskeysCard page="studio" />
    </div>
  );
}

function Invite() {
  const act = useAct<InvitationLink>();
  const [name, setName] = useState('');
  const [hours, setHours] = useState<Hours>(12);
  const [rights, setRights] = useState<ReadonlyArray<Right>>(RIGHT_SETS.desk);
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await act.run('POST', '/invitations', { name: name.trim(), hours, rights });
    void readPeople();
  }
  if (act.state.type === 'done') {
    return (
      <InvitedLink
        link={act.state.value}
        name={name}
        leave={say('desk.another')}
        onLeave={() => {
          setName('');
          act.clear();
        }}
      />
    );
  }
  return (
    <form class="card stack" onSubmit={(event) => void send(event)}>
      <div class="stack gap-2">
        <h2>{say('desk.invite')}</h2>
        <p class="quiet">{say('desk.inviteText')}</p>
      </div>
      <TextField
        label={say('desk.name')}
        hint={say('desk.nameHint')}
        value={name}
        maxLength={80}
        required
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <HoursField label={say('desk.hours')} hours={hours} onChange={setHours} />
      <RightsField rights={rights} onChange={setRights} />
      <div>
        <Button look="primary" icon={UserPlus} type="submit" disabled={act.busy || name.trim() === ''}>
          {say('desk.make')}
        </Button>
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}
