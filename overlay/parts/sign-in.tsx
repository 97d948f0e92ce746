import { Fingerprint, KeyRound } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { ask } from './ask.ts';
import { Button, LinkButton } from './button.tsx';
import { TextField } from './field.tsx';
import { Icon } from './icon.tsx';
import { keyIn, type LoginState, signIn, signInByPassword } from './login.ts';
import { canUsePasskeys, usePasskey } from './passkey.ts';
import { signInWords } from './sign-in-words.ts';
import { Notice } from './surface.tsx';
import './sign-in.css';

/** What somebody sees who is not signed in, is signed in for the desk alone, or while the server is away: where the link is, and a field for it. */
export function SignInPage({ page, state }: { page: 'studio' | 'desk'; state: LoginState }) {
  const { say } = signInWords;
  const offered = useOffered();
  return (
    <main class="sign-in">
      <div class="sign-in-plate stack gap-6">
        <div class="stack gap-3">
          <span class="sign-in-mark">
            <Icon node={KeyRound} size={24} />
          </span>
          <h1>{say(page === 'studio' ? 'studioTitle' : 'deskTitle')}</h1>
          <p class="quiet">{say(page === 'studio' ? 'studioText' : 'deskText')}</p>
        </div>
        <Trouble state={state} />
        {state.type === 'in' && (
          <LinkButton href="/desk" wide>
            {say('openDesk')}
          </LinkButton>
        )}
        {offered && <PasskeyButton />}
        <KeyForm look={offered ? 'quiet' : 'primary'} />
        {page === 'studio' && (
          <div class="sign-in-where">
            <p class="small">
              <strong>{say('where')}</strong>
            </p>
            <p class="small quiet">{say('whereText')}</p>
          </div>
        )}
        {page === 'studio' && <PasswordForm />}
      </div>
    </main>
  );
}

function Trouble({ state }: { state: LoginState }) {
  const { say } = signInWords;
  if (state.type === 'away') return <Notice tone="warning" title={say('unreachable')} />;
  if (state.type === 'in') return <Notice tone="accent" title={say('deskOnly')} />;
  if (state.type !== 'out' || state.why === 'none') return null;
  if (state.why === 'ended') return <Notice tone="accent" title={say('ended')} />;
  if (state.why === 'revoked' || state.why === 'over') return <Notice tone="warning" title={say(state.why)} />;
  const words = {
    wrong: 'wrong',
    'wrong-password': 'wrongPassword',
    'wrong-passkey': 'wrongPasskey',
    'too-many': 'tooMany',
  } as const;
  return <Notice tone="danger" title={say(words[state.why])} />;
}

/** Whether a passkey was made at this address and the browser can use one. */
function useOffered(): boolean {
  const [offered, setOffered] = useState(false);
  useEffect(() => {
    if (!canUsePasskeys()) return;
    void ask<{ offered: boolean }>('GET', '/login/passkey').then((answer) => {
      if (answer.type === 'done') setOffered(answer.value.offered);
    });
  }, []);
  return offered;
}

function PasskeyButton() {
  const { say } = signInWords;
  const [busy, setBusy] = useState(false);
  async function go(): Promise<void> {
    setBusy(true);
    await usePasskey();
    setBusy(false);
  }
  return (
    <Button look="primary" icon={Fingerprint} wide disabled={busy} onClick={() => void go()}>
      {say(busy ? 'signingIn' : 'passkey')}
    </Button>
  );
}

function KeyForm({ look }: { look: 'primary' | 'quiet' }) {
  const { say } = signInWords;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const key = keyIn(text);
    setEmpty(key === null);
    if (key === null) return;
    setBusy(true);
    await signIn(key);
    setBusy(false);
  }
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <TextField
        label={say('key')}
        value={text}
        // A key on a shared screen is a key in the video: it is masked while it is pasted.
        type="password"
        autocomplete="off"
        error={empty ? say('needed') : null}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Button look={look} type="submit" wide disabled={busy}>
        {say(busy ? 'signingIn' : 'signIn')}
      </Button>
    </form>
  );
}

/** For the owner who has set one in the studio: the printed link is in a window that may be far away. */
function PasswordForm() {
  const { say } = signInWords;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (text === '') return;
    setBusy(true);
    if (!(await signInByPassword(text))) setText('');
    setBusy(false);
  }
  return (
    <form class="sign-in-where stack" onSubmit={(event) => void send(event)}>
      {/* Password managers keep a name beside each password. */}
      <input type="text" name="username" value="owner" autocomplete="username" readOnly hidden />
      <TextField
        label={say('password')}
        hint={say('passwordHint')}
        value={text}
        type="password"
        autocomplete="current-password"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" wide disabled={busy || text === ''}>
        {say(busy ? 'signingIn' : 'signInByPassword')}
      </Button>
    </form>
  );
}
