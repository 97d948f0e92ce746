import { Ban, Undo2 } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import type { Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { act } from './act.ts';
import { blockWords } from './block-words.ts';
import { blocking, lift } from './blocking.ts';
import { KEYS } from './keys.ts';
import { refusedText } from './refusal-card.tsx';
import { canAct, fresh } from './state.ts';
import { say } from './words.ts';

/** As long as the server keeps. */
const LONGEST_REASON = 200;

export function BlockButton({ request }: { request: DeskRequest }) {
  if (!canAct('block')) return null;
  return (
    <Button
      size="small"
      look="plain"
      icon={Ban}
      disabled={!fresh.value}
      title={say('act.keyHint', { act: say('act.block'), key: KEYS.block })}
      onClick={() => {
        blocking.value = request.id;
      }}
    >
      {say('act.block')}
    </Button>
  );
}

/** Asks why, since the others at the desk and a later day have to understand it. Enter blocks, Escape leaves. */
export function BlockQuestion({ request }: { request: DeskRequest }) {
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  // Before the next key comes: after the paint, the first letter of who types fast would be a command to the desk.
  useLayoutEffect(() => field.current?.focus(), []);
  const close = () => {
    blocking.value = null;
  };
  return (
    <form
      class="act-bar act-question"
      aria-label={say('act.block')}
      onSubmit={(event) => {
        event.preventDefault();
        close();
        void act(request.id, { type: 'block', reason: reason.trim() });
      }}
    >
      <p>{say('block.ask', { name: request.name })}</p>
      <p class="block-what small">{blockWords(request.knownBy)}</p>
      <label class="block-reason">
        <span class="unseen">{say('block.reason')}</span>
        <input
          ref={field}
          class="control"
          maxLength={LONGEST_REASON}
          placeholder={say('block.reason')}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <Button size="small" look="danger" type="submit" disabled={reason.trim() === '' || !fresh.value}>
        {say('block.yes')}
      </Button>
      <Button size="small" onClick={close}>
        {say('block.no')}
      </Button>
    </form>
  );
}

/** Says that the viewer is kept out, with the way back. */
export function BlockedBar({ id }: { id: string }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  return (
    <div class="act-bar act-question" role="status">
      <p>{say('block.is')}</p>
      {canAct('block') && (
        <Button size="small" icon={Undo2} disabled={!fresh.value} onClick={() => void lift(id).then(setRefused)}>
          {say('block.lift')}
        </Button>
      )}
      {refused && <p role="alert">{refusedText(refused, null)}</p>}
    </div>
  );
}
