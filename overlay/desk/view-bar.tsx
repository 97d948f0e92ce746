import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_VIEW_NAME } from '../../shared/desk-lists.ts';
import type { Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { Check } from '../parts/field.tsx';
import { dropView, keepingView, keepView, viewNow } from './kept-views.ts';
import { sayQueue } from './queue-words.ts';
import { refusedText } from './refusal-card.tsx';
import { can, fresh } from './state.ts';

/** The view that is looked through, with the way to take it away, or the name of a new one. */
export function ViewBar() {
  if (keepingView.value) return <KeepForm />;
  const view = viewNow.value;
  if (!view) return null;
  return <Now key={view.id} id={view.id} name={view.name} mayDrop={!view.shared || can('settings')} />;
}

function Now({ id, name, mayDrop }: { id: string; name: string; mayDrop: boolean }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  return (
    <div class="narrowed small">
      <span class="quiet">{sayQueue('views.now')}</span>
      <strong class="one-line" dir="auto">
        {name}
      </strong>
      {mayDrop && (
        <Button
          size="small"
          look="plain"
          disabled={!fresh.value}
          aria-label={sayQueue('views.dropNamed', { name })}
          onClick={() => void dropView(id).then(setRefused)}
        >
          {sayQueue('views.drop')}
        </Button>
      )}
      {refused && <span role="alert">{refusedText(refused, null)}</span>}
    </div>
  );
}

function KeepForm() {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  async function keep(): Promise<void> {
    const answer = await keepView(name.trim(), shared);
    setRefused(answer);
    if (!answer) close();
  }
  return (
    <form
      class="view-keep"
      aria-label={sayQueue('views.keep')}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        event.stopPropagation();
      }}
    >
      <NameField name={name} type={setName} />
      {can('settings') && (
        <Check
          label={sayQueue('views.shared')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      )}
      <KeepFoot lacking={name.trim() === ''} refused={refused} />
    </form>
  );
}

function NameField({ name, type }: { name: string; type: (name: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  // Before the next key comes: it is already a part of the name.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      class="control"
      maxLength={LONGEST_VIEW_NAME}
      aria-label={sayQueue('views.name')}
      placeholder={sayQueue('views.name')}
      value={name}
      onInput={(event) => type(event.currentTarget.value)}
    />
  );
}

function KeepFoot({ lacking, refused }: { lacking: boolean; refused: Refused | null }) {
  return (
    <>
      <div class="row gap-2">
        <Button size="small" type="submit" look="primary" disabled={lacking || !fresh.value}>
          {sayQueue('views.yes')}
        </Button>
        <Button size="small" onClick={close}>
          {sayQueue('views.cancel')}
        </Button>
      </div>
      {refused && (
        <p class="small" role="alert">
          {refused.why === 'view-name-taken' || refused.why === 'too-many-views'
            ? sayQueue(`views.${refused.why}`)
            : refusedText(refused, null)}
        </p>
      )}
    </>
  );
}

function close(): void {
  keepingView.value = false;
}
