import { Fingerprint, Trash2 } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { studioPeople } from '../../../shared/locales/en/studio-people.ts';
import type { ListedPasskey, PasskeyList } from '../../../shared/passkeys.ts';
import { ask, type Refused } from '../../parts/ask.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { canUsePasskeys, makePasskey } from '../../parts/passkey.ts';
import { Notice } from '../../parts/surface.tsx';
import { dayAndClock } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { tongue } from '../model/words.ts';

/** The owner's passkeys: which there are, one more, one less; at an address that takes none, where to go. */
export function PasskeysCard() {
  const [list, setList] = useState<PasskeyList | null>(null);
  const [gone, setGone] = useState(0);
  async function read(): Promise<void> {
    const answer = await ask<PasskeyList>('GET', '/passkeys');
    if (answer.type === 'done') setList(answer.value);
  }
  useEffect(() => void read(), []);
  function removed(): void {
    setGone(gone + 1);
    void read();
  }
  return (
    <section class="card stack" aria-label={tellPeople('passkey.title')}>
      <div class="stack gap-2">
        <h2>{tellPeople('passkey.title')}</h2>
        <p class="quiet">{tellPeople('passkey.text')}</p>
        {list?.passkeys.length === 0 && <p>{tellPeople('passkey.none')}</p>}
      </div>
      {list?.passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} onGone={removed} />
      ))}
      {/* That one was kept is no news any more once one is gone. */}
      {list && <OneMore key={gone} addresses={list.addresses} onMade={() => void read()} />}
    </section>
  );
}

function PasskeyRow({ passkey, onGone }: { passkey: ListedPasskey; onGone: () => void }) {
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const { id, name } = passkey;
  async function remove(): Promise<void> {
    const answer = await act.run('DELETE', `/passkeys/${id}`);
    setAsking(false);
    if (answer.type === 'done') onGone();
  }
  return (
    <div class="stack gap-2">
      <hr class="rule" />
      <p>
        <strong>{name}</strong> <span class="quiet small">{standingOf(passkey)}</span>
      </p>
      {asking && <p role="alert">{tellPeople('passkey.removeAsk', { name })}</p>}
      <div class="row gap-2">
        {asking ? (
          <>
            <Button size="small" look="danger" disabled={act.busy} onClick={() => void remove()}>
              {tellPeople('passkey.removeYes')}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {tellPeople('keep')}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            look="plain"
            icon={Trash2}
            aria-label={tellPeople('passkey.removeOf', { name })}
            onClick={() => setAsking(true)}
          >
            {tellPeople('passkey.remove')}
          </Button>
        )}
      </div>
      <RefusedNote refused={act.refused} />
    </div>
  );
}

function standingOf({ host, createdAt, usedAt }: ListedPasskey): string {
  const when = (at: string) => dayAndClock(at, undefined, tongue());
  const used = usedAt === null ? tellPeople('passkey.unused') : tellPeople('passkey.used', { when: when(usedAt) });
  return [tellPeople('passkey.at', { host }), tellPeople('passkey.since', { when: when(createdAt) }), used].join(' · ');
}

function OneMore({ addresses, onMade }: { addresses: ReadonlyArray<string>; onMade: () => void }) {
  const [first] = addresses;
  if (!addresses.includes(location.origin)) {
    return (
      <Notice tone="accent" title={tellPeople('passkey.elsewhere')}>
        <p>{tellPeople('passkey.elsewhereText')}</p>
        {first && (
          <LinkButton href={`${first}/studio#desk`}>{tellPeople('passkey.open', { address: first })}</LinkButton>
        )}
      </Notice>
    );
  }
  return canUsePasskeys() ? <MakeForm onMade={onMade} /> : <p class="quiet">{tellPeople('passkey.cannot')}</p>;
}

function MakeForm({ onMade }: { onMade: () => void }) {
  const [name, setName] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [refused, setRefused] = useState<Refused | null>(null);
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === '') return;
    setState('busy');
    setRefused(null);
    const answer = await makePasskey(name.trim());
    const done = answer.type === 'done';
    setState(done ? 'done' : 'idle');
    setRefused(done ? null : answer);
    if (!done) return;
    setName('');
    onMade();
  }
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <TextField
        label={tellPeople('passkey.name')}
        hint={tellPeople('passkey.nameHint')}
        autocomplete="off"
        maxLength={60}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      {state === 'done' && <Notice tone="positive" title={tellPeople('passkey.made')} />}
      {refused && <PasskeyRefused refused={refused} />}
      <div>
        <Button look="primary" icon={Fingerprint} type="submit" disabled={state === 'busy' || name.trim() === ''}>
          {tellPeople(state === 'busy' ? 'passkey.making' : 'passkey.make')}
        </Button>
      </div>
    </form>
  );
}

type Word = keyof (typeof studioPeople)['passkey']['refused'];
const KNOWN: ReadonlyArray<Word> = [
  'passkey-cancelled',
  'passkey-known',
  'passkey-elsewhere',
  'passkey-by-login',
  'too-many-passkeys',
  'wrong-passkey',
];

function PasskeyRefused({ refused }: { refused: Refused }) {
  const known = KNOWN.find((word) => word === refused.why);
  return known ? (
    <Notice tone="danger" title={tellPeople(`passkey.refused.${known}`)} />
  ) : (
    <RefusedNote refused={refused} />
  );
}
