import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { MACRO_KEYS } from '../../shared/macro-steps.ts';
import type { Macro } from '../../shared/macros.ts';
import { ask } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { macros } from './kept-macros.ts';
import { MacroForm } from './macro-form.tsx';
import { macroKeyName, macroSteps } from './macros.ts';
import { refusedText } from './refusal-card.tsx';
import { can, fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

/** The macros: seen by everybody at the desk, changed by who may change settings. */
export function MacroList({ onClose }: { onClose: () => void }) {
  const [editing, setEditing] = useState<Macro | 'new' | null>(null);
  if (editing !== null) return <MacroForm macro={editing} onDone={() => setEditing(null)} />;
  const mayChange = can('settings');
  const full = macros.value.length >= MACRO_KEYS.length;
  return (
    <div class="stack">
      <h2>{sayTeam('macros.title')}</h2>
      <p class="quiet">{sayTeam('macros.text')}</p>
      {macros.value.length === 0 && <p>{sayTeam(mayChange ? 'macros.none' : 'macros.noneYet')}</p>}
      <ul class="blocked-list">
        {macros.value.map((macro) => (
          <Line key={macro.id} macro={macro} {...(mayChange ? { onEdit: () => setEditing(macro) } : {})} />
        ))}
      </ul>
      <div class="row gap-2">
        {mayChange && (
          <Button look="primary" icon={Plus} disabled={!fresh.value || full} onClick={() => setEditing('new')}>
            {sayTeam('macros.add')}
          </Button>
        )}
        <Button onClick={onClose}>{sayTeam('prepared.close')}</Button>
      </div>
    </div>
  );
}

function Line({ macro, onEdit }: { macro: Macro; onEdit?: () => void }) {
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState('');
  async function remove(): Promise<void> {
    const answer = await ask('DELETE', `/macros/${encodeURIComponent(macro.id)}`);
    if (answer.type === 'refused') setTrouble(refusedText(answer, null));
  }
  return (
    <li class="blocked">
      <kbd class="macro-key">{macroKeyName(macro.key)}</kbd>
      <div class="blocked-who">
        <strong dir="auto">{asking ? sayTeam('prepared.removeAsk', { name: macro.name }) : macro.name}</strong>
        <p class="quiet small">{macroSteps(macro)}</p>
      </div>
      {onEdit && !asking && <Acts name={macro.name} onEdit={onEdit} onRemove={() => setAsking(true)} />}
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

function Acts({ name, onEdit, onRemove }: { name: string; onEdit: () => void; onRemove: () => void }) {
  return (
    <>
      <Button
        size="small"
        disabled={!fresh.value}
        aria-label={sayTeam('prepared.editNamed', { name })}
        onClick={onEdit}
      >
        {sayTeam('prepared.edit')}
      </Button>
      <Button
        size="small"
        look="plain"
        disabled={!fresh.value}
        aria-label={sayTeam('macros.removeNamed', { name })}
        onClick={onRemove}
      >
        {sayTeam('prepared.remove')}
      </Button>
    </>
  );
}
