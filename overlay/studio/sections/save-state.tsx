import { Check, Save, Undo2 } from 'lucide';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Draft } from '../model/draft.ts';
import { refusalText } from '../model/refused.tsx';
import { say } from '../model/words.ts';

function retry<T>(draft: Draft<T>): void {
  draft.edit(draft.value.peek());
  if (draft.byHand) void draft.flush();
}

interface Props<T> {
  draft: Draft<T>;
  /** What a field that must be there is called. */
  names?: (path: string) => string;
  /** The whole sentence for what is not sent yet, where nothing is missing but something is not as it has to be. */
  held?: string;
}

/** Where the edits of a form stand, in a word, and the way back. Never moves, so that the form does not jump. */
export function SaveState<T>({ draft, names, held }: Props<T>) {
  const state = draft.state.value;
  return (
    <div class="save-state small" role="status" data-state={state.type}>
      {state.type === 'saved' && draft.changed.value && (
        <span class="save-good">
          <Icon node={Check} size={16} />
          {say('save.saved')}
        </span>
      )}
      {state.type === 'saving' && <span class="quiet">{say('save.saving')}</span>}
      {state.type === 'edited' && <span class="quiet">{say('save.unsaved')}</span>}
      {state.type === 'held' && (
        <span class="quiet">
          {held ??
            say(draft.byHand ? 'save.lacks' : 'save.needs', {
              fields: state.missing.map((path) => names?.(path) ?? path).join(', '),
            })}
        </span>
      )}
      {state.type === 'refused' && (
        <span class="save-bad">
          {say('save.failed')}: {refusalText(state.refused)}{' '}
          <Button size="small" look="plain" onClick={() => retry(draft)}>
            {say('save.retry')}
          </Button>
        </span>
      )}
      {draft.byHand && state.type !== 'saved' && state.type !== 'refused' && (
        <Button
          size="small"
          look="primary"
          icon={Save}
          disabled={state.type === 'saving'}
          onClick={() => void draft.flush()}
        >
          {say('save.now')}
        </Button>
      )}
      {draft.changed.value && (
        <Button size="small" look="plain" icon={Undo2} onClick={draft.undo}>
          {say('save.undo')}
        </Button>
      )}
    </div>
  );
}
