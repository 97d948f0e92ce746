import { Timer } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../shared/time.ts';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/surface.tsx';
import { sayLeft } from './times.ts';
import { say } from './words.ts';

/** How long the slot is still kept, counting down; not spoken each second, since that would drown the form. */
export function HoldLeft({ until }: { until: Instant }) {
  const [now, setNow] = useState(() => Date.now());
  const left = Date.parse(until) - now;
  const over = left <= 0;
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [over]);
  if (over) return <Notice tone="warning" title={say('details.keptOver')} />;
  return (
    <p class="hold figures">
      <Icon node={Timer} size={18} />
      {say('details.kept', { time: sayLeft(left) })}
    </p>
  );
}
