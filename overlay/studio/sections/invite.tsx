import { UserPlus } from 'lucide';
import { useState } from 'preact/hooks';
import type { InvitationLink } from '../../../shared/people.ts';
import { RIGHT_SETS, type Right } from '../../../shared/rights.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { readPeople } from '../model/people.ts';
import { RefusedNote } from '../model/refused.tsx';
import { say } from '../model/words.ts';
import { type Hours, HoursField } from './hours-field.tsx';
import { InvitedLink } from './invited-link.tsx';
import { RightsField } from './rights-field.tsx';

/** What each invitation begins with: rights that were given to one person are not the next one's. */
const FIRST: { name: string; hours: Hours; rights: ReadonlyArray<Right> } = {
  name: '',
  hours: 'show',
  rights: RIGHT_SETS.queue,
};

/** Lets one more person in by a link, which is then shown once. */
export function Invite() {
  const act = useAct<InvitationLink>();
  const [draft, setDraft] = useState(FIRST);
  const set = (part: Partial<typeof FIRST>) => setDraft((before) => ({ ...before, ...part }));
  const { name, hours, rights } = draft;
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await act.run('POST', '/invitations', { name: name.trim(), hours, rights });
    void readPeople();
  }
  if (act.state.type === 'done') {
    const again = () => {
      setDraft(FIRST);
      act.clear();
    };
    return <InvitedLink link={act.state.value} name={name} leave={say('desk.another')} onLeave={again} />;
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
        onInput={(event) => set({ name: event.currentTarget.value })}
      />
      <HoursField label={say('desk.hours')} hours={hours} onChange={(wanted) => set({ hours: wanted })} />
      <RightsField rights={rights} onChange={(wanted) => set({ rights: wanted })} />
      <div>
        <Button look="primary" icon={UserPlus} type="submit" disabled={act.busy || name.trim() === ''}>
          {say('desk.make')}
        </Button>
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}
