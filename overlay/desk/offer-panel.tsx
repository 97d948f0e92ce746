import { X } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Skeleton } from '../parts/surface.tsx';
import { dayAndClock } from '../parts/time-words.ts';
import { act } from './act.ts';
import { closeFreeTimes, freeTimes, toggleStart } from './free-times.ts';
import { refusedText } from './refusal-card.tsx';
import { fresh, view } from './state.ts';
import { say, tongue } from './words.ts';

/** Free times near the asked one, the nearest already chosen: one more press offers them. */
export function OfferPanel({ request }: { request: DeskRequest }) {
  const state = freeTimes.value;
  if (state.type === 'closed' || state.request !== request.id) return null;
  return (
    <section class="offer-panel" aria-label={say('offer.title')}>
      <div class="apart">
        <div>
          <p class="offer-title">{say('offer.title')}</p>
          <p class="quiet">{say('offer.text')}</p>
        </div>
        <IconButton size="small" icon={X} label={say('offer.close')} onClick={closeFreeTimes} />
      </div>
      {state.type === 'loading' && <Skeleton lines={2} label={say('context.freeLoading')} />}
      {state.type === 'refused' && <p role="alert">{refusedText(state.refused, null)}</p>}
      {state.type === 'open' && <Choices request={request} starts={state.starts} chosen={state.chosen} />}
    </section>
  );
}

interface ChoicesProps {
  request: DeskRequest;
  starts: ReadonlyArray<string>;
  chosen: ReadonlySet<string>;
}

function Choices({ request, starts, chosen }: ChoicesProps) {
  const zone = view.value?.creator?.zone;
  const foot = useRef<HTMLDivElement>(null);
  // Opened by its key, Enter offers; whoever types meanwhile is left where they type.
  useLayoutEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select')) foot.current?.querySelector('button')?.focus();
  }, []);
  if (starts.length === 0) return <p class="quiet">{say('context.freeNone')}</p>;
  return (
    <>
      <div class="offer-times">
        {starts.map((start) => (
          <button
            key={start}
            type="button"
            class="offer-time figures"
            aria-pressed={chosen.has(start)}
            onClick={() => toggleStart(start)}
          >
            {dayAndClock(start, zone, tongue())}
          </button>
        ))}
      </div>
      <div ref={foot}>
        <Button
          size="small"
          look="primary"
          disabled={chosen.size === 0 || !fresh.value}
          onClick={() => {
            closeFreeTimes();
            void act(request.id, { type: 'offer', starts: [...chosen].sort() });
          }}
        >
          {say('offer.send', { count: chosen.size })}
        </Button>
      </div>
    </>
  );
}
