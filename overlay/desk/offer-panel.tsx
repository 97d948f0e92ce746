import { X } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { capital } from '../../shared/capital.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { noonOf } from '../parts/calendar-days.ts';
import { SelectField, TextArea } from '../parts/field.tsx';
import { Skeleton } from '../parts/surface.tsx';
import { dayAndClock, dayName } from '../parts/time-words.ts';
import { act } from './act.ts';
import { closeFreeTimes, freeTimes, showDay, toggleStart } from './free-times.ts';
import { daysOf, type Offerable, offeredStarts } from './offer-days.ts';
import { offerWords, writeOfferWords } from './offer-words.ts';
import { refusedText } from './refusal-card.tsx';
import { fresh, view } from './state.ts';
import { say, tongue } from './words.ts';

/** The server takes no more at once. */
const MOST_OFFERED = 10;

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
      {state.type === 'open' && <Choices request={request} offerable={state} />}
    </section>
  );
}

interface ChoicesProps {
  request: DeskRequest;
  offerable: Offerable;
}

function Choices({ request, offerable }: ChoicesProps) {
  const zone = view.value?.creator?.zone;
  const { chosen, free } = offerable;
  const starts = offeredStarts(offerable, zone);
  const text = offerWords(request.id);
  const foot = useRef<HTMLDivElement>(null);
  // Opened by its key, Enter offers; whoever types meanwhile is left where they type. The button is in sight wherever the panel
  // is scrolled to, and the times are what is looked at first.
  useLayoutEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select'))
      foot.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  if (free.length === 0) return <p class="quiet">{say('context.freeNone')}</p>;
  return (
    <>
      <DayChoice offerable={offerable} zone={zone} />
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
      <TextArea
        label={say('act.declineText', { name: request.name })}
        rows={2}
        dir="auto"
        maxLength={LONGEST_MESSAGE}
        value={text}
        onInput={(event) => writeOfferWords(request.id, event.currentTarget.value)}
      />
      <div class="offer-foot" ref={foot}>
        <Button
          size="small"
          look="primary"
          disabled={chosen.size === 0 || chosen.size > MOST_OFFERED || !fresh.value}
          onClick={() => {
            closeFreeTimes();
            const words = text.trim();
            writeOfferWords(request.id, '');
            void act(request.id, { type: 'offer', starts: [...chosen].sort(), ...(words ? { text: words } : {}) });
          }}
        >
          {say('offer.send', { count: chosen.size })}
        </Button>
      </div>
    </>
  );
}

/** The nearest times, or all of one day. */
function DayChoice({ offerable: { free, day }, zone }: { offerable: Offerable; zone: string | undefined }) {
  const days = daysOf(free, zone);
  if (days.length < 2) return null;
  return (
    <SelectField
      label={say('offer.day')}
      value={day ?? ''}
      onChange={(event) => showDay(event.currentTarget.value || null)}
    >
      <option value="">{say('offer.nearest')}</option>
      {days.map((date) => (
        <option key={date} value={date}>
          {capital(dayName(noonOf(date), 'UTC', tongue()))}
        </option>
      ))}
    </SelectField>
  );
}
