import type { IconNode } from 'lucide';
import { CircleCheck, CircleDashed, CircleEllipsis, OctagonAlert, TriangleAlert } from 'lucide';
import { Icon } from '../../parts/icon.tsx';
import type { Tone } from '../../parts/surface.tsx';
import type { Standing } from './strip.ts';

const SIGNS: Readonly<Record<Standing, { icon: IconNode; tone: Tone }>> = {
  good: { icon: CircleCheck, tone: 'positive' },
  busy: { icon: CircleEllipsis, tone: 'accent' },
  idle: { icon: CircleDashed, tone: 'plain' },
  attention: { icon: TriangleAlert, tone: 'warning' },
  broken: { icon: OctagonAlert, tone: 'danger' },
};

/** A state by shape, word and colour. */
export function StandingWord({ standing, children }: { standing: Standing; children: string }) {
  const sign = SIGNS[standing];
  return (
    <span class={`standing tone-${sign.tone}`}>
      <Icon node={sign.icon} size={18} />
      <span class="one-line">{children}</span>
    </span>
  );
}
