import { Check, Copy, UserPlus } from 'lucide';
import { useState } from 'preact/hooks';
import type { InvitationLink } from '../../../shared/people.ts';
import { RIGHT_SETS, type Right } from '../../../shared/rights.ts';
import type { Instant } from '../../../shared/time.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { copyText } from '../../parts/clipboard.ts';
import { SelectField, TextField } from '../../parts/field.tsx';
import { PasskeysCard } from '../../parts/passkeys.tsx';
import { Notice } from '../../parts/surface.tsx';
import { dayAndClock } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { hereLink } from '../model/here-link.ts';
import { readPeople } from '../model/people.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { StandingWord } from '../model/standing.tsx';
import { view } from '../model/state.ts';
import { queueStanding } from '../model/strip.ts';
import { say, tongue } from '../model/words.ts';
import { DeskOutsideCard } from './desk-outside.tsx';
import { OwnSignInCard } from './own-sign-in.tsx';
import { PeopleCard, RightsField } from './people.tsx';
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
      <DeskOutsideCard />
      <OwnSignInCard />
      <PasskeysCard page="studio" />
    </div>
  );
}

const HOURS = [3, 6, 12, 24, 72, 168, 720];

function Invite() {
  const act = useAct<InvitationLink>();
  const [name, setName] = useState('');
  const [hours, setHours] = useState<number | null>(12);
  const [rights, setRights] = useState<ReadonlyArray<Right>>(RIGHT_SETS.desk);
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await act.run('POST', '/invitations', { name: name.trim(), hours, rights });
    void readPeople();
  }
  if (act.state.type === 'done') {
    return (
      <Invited
        url={hereLink(act.state.value.url, location)}
        name={name}
        ends={act.state.value.expiresAt}
        onAgain={() => {
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
      <HoursField hours={hours} onChange={setHours} />
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

function HoursField({ hours, onChange }: { hours: number | null; onChange: (hours: number | null) => void }) {
  return (
    <SelectField
      label={say('desk.hours')}
      value={String(hours ?? '')}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
    >
      {HOURS.map((each) => (
        <option key={each} value={String(each)}>
          {each < 48 ? say('desk.hoursOf', { count: each }) : say('desk.daysOf', { count: each / 24 })}
        </option>
      ))}
      <option value="">{tellPeople('forever')}</option>
    </SelectField>
  );
}

interface InvitedProps {
  url: string;
  name: string;
  ends: Instant;
  onAgain: () => void;
}

/** Whether a link names this computer and nobody else's way to it. */
function isLocal(url: string): boolean {
  const { hostname } = new URL(url, location.href);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** The link is a key like the stage's address: it can be copied, and is not written out. */
function Invited({ url, name, ends, onAgain }: InvitedProps) {
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState(false);
  async function copy(): Promise<void> {
    const done = await copyText(url);
    setCopied(done);
    // Where nothing can be copied the link has to be read: it will not come again.
    setShown(!done);
  }
  return (
    <section class="card stack" aria-label={say('desk.link', { name })}>
      <div class="stack gap-2">
        <h2>{say('desk.link', { name })}</h2>
        <p class="quiet">{say('desk.linkText', { when: dayAndClock(ends, undefined, tongue()) })}</p>
      </div>
      {isLocal(url) && <Notice tone="warning" title={say('desk.localLink')} />}
      <code class="secret">{shown ? url : `${url.split('#')[0]}#••••••••••••`}</code>
      <div class="row gap-2">
        <Button look="primary" icon={copied ? Check : Copy} onClick={() => void copy()}>
          {say(copied ? 'stage.copied' : 'desk.copy')}
        </Button>
        <Button look="plain" onClick={onAgain}>
          {say('desk.another')}
        </Button>
      </div>
    </section>
  );
}
