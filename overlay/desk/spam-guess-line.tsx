import { ShieldQuestion } from 'lucide';
import type { DeskRow } from '../../shared/desk-view.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/surface.tsx';
import { KEYS } from './keys.ts';
import { markSuspects, suspects } from './spam-guess.ts';
import { canAct, fresh, selectedRow, suspectsOnly } from './state.ts';
import { sayTeam } from './team-words.ts';
import { say } from './words.ts';

/** How many may be spam, with the filter to them; there while there are any. */
export function SuspectLine() {
  const count = suspects.value.length;
  if (count === 0 && !suspectsOnly.value) return null;
  return (
    <section class="suspect-line" aria-label={sayTeam('suspect.title')}>
      <Icon node={ShieldQuestion} size={16} />
      <p class="figures">{sayTeam('suspect.count', { count })}</p>
      <Button
        size="small"
        aria-pressed={suspectsOnly.value}
        onClick={() => {
          suspectsOnly.value = !suspectsOnly.value;
        }}
      >
        {sayTeam(suspectsOnly.value ? 'suspect.all' : 'suspect.only')}
      </Button>
      {canAct('spam') && count > 0 && (
        <Button
          size="small"
          disabled={!fresh.value}
          title={say('act.keyHint', { act: sayTeam('suspect.mark'), key: KEYS.suspects })}
          onClick={markSuspects}
        >
          {sayTeam('suspect.mark')}
        </Button>
      )}
    </section>
  );
}

/** At its row. */
export function SuspectMark({ request }: { request: Pick<DeskRow, 'spamSign'> }) {
  if (request.spamSign === null) return null;
  const why = sayTeam('suspect.row', { why: sayTeam(`suspect.why.${request.spamSign}`) });
  return (
    <span class="row-mark row-mark-suspect" title={why}>
      <Icon node={ShieldQuestion} size={14} label={why} />
    </span>
  );
}

/** In its details, in words. */
export function SuspectNotice() {
  const sign = selectedRow.value?.spamSign;
  if (!sign) return null;
  return (
    <Notice tone="warning" title={sayTeam('suspect.row', { why: sayTeam(`suspect.why.${sign}`) })}>
      <p>{sayTeam('suspect.text')}</p>
    </Notice>
  );
}
