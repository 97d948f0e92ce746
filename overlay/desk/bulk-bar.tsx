import type { IconNode } from 'lucide';
import { AlarmClock, Hand, HandGrab, ListChecks, Send, ShieldAlert, Tag, X } from 'lucide';
import { type BulkActType, MOST_AT_ONCE } from '../../shared/bulk-acts.ts';
import { refusedAs } from '../parts/ask.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { AnswerMarked } from './bulk-answer.tsx';
import { LabelMarked, SnoozeMarked } from './bulk-choices.tsx';
import { ownHeld } from './held.ts';
import { labels } from './labels.ts';
import { markedActs, runMarked } from './marked-acts.ts';
import {
  barShown,
  bulkBusy,
  bulkRefused,
  bulkSingle,
  bulkTold,
  leaveMarks,
  markAll,
  marked,
  markedAsk,
  marking,
  whyNotForMarked,
} from './marks.ts';
import { refusedText } from './refusal-card.tsx';
import { fresh, listed, me } from './state.ts';
import { sayTeam } from './team-words.ts';
import { sayTogether } from './together-words.ts';
import { say } from './words.ts';

/** Marking several rows, by click or tap. */
export function MarkButton() {
  return (
    <IconButton
      size="small"
      icon={ListChecks}
      label={sayTeam('bulk.mark')}
      aria-pressed={marking.value}
      onClick={() => {
        if (marking.value) leaveMarks();
        else marking.value = true;
      }}
    />
  );
}

/** What can be done with all that are marked, and what came of it. */
export function BulkBar() {
  if (!barShown.value) return null;
  const count = marked.value.length;
  return (
    <section class="bulk-bar" aria-label={sayTeam('bulk.title')}>
      <Told />
      <Single />
      <Head count={count} />
      {count > 0 && <Chosen />}
    </section>
  );
}

function Head({ count }: { count: number }) {
  const all = Math.min(listed.value.length, MOST_AT_ONCE);
  return (
    <div class="bulk-head">
      <p class="figures" role="status">
        {(count > 0 || (marking.value && bulkTold.value === null)) && (
          <strong>{sayTeam('bulk.count', { count })}</strong>
        )}
        {count >= MOST_AT_ONCE && <span class="quiet"> {sayTeam('bulk.most', { count: MOST_AT_ONCE })}</span>}
      </p>
      {count < all && (
        <Button size="small" look="plain" onClick={() => markAll()}>
          {sayTeam('bulk.all', { count: all })}
        </Button>
      )}
      <IconButton size="small" icon={X} label={sayTeam('bulk.leave')} onClick={leaveMarks} />
    </div>
  );
}

function Chosen() {
  switch (markedAsk.value) {
    case 'decline':
    case 'reply':
      return <AnswerMarked type={markedAsk.value} key={markedAsk.value} />;
    case 'snooze':
      return <SnoozeMarked />;
    case 'label':
      return <LabelMarked />;
    default:
      return <Acts />;
  }
}

const ICONS: Readonly<Record<BulkActType, IconNode>> = {
  claim: Hand,
  release: HandGrab,
  reply: Send,
  snooze: AlarmClock,
  label: Tag,
  decline: X,
  spam: ShieldAlert,
};

function Acts() {
  return (
    <div class="bulk-acts">
      {markedActs().map((act) => (
        <Button
          key={act}
          id={`bulk-${act}`}
          size="small"
          icon={ICONS[act]}
          disabled={!fresh.value || bulkBusy.value}
          onClick={() => runMarked(act)}
        >
          {sayTeam(`bulk.act.${act}`)}
        </Button>
      ))}
    </div>
  );
}

/** That a key was pressed whose act is for one request alone, or which there is nothing for yet. */
function Single() {
  const key = bulkSingle.value;
  if (key === null) return null;
  if (whyNotForMarked(key, labels.value.length) === 'no-label')
    return <p role="alert">{sayTogether('bulk.noLabel')}</p>;
  return <p role="alert">{sayTogether('bulk.single', { act: say(`keys.${key}`) })}</p>;
}

/** How many were done, and why the others were not. */
function Told() {
  const told = bulkTold.value;
  if (bulkRefused.value) return <p role="alert">{refusedText(bulkRefused.value, null)}</p>;
  if (!told) return null;
  const waits = ownHeld(me.value).some(({ request }) => told.held.includes(request));
  const done = told.done + told.held.length;
  const refused = [...told.refused.values()].reduce((sum, each) => sum + each, 0);
  return (
    <div role="status">
      <p class="figures">
        {waits && sayTeam('bulk.held', { count: told.held.length })}
        {!waits && done > 0 && sayTeam('bulk.done', { count: done })}{' '}
        {refused > 0 && <strong>{sayTeam('bulk.refused', { count: refused })}</strong>}
      </p>
      {[...told.refused].map(([why, count]) => (
        <p key={why} class="small figures">
          {count} × {refusedText(refusedAs(why), null)}
        </p>
      ))}
    </div>
  );
}
