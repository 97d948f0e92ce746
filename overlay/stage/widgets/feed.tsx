import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide';
import type { StageFigures } from '../../../shared/stage-view.ts';
import { Icon } from '../../parts/icon.tsx';
import { sourceKey } from '../../parts/source-key.ts';
import type { Air } from './air.ts';

type State = StageFigures['feed'][number]['state'];

const ICONS = {
  live: CircleCheck,
  failed: TriangleAlert,
} as const;

/** What each source is doing; for whoever sets the stage up. */
export function FeedPlate({ air }: { air: Air }) {
  const feed = air.figures?.feed ?? [];
  return (
    <section class="plate feed">
      {feed.length === 0 && <p class="line quiet">{air.say('noFeed')}</p>}
      {feed.map(({ name, state }) => (
        <p class={`feed-row feed-${state}`} key={name}>
          <Icon node={iconOf(state)} />
          <bdi class="line feed-name">{sourceName(name, air)}</bdi>
          <span class="quiet">{air.say(`feed-${state}`)}</span>
        </p>
      ))}
    </section>
  );
}

/** As the studio calls it too. */
function sourceName(kind: string, air: Air): string {
  const key = sourceKey(kind);
  return key ? air.say(key) : air.text(kind);
}

function iconOf(state: State) {
  return state === 'live' || state === 'failed' ? ICONS[state] : CircleDashed;
}
