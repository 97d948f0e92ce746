import type { StageView } from '../../shared/protocol.ts';
import { onAir } from './on-air.ts';
import { words } from './words.ts';

const MOST_NAMES = 3;

/** Who is next, by on-air name, and how many more wait. Nothing while nobody does. */
export function QueueStrip({ queue }: { queue: StageView['queue'] }) {
  const named = queue.next.slice(0, MOST_NAMES);
  if (named.length === 0 && queue.waiting === 0) return null;
  const more = Math.max(0, queue.waiting - named.length);
  return (
    <section class="plate queue">
      <span class="queue-title">{words.say(named.length > 0 ? 'upNext' : 'inQueue')}</span>
      {named.map((entry, place) => (
        <bdi class="line queue-name" key={`${place} ${entry.name}`}>
          {onAir(entry.name)}
        </bdi>
      ))}
      {more > 0 && <span class="queue-more">{named.length > 0 ? `+${more}` : more}</span>}
    </section>
  );
}
