import type { ThreadMessage } from '../../shared/booking.ts';
import { capital } from '../../shared/capital.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { localTextIn } from '../../shared/merged-words.ts';
import { clock, dayName, nearTime, sameDay } from '../parts/time-words.ts';
import { undo } from './act.ts';
import { attemptMessageId } from './attempts.ts';
import { ownHeld, secondsLeft } from './held.ts';
import { personName } from './person-name.ts';
import { fresh, me, now, view } from './state.ts';
import { readSystem } from './system-entry.ts';
import { sayTeam } from './team-words.ts';
import { say, tongue } from './words.ts';

/** The messages of a thread by day, with what happened to the request between them. */
export function Entries({ request }: { request: DeskRequest }) {
  const zone = view.value?.creator?.zone;
  const { messages } = request;
  if (messages.length === 0) return <p class="entries-none quiet">{say('thread.empty')}</p>;
  return (
    <ol class="entries">
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const newDay = !before || !sameDay(before.at, message.at, zone);
        return (
          <li key={message.id}>
            {newDay && <Day at={message.at} />}
            {message.from === 'system' ? (
              <SystemLine entry={message} />
            ) : (
              <Bubble message={message} request={request} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Day({ at }: { at: string }) {
  const zone = view.value?.creator?.zone;
  const today = sameDay(at, now.value, zone);
  return <p class="entry-day quiet">{today ? say('thread.today') : dayName(at, zone, tongue())}</p>;
}

function Bubble({ message, request }: { message: ThreadMessage; request: DeskRequest }) {
  const zone = view.value?.creator?.zone;
  const ours = message.from === 'creator';
  const by = typeof message.data?.['byName'] === 'string' ? personName(message.data['byName']) : say('thread.you');
  const from = fromWords(message);
  const sending = message.id.startsWith(attemptMessageId(''));
  return (
    <div class={`bubble${ours ? ' bubble-ours' : ''}${sending ? ' bubble-sending' : ''}`}>
      <p class="bubble-text">{message.text}</p>
      <p class="bubble-foot quiet figures">
        {ours ? by : request.name} · {from && `${from} · `}
        <span class="bubble-time">
          {sending ? <Leaving request={request.id} text={message.text} /> : clock(message.at, zone, tongue())}
        </span>
      </p>
    </div>
  );
}

/** Of words and notes from a merged request, what that one was about. */
function fromWords(message: ThreadMessage): string | null {
  const from = localTextIn(message, 'mergedFrom');
  return from && sayTeam('merge.from', { title: inLanguage(from, tongue()) });
}

/** When a reply of this person leaves, with the way back until then; before the server has taken it, that it is on its way. */
function Leaving({ request, text }: { request: string; text: string }) {
  const act = ownHeld(me.value).find((each) => each.request === request && each.text === text);
  if (!act) return <>{say('thread.sending')}</>;
  return (
    <>
      {sayTeam('undo.leaves', { seconds: secondsLeft(act, now.value) })} ·{' '}
      <button type="button" class="bubble-undo" disabled={!fresh.value} onClick={() => void undo(act)}>
        {sayTeam('undo.undo')}
      </button>
    </>
  );
}

function SystemLine({ entry }: { entry: ThreadMessage }) {
  const zone = view.value?.creator?.zone;
  const from = fromWords(entry);
  return (
    <p class={`system-line quiet figures${entry.text === 'note' ? ' system-note' : ''}`}>
      <span>
        {systemText(entry)}
        {from && ` · ${from}`}
      </span>
      <span class="system-time">{clock(entry.at, zone, tongue())}</span>
    </p>
  );
}

/** What happened, with its times in the creator's zone, and who of the desk did it. */
function systemText(entry: ThreadMessage): string {
  const { word, start, from, nearest, text, byName, title } = readSystem(entry);
  const zone = view.value?.creator?.zone;
  const at = (instant: string | null) => (instant ? nearTime(instant, entry.at, zone, tongue()) : '–');
  if (word === null) return entry.text;
  if (word === 'note') return say('system.note', { name: byName ? personName(byName) : say('thread.you'), text });
  if (word === 'asked' && start === null) return say('system.askedMessage');
  const times = nearest.map((instant) => at(instant)).join(', ');
  const about = title ? inLanguage(title, tongue()) : '';
  const what = capital(say(`system.${word}`, { time: at(start), from: at(from), times, title: about }));
  return byName ? say('system.by', { what, name: personName(byName) }) : what;
}
