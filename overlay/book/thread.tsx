import './thread.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/thread-view.ts';
import { Chat } from './chat.tsx';
import { Failed, Loading, Missing, Trouble } from './faces.tsx';
import { KeepPage } from './keep-page.tsx';
import { Mover } from './mover.tsx';
import { Progress } from './progress.tsx';
import { takeSentMark } from './sent-mark.ts';
import { StatusCard } from './status-card.tsx';
import { Erase, Erased } from './thread-erase.tsx';
import { isAppointment, ThreadFacts } from './thread-facts.tsx';
import { Receipt } from './thread-receipt.tsx';
import {
  erased,
  openThread,
  refresh,
  speakInThread,
  staleSince,
  tell,
  thread,
  threadRefused,
  told,
} from './thread-state.ts';
import { sayWhen } from './times.ts';
import { say, spoken, timesTag } from './words.ts';

const justSent = takeSentMark();

/** One viewer's private page: where the request stands, and the conversation below it. */
export function Thread({ secret }: { secret: string }) {
  useEffect(() => openThread(secret), [secret]);
  const current = thread.value;
  if (erased.value) return <Erased cancelled={erased.value.cancelled} />;
  switch (current.type) {
    case 'loading':
      return <Loading whole />;
    case 'failed':
      if (current.why === 'not-found') return <Missing thread />;
      return <Failed why={current.why} retry={() => void refresh(secret)} />;
    case 'ready':
      return <Ready secret={secret} view={current.value} />;
  }
}

function Ready({ secret, view }: { secret: string; view: ThreadView }) {
  const [moving, setMoving] = useState(false);
  const [receipt, setReceipt] = useState(false);
  const title = say(isAppointment(view) ? 'thread.titleBooked' : 'thread.title', { name: view.creator.name });
  useEffect(() => {
    document.title = title;
  }, [title]);
  useChosenLanguage(secret);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told.value > 0) outcome.current?.focus();
  }, [told.value]);
  function shut(close: (open: false) => void) {
    close(false);
    tell();
  }
  if (receipt && view.actions.includes('receipt')) return <Receipt view={view} close={() => shut(setReceipt)} />;
  return (
    <div class="stack thread">
      {justSent && <Progress at="done" timeless={view.start === null && view.state !== 'waitlisted'} />}
      <Stale zone={view.zone} />
      <h1 class="thread-title">{title}</h1>
      {/* What came of an act: why it was refused, else where the request stands now. */}
      <div class="stack outcome" tabIndex={-1} ref={outcome}>
        {threadRefused.value && <Trouble why={threadRefused.value.why} />}
        <StatusCard secret={secret} view={view} move={() => setMoving(true)} receipt={() => setReceipt(true)} />
      </div>
      {moving && <Mover secret={secret} view={view} close={() => shut(setMoving)} />}
      {justSent && <KeepPage open />}
      <ThreadFacts secret={secret} view={view} />
      <Chat secret={secret} view={view} />
      {!justSent && <KeepPage />}
      <Erase secret={secret} view={view} />
    </div>
  );
}

/** Another language than the page was opened in is the request's from then on. */
function useChosenLanguage(secret: string): void {
  const reads = spoken();
  const opened = useRef(reads);
  useEffect(() => {
    if (reads === opened.current) return;
    opened.current = reads;
    void speakInThread(secret, reads, timesTag());
  }, [reads, secret]);
}

/** Without a connection what is shown may be old news, and who waits for an answer must know that. */
function Stale({ zone }: { zone: string }) {
  if (staleSince.value === null) return null;
  const time = sayWhen(new Date(staleSince.value).toISOString(), zone);
  return (
    <p class="lost figures" role="status">
      {say('thread.lost', { time })}
    </p>
  );
}
