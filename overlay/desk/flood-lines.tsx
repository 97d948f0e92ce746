import { X } from 'lucide';
import { useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import type { Flood, FloodMarked } from '../../shared/floods.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { clock } from '../parts/time-words.ts';
import { act } from './act.ts';
import { closeMarked, heardMarked, justMarked, undoMarked } from './flood-marked.ts';
import { KEYS } from './keys.ts';
import { filter } from './lens.ts';
import { sayQueue } from './queue-words.ts';
import { refusedText } from './refusal-card.tsx';
import { can, fresh, open, view } from './state.ts';
import { say, tongue } from './words.ts';

/** What floods the queue, each flood in one line over the real requests; and the way back for what was just marked. */
export function FloodLines() {
  const marked = justMarked();
  const floods = filter.value === 'mine' ? [] : (view.value?.floods ?? []);
  if (floods.length === 0 && !marked) return null;
  return (
    <section class="held-times" aria-label={say('flood.title')}>
      {marked && (
        <div class="flood-line" role="status">
          <p>{say('flood.marked', { count: marked.count })}</p>
          <Button
            size="small"
            disabled={!fresh.value}
            title={say('act.keyHint', { act: say('flood.undo'), key: KEYS.undo })}
            onClick={() => void undoMarked(marked)}
          >
            {say('flood.undo')}
          </Button>
          <IconButton size="small" icon={X} label={sayQueue('dismiss')} onClick={closeMarked} />
        </div>
      )}
      {marked?.refused && <p role="alert">{refusedText(marked.refused, null)}</p>}
      <ul>
        {floods.map((flood) => (
          <FloodLine key={flood.id} flood={flood} />
        ))}
      </ul>
    </section>
  );
}

function FloodLine({ flood }: { flood: Flood }) {
  const [shown, setShown] = useState<ReadonlyArray<DeskRequest> | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const path = `/floods/${encodeURIComponent(flood.id)}`;
  async function look(): Promise<void> {
    if (shown) return setShown(null);
    const answer = await ask<DeskRequest[]>('GET', path);
    if (answer.type === 'done') setShown(answer.value);
    setRefused(answer.type === 'refused' ? answer : null);
  }
  async function mark(): Promise<void> {
    const answer = await ask<FloodMarked>('POST', `${path}/spam`);
    if (answer.type === 'done') heardMarked(answer.value);
    setRefused(answer.type === 'refused' ? answer : null);
  }
  return (
    <li class="flood-line" data-by={flood.by}>
      <p title={reason(flood)}>
        <strong class="figures">{say('flood.count', { count: flood.count })}</strong> {reason(flood)}
      </p>
      <Button size="small" aria-expanded={shown !== null} onClick={() => void look()}>
        {say(shown ? 'flood.close' : 'flood.open')}
      </Button>
      {can('block') && (
        <Button size="small" disabled={!fresh.value} onClick={() => void mark()}>
          {say('flood.spam')}
        </Button>
      )}
      {refused && <p role="alert">{refusedText(refused, null)}</p>}
      {shown && <Inside requests={shown} />}
    </li>
  );
}

function reason({ by, value }: Flood): string {
  if (by !== 'minute') return say(`flood.${by}`, { value });
  return say('flood.minute', { value: clock(value, view.value?.creator?.zone, tongue()) });
}

/** The first of them. Claiming one takes it out of the flood and into the queue. */
function Inside({ requests }: { requests: ReadonlyArray<DeskRequest> }) {
  return (
    <ul class="flood-inside">
      {requests.map(({ id, name, messages }) => (
        <li key={id}>
          <span class="one-line" dir="auto">
            {name}: {messages.find(({ from }) => from === 'viewer')?.text ?? say('thread.empty')}
          </span>
          <Button
            size="small"
            look="plain"
            disabled={!fresh.value}
            onClick={() => void act(id, { type: 'claim' }).then(() => open(id))}
          >
            {say('act.claim')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
