import { CalendarMinus, CalendarPlus, CalendarSync, ReceiptText, X } from 'lucide';
import { useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/thread-view.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { useOpened } from './opened.ts';
import { acting, calendarAddress, cancelRequest, tell } from './thread-state.ts';
import { sayPrice } from './times.ts';
import { say } from './words.ts';

export interface ActionsProps {
  secret: string;
  view: ThreadView;
  move: () => void;
  receipt: () => void;
  /** Nothing is to come of it any more. */
  over: boolean;
}

/** What a viewer ends: an appointment, a place in line, or an ask of which nothing has come yet. */
type Ending = 'cancel' | 'leave' | 'withdraw';

function endingOf({ state }: ThreadView): Ending {
  if (state === 'booked') return 'cancel';
  return state === 'waitlisted' ? 'leave' : 'withdraw';
}

/** Whether there is a time that is moved. Who was offered others, or only wrote, chooses one. */
export function hasTime({ state, start }: Pick<ThreadView, 'state' | 'start'>): boolean {
  return start !== null && state !== 'offered' && state !== 'called-off';
}

/** What the viewer may do about the request; the server says what that is. */
export function Actions({ secret, view, move, receipt, over }: ActionsProps) {
  const [asking, setAsking] = useState(false);
  const may = (action: ThreadView['actions'][number]) => view.actions.includes(action);
  function close() {
    setAsking(false);
    tell();
  }
  const ending = endingOf(view);
  if (asking && may('cancel')) return <ReallyCancel secret={secret} view={view} ending={ending} close={close} />;
  return (
    <div class="row gap-2">
      {may('calendar') && view.start && (
        <LinkButton icon={view.state === 'booked' ? CalendarPlus : CalendarMinus} href={calendarAddress(secret)}>
          {say(view.state === 'booked' ? 'thread.calendar' : 'thread.uncalendar')}
        </LinkButton>
      )}
      {/* Who waits in line has no time that could be moved: the way out of the line is the offer that comes. */}
      {may('move') && view.state !== 'waitlisted' && (
        <Button icon={CalendarSync} onClick={move}>
          {say(hasTime(view) ? 'thread.move' : 'thread.choose')}
        </Button>
      )}
      {may('receipt') && (
        <Button icon={ReceiptText} onClick={receipt}>
          {say('receipt.open')}
        </Button>
      )}
      {may('cancel') && (
        <Button look="plain" icon={X} onClick={() => setAsking(true)}>
          {say(`thread.${ending}`)}
        </Button>
      )}
      {over && view.state !== 'spam' && (
        <LinkButton href={`/@${view.creator.handle}`}>{say('thread.bookAgain')}</LinkButton>
      )}
    </div>
  );
}

interface CancelProps {
  secret: string;
  view: ThreadView;
  ending: Ending;
  close: () => void;
}

/** Asked in place, since a dialog over a phone's page hides what it asks about. */
function ReallyCancel({ secret, view, ending, close }: CancelProps) {
  const opened = useOpened<HTMLFieldSetElement>();
  async function cancel() {
    await cancelRequest(secret);
    close();
  }
  return (
    <fieldset class="really" tabIndex={-1} ref={opened}>
      <legend>{say(`thread.${ending}Sure`)}</legend>
      {ending === 'cancel' && view.deposit && (
        <p class="small">
          {say('thread.cancelDeposit', { amount: sayPrice(view.deposit.amount), name: view.creator.name })}
        </p>
      )}
      <div class="row gap-2">
        <Button look="danger" disabled={acting.value} onClick={() => void cancel()}>
          {say(`thread.${ending}Yes`)}
        </Button>
        <Button onClick={close}>{say(`thread.${ending}No`)}</Button>
      </div>
    </fieldset>
  );
}
