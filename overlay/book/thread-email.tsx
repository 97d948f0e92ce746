import { useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/thread-view.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Fact } from './fact.tsx';
import { useOpened } from './opened.ts';
import { acting, mailAt, tell } from './thread-state.ts';
import { say } from './words.ts';

interface Props {
  readonly secret: string;
  readonly view: ThreadView;
}

/** The address that was given, which can be corrected or removed; nothing where none was and no mail is ever sent. */
export function ThreadEmail({ secret, view }: Props) {
  const [open, setOpen] = useState(false);
  if (view.email === null && !view.mails) return null;
  return (
    <Fact name={say('mailTo.title')}>
      {open ? (
        <EmailForm secret={secret} view={view} close={() => setOpen(false)} />
      ) : (
        <>
          <span class="mail-at">{view.email ?? <span class="quiet">{say('mailTo.none')}</span>}</span>
          {!view.mails && <p class="small quiet">{say('mailTo.off')}</p>}
          <Button onClick={() => setOpen(true)}>{say(view.email === null ? 'mailTo.add' : 'mailTo.change')}</Button>
        </>
      )}
    </Fact>
  );
}

/** As far as a page can tell: the server has the last word. */
function isAddress(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text);
}

function EmailForm({ secret, view, close }: Props & { readonly close: () => void }) {
  const [typed, setTyped] = useState(view.email ?? '');
  const [wrong, setWrong] = useState(false);
  const opened = useOpened<HTMLFormElement>();
  async function keep(email: string | null): Promise<void> {
    if (await mailAt(secret, email)) close();
  }
  function leave(): void {
    close();
    tell();
  }
  function save(event: SubmitEvent): void {
    event.preventDefault();
    setWrong(!isAddress(typed.trim()));
    if (isAddress(typed.trim())) void keep(typed.trim());
  }
  return (
    <form class="stack gap-3" noValidate tabIndex={-1} ref={opened} onSubmit={save}>
      <TextField
        label={say('mailTo.field')}
        hint={say(view.mails ? 'mailTo.hint' : 'mailTo.off')}
        error={wrong ? say('details.badEmail') : null}
        type="email"
        inputMode="email"
        autocomplete="email"
        value={typed}
        maxLength={254}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div class="row gap-2">
        <Button look="primary" type="submit" disabled={acting.value}>
          {say('mailTo.save')}
        </Button>
        {view.email !== null && (
          <Button disabled={acting.value} onClick={() => void keep(null)}>
            {say('mailTo.remove')}
          </Button>
        )}
        <Button look="plain" onClick={leave}>
          {say('mailTo.cancel')}
        </Button>
      </div>
    </form>
  );
}
