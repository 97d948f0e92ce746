import { Button } from '../parts/button.tsx';
import { offAir, readOffAir } from './off-air.ts';
import { personName } from './person-name.ts';
import { taken, understood } from './presence.ts';
import { refusedText } from './refusal-card.tsx';
import { dismiss, holderOf, type Rollback, rollbacks } from './rollbacks.ts';
import { open, selected } from './state.ts';
import { sayTeam } from './team-words.ts';
import { sayTogether } from './together-words.ts';
import { say } from './words.ts';

/** More stand as a number, and have their sign in the list. */
const MOST_REFUSALS = 3;

/** What others did that this person has to know of, until it was read. */
export function TeamNotices() {
  return (
    <>
      {taken.value.map(({ request, name, by }) => (
        <div key={request} class="stage-notice" data-tone="warning" role="alert">
          <span>{sayTeam('presence.taken', { name, by: personName(by) })}</span>
          <Button
            size="small"
            onClick={() => {
              understood(request);
              open(request);
            }}
          >
            {sayTeam('presence.open')}
          </Button>
          <Button size="small" look="plain" onClick={() => understood(request)}>
            {sayTeam('presence.dismiss')}
          </Button>
        </div>
      ))}
      <OffAirNotices />
      <Refusals />
    </>
  );
}

function OffAirNotices() {
  return (
    <>
      {offAir.value.map((told, at) => (
        <div key={`${at}-${told.name}`} class="stage-notice" data-tone="warning" role="alert">
          <span>
            {sayTogether(told.kind === 'question' ? 'air.replacedQuestion' : 'air.replacedComment', {
              ...told,
              by: personName(told.by),
            })}
          </span>
          <Button size="small" look="plain" onClick={() => readOffAir(told)}>
            {sayTeam('presence.dismiss')}
          </Button>
        </div>
      ))}
    </>
  );
}

/** What was taken back of requests that are not open: the one that is open says it by itself. */
function Refusals() {
  const elsewhere = [...rollbacks.value].filter(([request]) => request !== selected.value?.id);
  const left = elsewhere.length - MOST_REFUSALS;
  return (
    <>
      {elsewhere.slice(-MOST_REFUSALS).map(([request, back]) => (
        <RefusedElsewhere key={request} request={request} back={back} />
      ))}
      {left > 0 && (
        <p class="stage-notice figures" data-tone="warning">
          {sayTogether('refused.more', { count: left })}
        </p>
      )}
    </>
  );
}

function RefusedElsewhere({ request, back }: { request: string; back: Rollback }) {
  const { refused, name } = back;
  return (
    <div class="stage-notice" data-tone="warning" role="alert">
      <span>
        <strong>
          {name && `${name}: `}
          {say('refused.title', { act: say(`act.${back.as}`) })}
        </strong>{' '}
        {refusedText(refused, holderOf(back))}
      </span>
      <Button size="small" onClick={() => open(request)}>
        {sayTeam('presence.open')}
      </Button>
      <Button size="small" look="plain" onClick={() => dismiss(request)}>
        {sayTeam('presence.dismiss')}
      </Button>
    </div>
  );
}
