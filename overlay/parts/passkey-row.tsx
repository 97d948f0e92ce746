import { Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { ListedPasskey } from '../../shared/passkeys.ts';
import { ask, type Method, type Refused } from './ask.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { PasskeyRefused } from './passkey-refused.tsx';
import { passkeyWords, sayPasskey } from './passkey-words.ts';
import { dayAndClock } from './time-words.ts';

/** One passkey, with another name for it and its end. */
export function PasskeyRow(props: { passkey: ListedPasskey; onGone: () => void; onRenamed: () => void }) {
  const { passkey, onGone, onRenamed } = props;
  const [open, setOpen] = useState<'nothing' | 'renaming' | 'removing'>('nothing');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { id, name } = passkey;
  async function run(method: Method, body: object, then: () => void): Promise<void> {
    setBusy(true);
    const answer = await ask(method, `/passkeys/${id}`, body);
    setBusy(false);
    setOpen('nothing');
    setRefused(answer.type === 'refused' ? answer : null);
    if (answer.type === 'done') then();
  }
  const shut = () => setOpen('nothing');
  return (
    <div class="stack gap-2">
      <hr class="rule" />
      <p>
        <strong>{name}</strong> <span class="quiet small">{standingOf(passkey)}</span>
      </p>
      {open === 'nothing' && (
        <div class="row gap-2">
          <Button
            size="small"
            look="plain"
            icon={Pencil}
            aria-label={sayPasskey('renameOf', { name })}
            onClick={() => setOpen('renaming')}
          >
            {sayPasskey('rename')}
          </Button>
          <Button
            size="small"
            look="plain"
            icon={Trash2}
            aria-label={sayPasskey('removeOf', { name })}
            onClick={() => setOpen('removing')}
          >
            {sayPasskey('remove')}
          </Button>
        </div>
      )}
      {open === 'renaming' && (
        <RenameForm
          name={name}
          busy={busy}
          onSave={(next) => void run('PUT', { name: next }, onRenamed)}
          onShut={shut}
        />
      )}
      {open === 'removing' && (
        <>
          <p role="alert">{sayPasskey('removeAsk', { name })}</p>
          <div class="row gap-2">
            <Button size="small" look="danger" disabled={busy} onClick={() => void run('DELETE', {}, onGone)}>
              {sayPasskey('removeYes')}
            </Button>
            <Button size="small" onClick={shut}>
              {sayPasskey('keep')}
            </Button>
          </div>
        </>
      )}
      <PasskeyRefused refused={refused} />
    </div>
  );
}

function RenameForm(props: { name: string; busy: boolean; onSave: (name: string) => void; onShut: () => void }) {
  const { busy, onSave, onShut } = props;
  const [name, setName] = useState(props.name);
  const isSame = name.trim() === '' || name.trim() === props.name;
  return (
    <form
      class="stack gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSame) onSave(name.trim());
      }}
    >
      <TextField
        label={sayPasskey('newName')}
        autocomplete="off"
        maxLength={60}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <div class="row gap-2">
        <Button size="small" type="submit" disabled={busy || isSame}>
          {sayPasskey('save')}
        </Button>
        <Button size="small" look="plain" onClick={onShut}>
          {sayPasskey('keep')}
        </Button>
      </div>
    </form>
  );
}

function standingOf({ host, createdAt, usedAt }: ListedPasskey): string {
  const when = (at: string) => dayAndClock(at, undefined, passkeyWords.language.value ?? 'en');
  const used = usedAt === null ? sayPasskey('unused') : sayPasskey('used', { when: when(usedAt) });
  return [sayPasskey('at', { host }), sayPasskey('since', { when: when(createdAt) }), used].join(' · ');
}
