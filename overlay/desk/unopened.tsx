import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import type { RequestMade } from '../../shared/public-page.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { copyText } from '../parts/clipboard.ts';
import { Notice } from '../parts/surface.tsx';
import { sayQueue } from './queue-words.ts';
import { refusedText } from './refusal-card.tsx';
import { canAct, fresh } from './state.ts';
import { say } from './words.ts';

/** The link of the one request that it was asked for last; gone with the page. */
const given = signal<RequestMade | null>(null);

/** In the details: what is written to this viewer is read by nobody yet. */
export function UnopenedNotice({ request }: { request: DeskRequest }) {
  if (!request.unopened) return null;
  return (
    <Notice tone="warning" title={sayQueue('unopened.title', { name: request.name })}>
      <p>{sayQueue('unopened.text')}</p>
      <LinkAgain request={request} />
    </Notice>
  );
}

/** At the reply, where it is not to be missed. */
export function UnopenedLine({ request }: { request: DeskRequest }) {
  if (!request.unopened) return null;
  return (
    <div class="reply-unopened">
      <p>{sayQueue('unopened.reply', { name: request.name })}</p>
      <LinkAgain request={request} />
    </div>
  );
}

/** The link is a key to the thread, contact and all: who may not see that is not given it. */
function LinkAgain({ request }: { request: DeskRequest }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [copied, setCopied] = useState(false);
  if (!canAct('reply') || request.contact?.hidden) return null;
  async function get(): Promise<void> {
    const answer = await ask<RequestMade>('POST', `/requests/${encodeURIComponent(request.id)}/link`);
    setRefused(answer.type === 'refused' ? answer : null);
    if (answer.type === 'done') given.value = answer.value;
  }
  const link = given.value?.id === request.id ? given.value.thread : null;
  return (
    <>
      {link !== null && <code class="paste-link">{link}</code>}
      {refused && <p role="alert">{refusedText(refused, null)}</p>}
      <Button
        size="small"
        disabled={!fresh.value}
        onClick={() => void (link === null ? get() : copyText(link).then(setCopied))}
      >
        {link === null ? sayQueue('unopened.link') : say(copied ? 'paste.copied' : 'paste.copy')}
      </Button>
    </>
  );
}
