import { useState } from 'preact/hooks';
import type { Answer, Refused } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/surface.tsx';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { RefusedNote } from '../model/refused.tsx';

/** Another studio saved first: a person chooses which of the two looks stands. */
export function ConflictNote({ editing }: { editing: Editing }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  if (!editing.conflict.value) return null;
  async function settle(choice: () => Promise<Answer<unknown>>): Promise<void> {
    setBusy(true);
    const answer = await choice();
    setRefused(answer.type === 'refused' ? answer : null);
    setBusy(false);
  }
  return (
    <Notice tone="warning" title={tell('conflict.title')}>
      <p class="small">{tell('conflict.text')}</p>
      <div class="row gap-2">
        <Button size="small" disabled={busy} onClick={() => void settle(editing.takeTheirs)}>
          {tell('conflict.theirs')}
        </Button>
        <Button size="small" disabled={busy} onClick={() => void settle(editing.keepMine)}>
          {tell('conflict.mine')}
        </Button>
      </div>
      <RefusedNote refused={refused} />
    </Notice>
  );
}
