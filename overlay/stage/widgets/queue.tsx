import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { WidgetProps } from './air.ts';
import { countOf } from './amounts.ts';

/** Who is being served, who is next, by on-air name, and how many more wait. */
export function QueueStrip({ widget, air }: WidgetProps<WidgetOf<'queue'>>) {
  const { queue } = air.view;
  const serving = widget.nowServing ? (queue.nowServing ?? null) : null;
  const named = queue.next.slice(0, widget.names);
  const more = Math.max(0, queue.waiting - named.length);
  return (
    <section class="plate queue">
      {serving !== null && (
        <>
          <span class="queue-title">{air.say('nowServing')}</span>
          <bdi class="line queue-name queue-serving">{air.text(serving)}</bdi>
        </>
      )}
      {(named.length > 0 || more > 0) && (
        <span class="queue-title">{air.say(named.length > 0 ? 'upNext' : 'inQueue')}</span>
      )}
      {named.map((entry, place) => (
        <bdi class="line queue-name" key={`${place} ${entry.name}`}>
          {air.text(entry.name)}
        </bdi>
      ))}
      {more > 0 && (
        <span class="queue-more">
          {named.length > 0 ? '+' : ''}
          {countOf(more, air.language)}
        </span>
      )}
    </section>
  );
}
