import { Check, Copy, KeyRound, Link } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { InvitationLink, ListedPerson } from '../../../shared/people.ts';
import { RIGHT_SETS, type Right } from '../../../shared/rights.ts';
import { Button } from '../../parts/button.tsx';
import { copyText } from '../../parts/clipboard.ts';
import { dayAndClock } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { docksOf, nameForDock } from '../model/dock-people.ts';
import { hereLink, isLoopback } from '../model/here-link.ts';
import { people, readPeople } from '../model/people.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';

interface Dock {
  readonly word: 'desk' | 'buttons';
  /** What is asked of the desk's page beside its key. */
  readonly query: string;
  readonly rights: ReadonlyArray<Right>;
}

/** Each with the rights that it needs and no more: a dock's address is a key, and OBS keeps it in the clear. */
const DOCKS: ReadonlyArray<Dock> = [
  { word: 'desk', query: '', rights: [...RIGHT_SETS.desk, 'control-scenes'] },
  { word: 'buttons', query: '?only=scenes', rights: ['control-scenes'] },
];
const STEPS = ['docks.step1', 'docks.step2', 'docks.step3'] as const;

/** The addresses for OBS's own docks, and how a dock is added. */
export function Docks() {
  useEffect(() => void readPeople(), []);
  return (
    <section class="card stack" aria-label={say('docks.title')}>
      <div>
        <h2>{say('docks.title')}</h2>
        <p class="quiet small">{say('docks.text')}</p>
        {isLoopback(location.hostname) && (
          <p class="quiet small">{say('docks.phone', { port: location.port || '80' })}</p>
        )}
      </div>
      <div class="two">
        {DOCKS.map((dock) => (
          <DockAddress key={dock.word} dock={dock} />
        ))}
      </div>
      <hr class="rule" />
      <h3>{say('docks.how')}</h3>
      <ol class="hand-steps">
        {STEPS.map((step) => (
          <li key={step}>{say(step)}</li>
        ))}
      </ol>
    </section>
  );
}

/** Made when it is asked for, copied, and never written out unless nothing can be copied. */
function DockAddress({ dock: { word, query, rights } }: { dock: Dock }) {
  const act = useAct<InvitationLink>();
  const address = act.state.type === 'done' ? hereLink(act.state.value.url.replace('#', `${query}#`), location) : null;
  const docks = docksOf(people.value ?? [], rights, now.value);
  async function make(): Promise<void> {
    const name = nameForDock(say(`docks.${word}Name`), docks);
    const answer = await act.run('POST', '/invitations', { name, hours: null, rights });
    if (answer.type === 'done') await readPeople();
  }
  return (
    <div class="stack gap-2">
      <h3>{say(`docks.${word}`)}</h3>
      <p class="quiet small">{say(`docks.${word}Text`)}</p>
      {address === null && docks.length > 0 && (
        <DocksThere docks={docks} isBusy={act.busy} onLink={(id) => void act.run('POST', `/people/${id}/link`)} />
      )}
      {address === null ? (
        <div>
          <Button icon={KeyRound} disabled={act.busy} onClick={() => void make()}>
            {say(docks.length > 0 ? 'docks.makeMore' : 'docks.make')}
          </Button>
        </div>
      ) : (
        <CopyAddress address={address} />
      )}
      <RefusedNote refused={act.refused} />
    </div>
  );
}

interface ThereProps {
  docks: ReadonlyArray<ListedPerson>;
  isBusy: boolean;
  onLink: (id: string) => void;
}

/** The docks that are let in already, each with the way to another address for the same one. */
function DocksThere({ docks, isBusy, onLink }: ThereProps) {
  return (
    <>
      <ul class="docks-there">
        {docks.map(({ id, name, from }) => (
          <li key={id} class="apart">
            <span>
              {name}{' '}
              <span class="quiet small">{say('docks.madeAt', { when: dayAndClock(from, undefined, tongue()) })}</span>
            </span>
            <Button
              size="small"
              look="plain"
              icon={Link}
              disabled={isBusy}
              aria-label={`${say('docks.again')}: ${name}`}
              onClick={() => onLink(id)}
            >
              {say('docks.again')}
            </Button>
          </li>
        ))}
      </ul>
      <p class="quiet small">{say('docks.againText')}</p>
    </>
  );
}

function CopyAddress({ address }: { address: string }) {
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState(false);
  async function copy(): Promise<void> {
    const done = await copyText(address);
    setCopied(done);
    setShown(!done);
  }
  return (
    <>
      <code class="secret">{shown ? address : `${address.split('#')[0]}#••••••••••••`}</code>
      <div>
        <Button look="primary" icon={copied ? Check : Copy} onClick={() => void copy()}>
          {say(copied ? 'stage.copied' : 'stage.copy')}
        </Button>
      </div>
    </>
  );
}
