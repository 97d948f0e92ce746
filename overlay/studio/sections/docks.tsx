import { Check, Copy, KeyRound } from 'lucide';
import { useState } from 'preact/hooks';
import type { InvitationLink } from '../../../shared/people.ts';
import { RIGHT_SETS, type Right } from '../../../shared/rights.ts';
import { Button } from '../../parts/button.tsx';
import { copyText } from '../../parts/clipboard.ts';
import { useAct } from '../model/act.ts';
import { hereLink, isLoopback } from '../model/here-link.ts';
import { RefusedNote } from '../model/refused.tsx';
import { say } from '../model/words.ts';

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
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState(false);
  const address = act.state.type === 'done' ? hereLink(act.state.value.url.replace('#', `${query}#`), location) : null;
  const make = () => act.run('POST', '/invitations', { name: say(`docks.${word}Name`), hours: null, rights });
  async function copy(url: string): Promise<void> {
    const done = await copyText(url);
    setCopied(done);
    setShown(!done);
  }
  return (
    <div class="stack gap-2">
      <h3>{say(`docks.${word}`)}</h3>
      <p class="quiet small">{say(`docks.${word}Text`)}</p>
      {address !== null && <code class="secret">{shown ? address : `${address.split('#')[0]}#••••••••••••`}</code>}
      <div>
        {address === null ? (
          <Button icon={KeyRound} disabled={act.busy} onClick={() => void make()}>
            {say('docks.make')}
          </Button>
        ) : (
          <Button look="primary" icon={copied ? Check : Copy} onClick={() => void copy(address)}>
            {say(copied ? 'stage.copied' : 'stage.copy')}
          </Button>
        )}
      </div>
      <RefusedNote refused={act.refused} />
    </div>
  );
}
