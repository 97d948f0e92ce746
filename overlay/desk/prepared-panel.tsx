import { Plus } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LANGUAGES } from '../../shared/local-text.ts';
import type { PreparedReply } from '../../shared/prepared-replies.ts';
import { ask } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { LabelList } from './label-list.tsx';
import { MacroList } from './macro-list.tsx';
import { prepared, preparedShown, preparedTab } from './prepared.ts';
import { PreparedForm } from './prepared-form.tsx';
import { languageName } from './prepared-picker.tsx';
import { sayQueue } from './queue-words.ts';
import { refusedText } from './refusal-card.tsx';
import { can, fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

/** The prepared replies in a panel: read by who may reply, changed by who may change settings. */
export function PreparedPanel() {
  const box = useRef<HTMLDialogElement>(null);
  const shown = preparedShown.value;
  useEffect(() => {
    if (shown) box.current?.showModal();
    else box.current?.close();
  }, [shown]);
  return (
    <dialog ref={box} class="paste-panel prepared-panel" aria-label={sayTeam('prepared.title')} onClose={close}>
      {shown && <Tabs />}
    </dialog>
  );
}

function close(): void {
  preparedShown.value = false;
  preparedTab.value = 'replies';
}

/** Prepared replies, macros, which are made of them, and labels, beside each other. */
function Tabs() {
  const tab = preparedTab.value;
  const choice = (name: typeof tab, title: string) => (
    <label class="filter">
      <input
        type="radio"
        name="prepared-tab"
        checked={tab === name}
        onChange={() => {
          preparedTab.value = name;
        }}
      />
      <span>{title}</span>
    </label>
  );
  return (
    <>
      <div class="filters prepared-tabs" role="radiogroup" aria-label={sayTeam('macros.which')}>
        {choice('replies', sayTeam('prepared.title'))}
        {choice('macros', sayTeam('macros.title'))}
        {can('settings') && choice('labels', sayQueue('labels.title'))}
      </div>
      {tab === 'replies' && <Content />}
      {tab === 'macros' && <MacroList onClose={close} />}
      {tab === 'labels' && <LabelList onClose={close} />}
    </>
  );
}

function Content() {
  const [editing, setEditing] = useState<PreparedReply | 'new' | null>(null);
  if (editing !== null) return <PreparedForm reply={editing} onDone={() => setEditing(null)} />;
  const { replies } = prepared.value;
  const mayChange = can('settings');
  return (
    <div class="stack">
      <h2>{sayTeam('prepared.title')}</h2>
      <p class="quiet">{sayTeam('prepared.text')}</p>
      {replies.length === 0 && <p>{sayTeam('prepared.none')}</p>}
      <ul class="blocked-list">
        {replies.map((reply) => (
          <Line key={reply.id} reply={reply} {...(mayChange ? { onEdit: () => setEditing(reply) } : {})} />
        ))}
      </ul>
      <div class="row gap-2">
        {mayChange && (
          <Button look="primary" icon={Plus} disabled={!fresh.value} onClick={() => setEditing('new')}>
            {sayTeam('prepared.add')}
          </Button>
        )}
        <Button onClick={close}>{sayTeam('prepared.close')}</Button>
      </div>
    </div>
  );
}

function Line({ reply, onEdit }: { reply: PreparedReply; onEdit?: () => void }) {
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const written = LANGUAGES.filter((language) => reply.texts[language]).map(languageName);
  async function remove(): Promise<void> {
    const answer = await ask('DELETE', `/prepared-replies/${encodeURIComponent(reply.id)}`);
    if (answer.type === 'refused') setTrouble(refusedText(answer, null));
  }
  return (
    <li class="blocked">
      <div class="blocked-who">
        <strong dir="auto">{asking ? sayTeam('prepared.removeAsk', { name: reply.name }) : reply.name}</strong>
        <p class="quiet small">{written.join(', ')}</p>
      </div>
      {onEdit && !asking && (
        <>
          <Button
            size="small"
            disabled={!fresh.value}
            aria-label={sayTeam('prepared.editNamed', { name: reply.name })}
            onClick={onEdit}
          >
            {sayTeam('prepared.edit')}
          </Button>
          <Button size="small" look="plain" disabled={!fresh.value} onClick={() => setAsking(true)}>
            {sayTeam('prepared.remove')}
          </Button>
        </>
      )}
      {asking && (
        <>
          <Button size="small" look="danger" onClick={() => void remove()}>
            {sayTeam('prepared.remove')}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {sayTeam('prepared.keep')}
          </Button>
        </>
      )}
      {trouble && <p role="alert">{trouble}</p>}
    </li>
  );
}
