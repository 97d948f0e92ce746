import './chat.css';
import { SendHorizontal } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ThreadMessage } from '../../shared/booking.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { localTextIn } from '../../shared/merged-words.ts';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import type { ThreadView } from '../../shared/thread-view.ts';
import { IconButton } from '../parts/button.tsx';
import { Trouble } from './faces.tsx';
import { LinkedWords } from './linked-words.tsx';
import { saySystem } from './system-words.ts';
import { acting, messageRefused, sendMessage } from './thread-state.ts';
import { sayWhen } from './times.ts';
import { say, spoken } from './words.ts';

/** The conversation, oldest first, and the line to write in. */
export function Chat({ secret, view }: { secret: string; view: ThreadView }) {
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(view.messages.length);
  const count = view.messages.length;
  useEffect(() => {
    // Only what is new scrolls: opening the page begins at its status.
    if (count > seen.current) end.current?.scrollIntoView({ block: 'nearest' });
    seen.current = count;
  }, [count]);
  return (
    <section class="chat" aria-label={say('thread.chat')}>
      <h2>{say('thread.chat')}</h2>
      {count === 0 && <p class="quiet small">{say('thread.chatEmpty', { name: view.creator.name })}</p>}
      <ol class="messages" aria-live="polite">
        {view.messages.map((message) => (
          <Message key={message.id} message={message} view={view} />
        ))}
      </ol>
      <div class="stack gap-3" ref={end}>
        {messageRefused.value && <Trouble why={messageRefused.value.why} />}
        {view.actions.includes('message') ? <Composer secret={secret} /> : <p class="quiet">{say('thread.closed')}</p>}
      </div>
    </section>
  );
}

function Message({ message, view }: { message: ThreadMessage; view: ThreadView }) {
  const at = sayWhen(message.at, view.zone);
  if (message.from === 'system') {
    return (
      <li class="message-system">
        {saySystem(message, view.zone)} · {at}
      </li>
    );
  }
  const mine = message.from === 'viewer';
  const from = localTextIn(message, 'mergedFrom');
  return (
    <li class={`message${mine ? ' message-mine' : ''}`}>
      <span class="message-by">
        {mine ? say('thread.you') : <bdi>{view.creator.name}</bdi>} · {at}
        {from && ` · ${say('system.mergedFrom', { title: inLanguage(from, spoken()) })}`}
      </span>
      <p class="bubble" dir="auto">
        {mine ? message.text : <LinkedWords text={message.text} />}
      </p>
    </li>
  );
}

function Composer({ secret }: { secret: string }) {
  const [text, setText] = useState('');
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const words = text.trim();
    if (words === '' || acting.value) return;
    // What was typed stays until it has arrived, and what was typed behind it meanwhile for the next one.
    if (await sendMessage(secret, words))
      setText((now) => (now.startsWith(text) ? now.slice(text.length).trimStart() : now));
  }
  return (
    <form class="composer" onSubmit={(event) => void submit(event)}>
      <textarea
        class="control"
        rows={1}
        dir="auto"
        aria-label={say('thread.write')}
        placeholder={say('thread.write')}
        value={text}
        maxLength={LONGEST_MESSAGE}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // With a keyboard Enter sends; on a phone's it makes a line, and the button beside it sends.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          if (!matchMedia('(hover: hover) and (pointer: fine)').matches) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <IconButton look="primary" type="submit" icon={SendHorizontal} label={say('thread.send')} />
    </form>
  );
}
