import { Clock, Radio } from 'lucide';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import { Icon } from '../../parts/icon.tsx';
import { clock } from '../../parts/time-words.ts';
import type { WidgetProps } from './air.ts';
import { spanOnAir } from './spans.ts';
import { useWaking } from './turns.ts';

const MINUTE = 60_000;

/** How long this live has been going, or the time of day where the stage's PC is. Moves once a minute. */
export function ClockPlate({ widget, air }: WidgetProps<WidgetOf<'clock'>>) {
  const now = air.now();
  const startedAt = widget.shows === 'session' ? (air.figures?.sessionStartedAt ?? null) : null;
  const from = startedAt === null ? 0 : Date.parse(startedAt);
  useWaking(air.now, from + (Math.floor((now - from) / MINUTE) + 1) * MINUTE);
  const lived = now - from < MINUTE ? air.say('liveNow') : spanOnAir(now - from, air.language);
  return (
    <section class="plate clock">
      <span class="clock-line whole">
        <Icon node={startedAt === null ? Clock : Radio} />
        <span class="clock-words">
          {startedAt !== null && now - from >= MINUTE && <span class="clock-label quiet">{air.say('liveFor')}</span>}
          <b>{startedAt === null ? clock(new Date(now).toISOString(), undefined, air.language) : lived}</b>
        </span>
      </span>
    </section>
  );
}
