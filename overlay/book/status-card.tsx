import { CalendarPlus, CalendarSync, X } from 'lucide';
import { useState } from 'preact/hooks';
import type { RequestState } from '../../shared/booking.ts';
import { inLanguage } from '../../shared/local-text.ts';
import type { ThreadView } from '../../shared/protocol.ts';
import { isClosed } from '../../shared/request-states.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import type { Tone } from '../parts/surface.tsx';
import { StateWord } from '../parts/surface.tsx';
import { acting, calendarAddress, cancelRequest, moveRequest } from './thread-state.ts';
import { sayDay, sayPrice, saySpan, sayWhen, sayZone } from './times.ts';
import { camel, say, spoken } from './words.ts';

const TONES: Readonly<Record<RequestState, Tone>> = {
  new: 'accent',
  waiting: 'warning',
  offered: 'warning',
  waitlisted: 'plain',
  booked: 'positive',
  declined: 'danger',
  cancelled: 'plain',
  done: 'positive',
  'no-show': 'plain',
  spam: 'plain',
};

/** Where the request stands, when, and what the viewer may do about it. */
export function StatusCard({ secret, view, move }: { secret: string; view: ThreadView; move: () => void }) {
  // Nothing is to come: the time is history and another can be booked.
  const over = isClosed(view);
  return (
    <section class="card status" aria-live="polite">
      <div class="apart">
        <p class="status-service" dir="auto">
          {inLanguage(view.service.title, spoken())}
        </p>
        <StateWord tone={TONES[view.state]}>{say(`thread.state.${camel(view.state)}`)}</StateWord>
      </div>
      {view.start ? <When view={view} over={over} /> : <p class="quiet">{say('thread.noTime')}</p>}
      <p class="status-explain">{say(`thread.explain.${camel(view.state)}`, { name: view.creator.name })}</p>
      {view.nearest.length > 0 && <Nearest secret={secret} view={view} />}
      <Actions secret={secret} view={view} move={move} over={over} />
    </section>
  );
}

/** The time in the zone that the viewer asked with, which the calendar file and every message use too. */
function When({ view, over }: { view: ThreadView; over: boolean }) {
  if (!view.start) return null;
  return (
    <div class={`status-when figures${over ? ' status-over' : ''}`}>
      <p class="status-day">{sayDay(view.start, view.zone)}</p>
      <p>
        <b>{saySpan(view.start, view.end, view.zone)}</b> <span class="quiet">{sayZone(view.zone, view.start)}</span>
      </p>
      <p class="quiet">
        {say('offers.minutes', { count: view.service.minutes })} · {sayPrice(view.service.price)}
      </p>
    </div>
  );
}

function Nearest({ secret, view }: { secret: string; view: ThreadView }) {
  return (
    <div class="row gap-2 figures">
      {view.nearest.map((start) => (
        <Button key={start} disabled={acting.value} onClick={() => void moveRequest(secret, start)}>
          {sayWhen(start, view.zone)}
        </Button>
      ))}
    </div>
  );
}

interface ActionsProps {
  secret: string;
  view: ThreadView;
  move: () => void;
  over: boolean;
}

function Actions({ secret, view, move, over }: ActionsProps) {
  const [asking, setAsking] = useState(false);
  const may = (action: ThreadView['actions'][number]) => view.actions.includes(action);
  if (asking && may('cancel')) return <ReallyCancel secret={secret} close={() => setAsking(false)} />;
  return (
    <div class="row gap-2">
      {may('calendar') && view.start && (
        <LinkButton icon={CalendarPlus} href={calendarAddress(secret)}>
          {say('thread.calendar')}
        </LinkButton>
      )}
      {may('move') && (
        <Button icon={CalendarSync} onClick={move}>
          {say('thread.move')}
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
  async function cancel() {
    await cancelRequest(secret);
    close();
  }
  return (
    <fieldset class="really">
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
