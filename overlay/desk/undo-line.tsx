import { Undo2 } from 'lucide';
import { Button } from '../parts/button.tsx';
import { KEYS } from './keys.ts';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';
import { say } from './words.ts';

/** What was done at once and can be taken back for a while: said once, with the way back. Empty words: nothing just now. */
export function DoneLine({ said, undo }: { said: string; undo: () => void }) {
  return (
    <>
      <p class="unseen" role="status">
        {said}
      </p>
      {said && (
        <div class="undo-line">
          <span class="undo-what figures" aria-hidden="true">
            {said}
          </span>
          <Button
            size="small"
            icon={Undo2}
            disabled={!fresh.value}
            title={say('act.keyHint', { act: sayTeam('undo.undo'), key: KEYS.undo })}
            aria-label={`${sayTeam('undo.undo')}: ${said}`}
            onClick={undo}
          >
            {sayTeam('undo.undo')}
          </Button>
        </div>
      )}
    </>
  );
}
