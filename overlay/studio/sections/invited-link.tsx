import { Check, Copy } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InvitationLink } from '../../../shared/people.ts';
import { Button } from '../../parts/button.tsx';
import { copyText } from '../../parts/clipboard.ts';
import { Notice } from '../../parts/surface.tsx';
import { dayAndClock } from '../../parts/time-words.ts';
import { hereLink, isLoopback } from '../model/here-link.ts';
import { say, tongue } from '../model/words.ts';

interface InvitedProps {
  link: InvitationLink;
  name: string;
  /** What else has to be known of it. */
  note?: string;
  /** What the button says that leaves it. */
  leave: string;
  onLeave: () => void;
}

/**
 * The link is a key like the stage's address: it can be copied, and is not written out. It is there once, so it comes into
 * sight and has the focus.
 */
export function InvitedLink({ link, name, note, leave, onLeave }: InvitedProps) {
  const { expiresAt } = link;
  const url = hereLink(link.url, location);
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    title.current?.focus({ preventScroll: true });
    // The middle: at the top it would lie under the head that stays there.
    title.current?.scrollIntoView({ block: 'center' });
  }, [url]);
  async function copy(): Promise<void> {
    const done = await copyText(url);
    setCopied(done);
    // Where nothing can be copied the link has to be read: it will not come again.
    setShown(!done);
  }
  return (
    <section class="card stack" aria-label={say('desk.link', { name })}>
      <div class="stack gap-2">
        <h2 ref={title} tabIndex={-1}>
          {say('desk.link', { name })}
        </h2>
        <p class="quiet">{say('desk.linkText', { when: dayAndClock(expiresAt, undefined, tongue()) })}</p>
        {note && <p class="quiet small">{note}</p>}
      </div>
      {isLoopback(new URL(url, location.href).hostname) && <Notice tone="warning" title={say('desk.localLink')} />}
      <code class="secret">{shown ? url : `${url.split('#')[0]}#••••••••••••`}</code>
      <div class="row gap-2">
        <Button look="primary" icon={copied ? Check : Copy} onClick={() => void copy()}>
          {say(copied ? 'stage.copied' : 'desk.copy')}
        </Button>
        <Button look="plain" onClick={onLeave}>
          {leave}
        </Button>
      </div>
    </section>
  );
}
