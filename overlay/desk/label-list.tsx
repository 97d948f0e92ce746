import { useEffect, useState } from 'preact/hooks';
import { LONGEST_LABEL } from '../../shared/label-colours.ts';
import type { Label, LabelUses } from '../../shared/labels.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { LabelChips } from './label-chips.tsx';
import { Colours } from './label-colours.tsx';
import { labels } from './labels.ts';
import { sayQueue } from './queue-words.ts';
import { refusedText } from './refusal-card.tsx';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

/** The labels, renamed, coloured and deleted by who may change settings. */
export function LabelList({ onClose }: { onClose: () => void }) {
  return (
    <div class="stack">
      <h2>{sayQueue('labels.title')}</h2>
      <p class="quiet">{sayQueue(labels.value.length === 0 ? 'labels.nothing' : 'labels.text')}</p>
      <ul class="blocked-list">
        {labels.value.map((label) => (
          <Line key={label.id} label={label} />
        ))}
      </ul>
      <div class="row gap-2">
        <Button onClick={onClose}>{sayTeam('prepared.close')}</Button>
      </div>
    </div>
  );
}

function Line({ label }: { label: Label }) {
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null);
  const done = () => setDoing(null);
  if (doing === 'edit') return <EditLine label={label} onDone={done} />;
  if (doing === 'remove') return <RemoveLine label={label} onDone={done} />;
  return (
    <li class="blocked">
      <span class="label-who">
        <LabelChips ids={[label.id]} />
      </span>
      <span class="row gap-2">
        {' '}
        <Button
          size="small"
          disabled={!fresh.value}
          aria-label={sayTeam('prepared.editNamed', { name: label.name })}
          onClick={() => setDoing('edit')}
        >
          {sayTeam('prepared.edit')}
        </Button>
        <Button
          size="small"
          look="plain"
          disabled={!fresh.value}
          aria-label={sayTeam('macros.removeNamed', { name: label.name })}
          onClick={() => setDoing('remove')}
        >
          {sayTeam('prepared.remove')}
        </Button>
      </span>
    </li>
  );
}

interface LineProps {
  label: Label;
  onDone: () => void;
}

function EditLine({ label, onDone }: LineProps) {
  const [name, setName] = useState(label.name);
  const [colour, setColour] = useState(label.colour);
  const [refused, setRefused] = useState<Refused | null>(null);
  async function save(): Promise<void> {
    const answer = await ask<Label>('PUT', `/labels/${encodeURIComponent(label.id)}`, { name: name.trim(), colour });
    if (answer.type === 'done') onDone();
    else setRefused(answer);
  }
  return (
    <li class="blocked">
      <form
        class="stack gap-2 label-edit"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={sayQueue('labels.name')}
          maxLength={LONGEST_LABEL}
          required
          value={name}
          error={refused && troubleOf(refused)}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Colours chosen={colour} choose={setColour} />
        <div class="row gap-2">
          <Button size="small" look="primary" type="submit" disabled={name.trim() === '' || !fresh.value}>
            {sayTeam('prepared.save')}
          </Button>
          <Button size="small" onClick={onDone}>
            {sayTeam('prepared.cancel')}
          </Button>
        </div>
      </form>
    </li>
  );
}

/** Says what it would be taken off before it is. */
function RemoveLine({ label, onDone }: LineProps) {
  const path = `/labels/${encodeURIComponent(label.id)}`;
  const [uses, setUses] = useState<LabelUses | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => {
    void ask<LabelUses>('GET', `${path}/uses`).then((answer) => {
      if (answer.type === 'done') setUses(answer.value);
      else setRefused(answer);
    });
  }, [path]);
  async function remove(): Promise<void> {
    const answer = await ask('DELETE', path);
    // Every desk is told that it is gone, and its line goes with that.
    if (answer.type === 'refused') setRefused(answer);
  }
  return (
    <li class="blocked">
      <div class="blocked-who" role="status">
        <strong dir="auto">{sayTeam('prepared.removeAsk', { name: label.name })}</strong>
        {uses && <p class="small figures">{usesText(uses)}</p>}
        {refused && <p role="alert">{troubleOf(refused)}</p>}
      </div>
      <span class="row gap-2">
        {' '}
        <Button size="small" look="danger" disabled={uses === null || !fresh.value} onClick={() => void remove()}>
          {sayTeam('prepared.remove')}
        </Button>
        <Button size="small" onClick={onDone}>
          {sayTeam('prepared.keep')}
        </Button>
      </span>
    </li>
  );
}

function usesText({ requests, people }: LabelUses): string {
  const places = [sayQueue('labels.requests', { count: requests }), sayQueue('labels.people', { count: people })].join(
    ' ',
  );
  return `${places}. ${sayQueue('labels.lose')}`;
}

function troubleOf(refused: Refused): string {
  if (refused.why === 'label-name-taken') return sayQueue('labels.taken');
  // Another desk took it away meanwhile; its line goes with the next news.
  return refused.why === 'not-found' ? sayTeam('macros.labelGone') : refusedText(refused, null);
}
