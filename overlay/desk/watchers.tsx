import type { DeskRequest } from '../../shared/desk-view.ts';
import { isClaimed } from './filters.ts';
import { personName } from './person-name.ts';
import { presence } from './presence.ts';
import { me, now } from './state.ts';
import { sayTeam } from './team-words.ts';

/** More stand as a number. */
const MOST_NAMED = 3;

function othersAt(request: string) {
  return presence.value.filter((each) => each.request === request && each.id !== me.value);
}

/** Who else has this request open, in the head of its conversation: said as it changes. */
export function Watchers({ request }: { request: DeskRequest }) {
  const others = othersAt(request.id);
  const typing = others.find((each) => each.typing);
  const words = (typing ? [typing] : others.slice(0, MOST_NAMED)).map((each) =>
    sayTeam(each.typing ? 'presence.typing' : 'presence.looking', { name: personName(each.name) }),
  );
  const left = typing ? 0 : others.length - words.length;
  return (
    <p class={`watchers one-line small quiet${typing ? ' watchers-typing' : ''}`} role="status">
      {words.join(' · ')}
      {left > 0 ? ` +${left}` : ''}
    </p>
  );
}

/** The same at its row, as initials. Who has claimed it has a mark of that there, and another only while they type. */
export function WatcherMarks({ request }: { request: Pick<DeskRequest, 'id' | 'claim'> }) {
  const others = othersAt(request.id).filter(({ id, typing }) => typing || !isClaimed(request, now.value, id));
  if (others.length === 0) return null;
  return (
    <>
      {others.slice(0, MOST_NAMED).map((each) => {
        const label = sayTeam(each.typing ? 'presence.typing' : 'presence.looking', { name: personName(each.name) });
        return (
          <span key={each.id} class={`row-watcher${each.typing ? ' row-watcher-typing' : ''}`} title={label}>
            <span class="unseen">{label}</span>
            <span aria-hidden="true">{initials(personName(each.name))}</span>
          </span>
        );
      })}
    </>
  );
}

/** The first letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}
