import { Fingerprint } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { ListedPasskey, PasskeyList } from '../../shared/passkeys.ts';
import { newest } from '../newest.ts';
import { ask, type Refused } from './ask.ts';
import { Button, LinkButton } from './button.tsx';
import { TextField } from './field.tsx';
import { canUsePasskeys, makePasskey } from './passkey.ts';
import { PasskeyRefused } from './passkey-refused.tsx';
import { PasskeyRow } from './passkey-row.tsx';
import { sayPasskey } from './passkey-words.ts';
import { Notice } from './surface.tsx';

type Page = 'studio' | 'desk';

/** The own passkeys of who is signed in: which there are, one more, another name, one less; at an address that takes none, where to go. */
export function PasskeysCard({ page }: { page: Page }) {
  const [list, setList] = useState<PasskeyList | null>(null);
  const [gone, setGone] = useState(0);
  const [lists] = useState(newest);
  async function read(): Promise<void> {
    const isNews = lists.asked();
    const answer = await ask<PasskeyList>('GET', '/passkeys');
    if (answer.type === 'done' && isNews()) setList(answer.value);
  }
  useEffect(() => void read(), []);
  function removed(): void {
    setGone(gone + 1);
    void read();
  }
  return (
    <section class={page === 'studio' ? 'card stack' : 'stack'} aria-label={sayPasskey('title')}>
      <div class="stack gap-2">
        {page === 'studio' ? <h2>{sayPasskey('title')}</h2> : <h3>{sayPasskey('title')}</h3>}
        <p class="quiet">{sayPasskey(page === 'studio' ? 'text' : 'deskText')}</p>
        {list?.passkeys.length === 0 && <p>{sayPasskey('none')}</p>}
      </div>
      {list?.passkeys.map((passkey: ListedPasskey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} onGone={removed} onRenamed={() => void read()} />
      ))}
      {/* That one was kept is no news any more once one is gone. */}
      {list && <OneMore key={gone} page={page} addresses={list.addresses} onMade={() => void read()} />}
    </section>
  );
}

function OneMore(props: { page: Page; addresses: ReadonlyArray<string>; onMade: () => void }) {
  const { page, addresses, onMade } = props;
  if (addresses.includes(location.origin)) {
    return canUsePasskeys() ? <MakeForm onMade={onMade} /> : <p class="quiet">{sayPasskey('cannot')}</p>;
  }
  // Who moderates from elsewhere cannot open the streamer's own addresses.
  const first = page === 'studio' ? addresses[0] : undefined;
  return (
    <Notice tone="accent" title={sayPasskey('elsewhere')}>
      <p>{sayPasskey(page === 'studio' ? 'elsewhereText' : 'elsewhereDesk')}</p>
      {first && <LinkButton href={`${first}/studio#desk`}>{sayPasskey('open', { address: first })}</LinkButton>}
    </Notice>
  );
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
        label={sayPasskey('name')}
        hint={sayPasskey('nameHint')}
        autocomplete="off"
        maxLength={60}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      {state === 'done' && <Notice tone="positive" title={sayPasskey('made')} />}
      <PasskeyRefused refused={refused} />
      <div>
        <Button look="primary" icon={Fingerprint} type="submit" disabled={state === 'busy' || name.trim() === ''}>
          {sayPasskey(state === 'busy' ? 'making' : 'make')}
        </Button>
      </div>
    </form>
  );
}
