import { Ticket } from 'lucide';
import { useState } from 'preact/hooks';
import type { PublicPage } from '../../shared/public-page.ts';
import { readCode } from '../../shared/short-code.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/surface.tsx';
import { claim } from './claim.ts';
import { CodeText } from './code-text.tsx';
import { busy } from './request-state.ts';
import { via, viaTyped, viaUnknown } from './via.ts';
import { say, sayTrouble } from './words.ts';

/** Said where it is seen at once: below the offers nobody would look for it. */
export function CodeUnknown() {
  if (!viaUnknown.value) return null;
  return (
    <div class="code-unknown">
      <Notice tone="warning" title={say('code.unknown')} />
    </div>
  );
}

/** A quiet way in for who heard or read a code in the live; a code that the address named is said back. */
export function CodeField({ page }: { page: PublicPage }) {
  if (via.value) {
    return (
      <p class="code-kept" role="status">
        <Icon node={Ticket} size={16} />
        {say('code.kept', { code: via.value })}
      </p>
    );
  }
  return (
    <details class="code-entry" open={viaUnknown.value}>
      <summary>
        <Icon node={Ticket} size={18} />
        {say('code.open')}
      </summary>
      <Entry page={page} />
    </details>
  );
}

function Entry({ page }: { page: PublicPage }) {
  const [typed, setTyped] = useState(viaTyped.value);
  const [error, setError] = useState<string | null>(null);
  async function use(event: SubmitEvent) {
    event.preventDefault();
    if (busy.value || typed.trim() === '') return;
    busy.value = true;
    const why = await claim(page, typed);
    busy.value = false;
    // Too many guessed at codes of the chat just now: a short code is none of those.
    if (why !== 'not-found' && why !== 'too-many') return setError(why && sayTrouble(why));
    const code = readCode(typed);
    if (!code) return setError(why === 'too-many' ? sayTrouble(why) : say('code.unread'));
    // The code's own address counts the visit and leads to its offer, whoever types it where.
    location.assign(`/c/${code}`);
  }
  return (
    <form class="code-form" noValidate onSubmit={(event) => void use(event)}>
      <CodeText
        typed={typed}
        error={error}
        onType={(next) => {
          setTyped(next);
          setError(null);
        }}
      />
      <Button type="submit" aria-disabled={busy.value}>
        {say('code.use')}
      </Button>
    </form>
  );
}
