import { Button } from '../parts/button.tsx';
import { taken, understood } from './presence.ts';
import { open } from './state.ts';
import { sayTeam } from './team-words.ts';

/** What others did that this person has to know of, until it was read. */
export function TeamNotices() {
  return (
    <>
      {taken.value.map(({ request, name, by }) => (
        <div key={request} class="stage-notice" data-tone="warning" role="alert">
          <span>{sayTeam('presence.taken', { name, by })}</span>
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
    </>
  );
}
