import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { StageView } from '../../../shared/stage-view.ts';
import type { Air, WidgetProps } from './air.ts';
import { countOf } from './amounts.ts';
import { hasQueue, heldOnAir } from './presence.ts';
import { useTurn } from './turns.ts';

/** Widths of the sheet (widgets.css) in the longest of the languages: a title, whoever is served, the count, a usual name. */
const TITLE = 230;
const SERVED = 292;
const COUNT = 110;
const NAME = 180;

/** How long each code stands before the next, or the queue, has its turn: long enough to type four letters. */
const TURN_SECONDS = 8;

/** The codes of times that the chat holds, in turn with the queue: a viewer reads the own code here. */
export function QueuePlate(props: WidgetProps<WidgetOf<'queue'>>) {
  const { air, widget } = props;
  const held = heldOnAir(air, air.now());
  const pages = [...held.map((hold) => hold.code), ...(hasQueue(widget, air.view) ? [null] : [])];
  const { one } = useTurn(pages, TURN_SECONDS);
  const hold = held.find(({ code }) => code === one);
  return hold ? <HeldNote hold={hold} air={air} /> : <QueueStrip {...props} />;
}

/** By on-air name and code; what it is for, and everything else, is between the viewer and the desk. */
function HeldNote({ hold, air }: { hold: StageView['chatHolds'][number]; air: Air }) {
  return (
    <section class="plate queue queue-held">
      <span class="queue-title">{air.say('heldFor')}</span>
      <bdi class="line queue-name">{air.text(hold.name)}</bdi>
      <b class="queue-code">{hold.code}</b>
    </section>
  );
}

/** Who is being served, who is next, by on-air name, and how many more wait. */
function QueueStrip({ widget, air, box }: WidgetProps<WidgetOf<'queue'>>) {
  const { queue } = air.view;
  const serving = widget.nowServing ? queue.nowServing : null;
  const named = queue.next.slice(0, Math.min(widget.names, room(box.width, serving !== null)));
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

/** Of how many names more than a letter can be seen; one is named in any case. The others are counted. */
function room(width: number, isServing: boolean): number {
  const left = width - TITLE - COUNT - (isServing ? TITLE + SERVED : 0);
  return Math.max(1, Math.floor(left / NAME));
}
