import { Copy, Eye, EyeOff, RefreshCw } from 'lucide';
import { useState } from 'preact/hooks';
import type { CalendarFeed } from '../../../shared/mail.ts';
import type { Method } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { copyText } from '../../parts/clipboard.ts';
import { Check } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { tellMail } from '../model/mail-words.ts';
import { RefusedNote } from '../model/refused.tsx';

/** The address to subscribe to. Masked until asked for: the studio may be on air. */
export function FeedCard({ first }: { first: CalendarFeed }) {
  const act = useAct<CalendarFeed>();
  const [feed, setFeed] = useState(first);
  async function call(method: Method, path: string, body?: unknown): Promise<void> {
    const answer = await act.run(method, path, body);
    if (answer.type === 'done') setFeed(answer.value);
  }
  const { url } = feed;
  return (
    <section class="card stack gap-3">
      <h2>{tellMail('feed.title')}</h2>
      <p class="quiet small">{tellMail('feed.text')}</p>
      {url === null ? (
        <div>
          <Button disabled={act.busy} onClick={() => void call('POST', '/calendar-feed/renew')}>
            {tellMail('feed.on')}
          </Button>
        </div>
      ) : (
        <>
          <Address url={url} busy={act.busy} call={call} />
          <p class="quiet small">
            {tellMail('feed.renew')}: {tellMail('feed.renewHint')}
          </p>
          <Check
            look="switch"
            label={tellMail('feed.contacts')}
            hint={tellMail('feed.contactsHint')}
            checked={feed.contacts}
            disabled={act.busy}
            onChange={(event) => void call('PUT', '/calendar-feed', { contacts: event.currentTarget.checked })}
          />
        </>
      )}
      <RefusedNote refused={act.refused} />
    </section>
  );
}

interface AddressProps {
  url: string;
  busy: boolean;
  call: (method: Method, path: string) => Promise<void>;
}

/** The address, and what is done with it. */
function Address({ url, busy, call }: AddressProps) {
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    const done = await copyText(url);
    setCopied(done);
    if (!done) setShown(true);
  }
  return (
    <>
      <span class="secret">{shown ? url : url.replace(/[\w-]{43}\.ics$/, '••••••••.ics')}</span>
      <div class="mail-acts">
        <Button size="small" icon={Copy} onClick={() => void copy()}>
          {tellMail(copied ? 'feed.copied' : 'feed.copy')}
        </Button>
        <Button size="small" icon={shown ? EyeOff : Eye} onClick={() => setShown(!shown)}>
          {tellMail(shown ? 'feed.hide' : 'feed.show')}
        </Button>
        <Button
          size="small"
          icon={RefreshCw}
          title={tellMail('feed.renewHint')}
          disabled={busy}
          onClick={() => {
            setCopied(false);
            void call('POST', '/calendar-feed/renew');
          }}
        >
          {tellMail('feed.renew')}
        </Button>
        <Button size="small" disabled={busy} onClick={() => void call('DELETE', '/calendar-feed')}>
          {tellMail('feed.off')}
        </Button>
      </div>
    </>
  );
}
