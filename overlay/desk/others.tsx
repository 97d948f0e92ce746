import type { DeskRequest } from '../../shared/desk-view.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { Button } from '../parts/button.tsx';
import { KEYS } from './keys.ts';
import { isMergeable, merging, useOthers } from './merging.ts';
import { sayQueue } from './queue-words.ts';
import { canAct, details, fresh, open } from './state.ts';
import { StateSign } from './state-sign.tsx';
import { sayTeam } from './team-words.ts';
import { say, tongue } from './words.ts';

/** What else its person has open or booked, so that nobody is answered twice. */
export function Others({ request }: { request: DeskRequest }) {
  const others = useOthers(request.id, request.updatedAt);
  if (others === null || others.length === 0) return null;
  const isCertain = others.some(({ by }) => by === 'viewer');
  const mergeable = others.some((other) => isMergeable(request, other));
  return (
    <div class="rivals others">
      <p class="rivals-title">
        {isCertain
          ? sayTeam('others.title', { count: others.length })
          : sayQueue('same.maybe', { count: others.length })}
      </p>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <a href={`#${other.id}`}>{inLanguage(other.service, tongue()) || other.name}</a>{' '}
            <StateSign state={other.state} />
            {other.by !== 'viewer' && <span class="quiet small"> {sayTeam(`others.${other.by}`)}</span>}
          </li>
        ))}
      </ul>
      <p class="quiet">{isCertain ? sayTeam('others.text') : sayQueue(mergeable ? 'same.maybeText' : 'same.not')}</p>
      {mergeable && canAct('merge') && (
        <Button
          size="small"
          disabled={!fresh.value}
          title={say('act.keyHint', { act: say('keys.merge'), key: KEYS.merge })}
          onClick={() => {
            merging.value = request.id;
            // On a phone the choice stands at the conversation.
            if (details.value) open(request.id);
          }}
        >
          {sayTeam('others.merge')}
        </Button>
      )}
    </div>
  );
}
