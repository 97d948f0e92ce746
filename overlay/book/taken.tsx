import type { Instant } from '../../shared/time.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/surface.tsx';
import { busy } from './request-state.ts';
import { sayWhen } from './times.ts';
import { say } from './words.ts';
import { zone } from './zones.ts';

interface Props {
  start: Instant;
  nearest: ReadonlyArray<Instant>;
  pick: (start: Instant) => void;
}

/** Somebody else got the time: said kindly, with the nearest ones as buttons. */
export function Taken({ start, nearest, pick }: Props) {
  return (
    <Notice tone="warning" title={say('taken.title', { time: sayWhen(start, zone.value) })}>
      {nearest.length > 0 && (
        <>
          <p>{say('taken.nearest')}</p>
          <div class="row gap-2 figures">
            {nearest.map((time) => (
              <Button key={time} disabled={busy.value} onClick={() => pick(time)}>
                {sayWhen(time, zone.value)}
              </Button>
            ))}
          </div>
        </>
      )}
    </Notice>
  );
}
