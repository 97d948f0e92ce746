import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';

const LEAST = 12;

/** The owner's own way in beside the printed link: a password that is set, replaced or taken away. */
export function OwnSignInCard() {
  const act = useAct();
  const [isSet, setIsSet] = useState<boolean | null>(null);
  const [text, setText] = useState('');
  const [done, setDone] = useState<'kept' | 'gone' | null>(null);
  useEffect(() => {
    void ask<{ set: boolean }>('GET', '/password').then((answer) => {
      // One that was set or taken away while this was asked is newer.
      if (answer.type === 'done') setIsSet((known) => known ?? answer.value.set);
    });
  }, []);
  async function put(password: string | null): Promise<void> {
    setDone(null);
    const answer = await act.run('PUT', '/password', { password });
    if (answer.type !== 'done') return;
    setText('');
    setIsSet(password !== null);
    setDone(password === null ? 'gone' : 'kept');
  }
  function send(event: SubmitEvent): void {
    event.preventDefault();
    if (text.length >= LEAST) void put(text);
  }
  return (
    <form class="card stack" onSubmit={send}>
      <div class="stack gap-2">
        <h2>{tellPeople('signInTitle')}</h2>
        <p class="quiet">{tellPeople('signInText')}</p>
        {isSet !== null && <p>{tellPeople(isSet ? 'passwordSet' : 'passwordNone')}</p>}
      </div>
      <input type="text" name="username" value="owner" autocomplete="username" readOnly hidden />
      <TextField
        label={tellPeople('newPassword')}
        hint={tellPeople('newPasswordHint')}
        type="password"
        autocomplete="new-password"
        maxLength={200}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {done && <Notice tone="positive" title={tellPeople(done === 'kept' ? 'passwordKept' : 'passwordGone')} />}
      <RefusedNote refused={act.refused} />
      <div class="row gap-2">
        <Button look="primary" type="submit" disabled={act.busy || text.length < LEAST}>
          {tellPeople('setPassword')}
        </Button>
        {isSet && (
          <Button disabled={act.busy} onClick={() => void put(null)}>
            {tellPeople('takePassword')}
          </Button>
        )}
      </div>
    </form>
  );
}
