import type { RequestState } from '../../shared/booking.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { isClosed } from '../../shared/request-states.ts';
import type { ThreadView } from '../../shared/thread-view.ts';
import type { Tone } from '../parts/surface.tsx';
import { StateWord } from '../parts/surface.tsx';
import { LinkedWords } from './linked-words.tsx';
import { Actions, type ActionsProps } from './thread-actions.tsx';
import { Offered, Waiting } from './thread-choices.tsx';
import { sayDay, sayLength, sayPrice, saySpan, sayWhen, sayZone } from './times.ts';
import { camel, say, spoken, tongueOf } from './words.ts';

const TONES: Readonly<Record<RequestState, Tone>> = {
  new: 'accent',
  waiting: 'warning',
  offered: 'warning',
  waitlisted: 'plain',
  booked: 'positive',
  declined: 'danger',
  cancelled: 'plain',
  'called-off': 'danger',
  done: 'positive',
  'no-show': 'plain',
  merged: 'plain',
  spam: 'plain',
};

/** Where the request stands, when, and what the viewer may do about it. */
export function StatusCard({ secret, view, move, receipt }: Omit<ActionsProps, 'over'>) {
  // Nothing is to come: the time is history and another can be booked.
  const over = isClosed(view);
  const anew = view.state === 'called-off' && view.actions.includes('move');
  const lost = view.state === 'offered' || view.state === 'waitlisted';
  return (
    <section class="card status" aria-live="polite">
      <div class="apart">
        <p class="status-service" dir="auto" lang={tongueOf(view.service.title)}>
          {inLanguage(view.service.title, spoken())}
        </p>
        <StateWord tone={TONES[view.state]}>{say(`thread.state.${camel(view.state)}`)}</StateWord>
      </div>
      {view.start ? (
        <When view={view} over={over || lost} />
      ) : (
        !lost && view.place && <p class="quiet">{say('thread.noTime')}</p>
      )}
      {view.state !== 'offered' && (
        <p class="status-explain">{say(`thread.explain.${camel(view.state)}`, { name: view.creator.name })}</p>
      )}
      <PartingWords view={view} />
      {(view.state === 'offered' || view.nearest.length > 0) && <Offered secret={secret} view={view} />}
      <AnswerBy view={view} />
      <Waiting secret={secret} view={view} />
      <Cutoff view={view} />
      <Actions secret={secret} view={view} move={move} receipt={receipt} over={over && !anew} />
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
        {sayLength(view.service.minutes)} · {sayPrice(view.price)}
      </p>
    </div>
  );
}

/** What the creator's side wrote as it called the appointment off. */
function PartingWords({ view }: { view: ThreadView }) {
  if (view.state !== 'called-off') return null;
  const end = view.messages.findLastIndex(({ from, text }) => from === 'system' && text === 'called-off');
  const words = view.messages[end - 1];
  if (words?.from !== 'creator' || words.at !== view.messages[end]?.at) return null;
  return (
    <blockquote class="parting" dir="auto">
      <LinkedWords text={words.text} />
    </blockquote>
  );
}

/** By when the creator has promised to answer; not once that has passed, which would be a promise no more. */
function AnswerBy({ view }: { view: ThreadView }) {
  if (!view.answerBy || Date.parse(view.answerBy) <= Date.parse(view.serverTime)) return null;
  const time = sayWhen(view.answerBy, view.zone);
  return <p class="figures">{say('thread.answerBy', { time, zone: sayZone(view.zone, view.answerBy) })}</p>;
}

/** Until when the viewer may change the booking here, in words and time; the server decides by its own clock. */
function Cutoff({ view }: { view: ThreadView }) {
  if (!view.cutoffAt) return null;
  const time = sayWhen(view.cutoffAt, view.zone);
  const key = view.actions.includes('cancel') ? 'cutoff.until' : 'cutoff.over';
  return <p class="small quiet figures">{say(key, { time, zone: sayZone(view.zone, view.cutoffAt) })}</p>;
}
