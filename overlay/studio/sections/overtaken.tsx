import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/surface.tsx';
import type { FollowedDraft } from '../model/followed-draft.ts';
import { say } from '../model/words.ts';
import { SaveState } from './save-state.tsx';

/** Where the edits stand; and where somebody else has changed the same, which of the two it shall be. */
export function FollowedState<T>({ draft, names }: { draft: FollowedDraft<T>; names?: (path: string) => string }) {
  if (!draft.overtaken.value) return <SaveState draft={draft} {...(names ? { names } : {})} />;
  return (
    <Notice tone="warning" title={say('save.overtaken')}>
      <p class="small">{say('save.overtakenText')}</p>
      <div class="row gap-2">
        <Button size="small" look="primary" onClick={draft.takeTheirs}>
          {say('save.theirs')}
        </Button>
        <Button size="small" onClick={() => void draft.saveMine()}>
          {say('save.mine')}
        </Button>
      </div>
    </Notice>
  );
}
