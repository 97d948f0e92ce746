import { Undo2 } from 'lucide';
import type { DeskRequest } from '../../shared/protocol.ts';
import type { HeldType } from '../../shared/undo.ts';
import { Button } from '../parts/button.tsx';
import { undo } from './act.ts';
import { held, ownHeld, secondsLeft } from './held.ts';
import { KEYS } from './keys.ts';
import { AsideLine } from './snooze-panel.tsx';
import { fresh, me, now } from './state.ts';
import { sayTeam } from './team-words.ts';
import { say } from './words.ts';

const SAID = {
  reply: 'undo.saidReply',
  decline: 'undo.saidDecline',
  offer: 'undo.saidOffer',
  accept: 'undo.saidAccept',
} as const satisfies Record<HeldType, string>;

/** What this person did and can still undo, over whatever is open: with its countdown, and said once. */
export function UndoBar() {
  const own = ownHeld(me.value);
  const latest = own.at(-1);
  return (
    <div class="undo-bar">
      <p class="unseen" role="status">
        {latest ? sayTeam(SAID[latest.type], { name: latest.name }) : ''}
      </p>
      <AsideLine />
      {own.map((act) => (
        <div key={act.id} class="undo-line">
          <span class="undo-what figures" aria-hidden="true">
            {sayTeam(`undo.${act.type}`, { name: act.name, seconds: secondsLeft(act, now.value) })}
          </span>
          <Button
            size="small"
            icon={Undo2}
            disabled={!fresh.value}
            title={say('act.keyHint', { act: sayTeam('undo.undo'), key: KEYS.undo })}
            aria-label={`${sayTeam('undo.undo')}: ${say(`act.${act.type}`)}, ${act.name}`}
            onClick={() => void undo(act)}
          >
            {sayTeam('undo.undo')}
          </Button>
        </div>
      ))}
    </div>
  );
}

/** That somebody else has just answered: nothing else goes until it has left. */
export function HeldByOther({ request }: { request: DeskRequest }) {
  const act = held.value.find((each) => each.request === request.id && each.by.id !== me.value);
  if (!act) return null;
  return (
    <p class="held-by-other figures">
      {sayTeam('undo.other', { by: act.by.name, seconds: secondsLeft(act, now.value) })}
    </p>
  );
}
