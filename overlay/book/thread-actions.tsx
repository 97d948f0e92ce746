import { CalendarPlus, CalendarSync, ReceiptText, X } from 'lucide';
import { useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/thread-view.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { useOpened } from './opened.ts';
import { acting, calendarAddress, cancelRequest, tell } from './thread-state.ts';
import { say } from './words.ts';

export interface ActionsProps {
  secret: string;
  view: ThreadView;
  move: () => void;
  receipt: () => void;
  /** Nothing is to come of it any more. */
  over: boolean;
}

/** What the viewer may do about the request; the server says what that is. */
export function Actions({ secret, view, move, receipt, over }: ActionsProps) {
  const [asking, setAsking] = useState(false);
  const may = (action: ThreadView['actions'][number]) => view.actions.includes(action);
  function close() {
    setAsking(false);
    tell();
  }
  if (asking && may('cancel')) return <ReallyCancel secret={secret} close={close} />;
  return (
    <div class="row gap-2">
      {may('calendar') && view.start && (
        <LinkButton icon={CalendarPlus} href={calendarAddress(secret)}>
          {say('thread.calendar')}
        </LinkButton>
      )}
      {/* Who waits in line has no time that could be moved: the way out of the line is the offer that comes. */}
      {may('move') && view.state !== 'waitlisted' && (
        <Button icon={CalendarSync} onClick={move}>
          {say('thread.move')}
        </Button>
      )}
      {may('receipt') && (
        <Button icon={ReceiptText} onClick={receipt}>
          {say('receipt.open')}
        </Button>
      )}
      {may('cancel') && (
        <Button look="plain" icon={X} onClick={() => setAsking(true)}>
          {say('thread.cancel')}
        </Button>
      )}
      {over && view.state !== 'spam' && (
        <LinkButton href={`/@${view.creator.handle}`}>{say('thread.bookAgain')}</LinkButton>
      )}
    </div>
  );
}

/** Asked in place, since a dialog over a phone's page hides what it asks about. */
function ReallyCancel({ secret, close }: { secret: string; close: () => void }) {
  const opened = useOpened<HTMLFieldSetElement>();
  async function cancel() {
    await cancelRequest(secret);
    close();
  }
  return (
    <fieldset class="really" tabIndex={-1} ref={opened}>
      <legend>{say('thread.cancelSure')}</legend>
      <div class="row gap-2">
        <Button look="danger" disabled={acting.value} onClick={() => void cancel()}>
          {say('thread.cancelYes')}
        </Button>
        <Button onClick={close}>{say('thread.cancelNo')}</Button>
      </div>
    </fieldset>
  );
}
