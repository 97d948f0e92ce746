import type { DeskRequest } from '../../shared/desk-view.ts';
import { Notice } from '../parts/surface.tsx';
import { dayAndClock, relative } from '../parts/time-words.ts';
import { isBack } from './filters.ts';
import { leavingOf } from './held.ts';
import { isOpen, isUrgent, rivals } from './queue.ts';
import { sayQueue } from './queue-words.ts';
import { SuspectNotice } from './spam-guess-line.tsx';
import { me, now, requests, selectedRow, view } from './state.ts';
import { sayTogether } from './together-words.ts';
import { takingWords } from './undo-bar.tsx';
import { say, tongue } from './words.ts';

/** What is lost, or done twice, by whoever does not know it before they answer. */
export function Warnings({ request }: { request: DeskRequest }) {
  // Once it is booked or closed, nobody competes with it any more.
  if (!isOpen(request)) return null;
  const others = rivals(requests.value, request);
  const taking = takingWords(request);
  return (
    <>
      <Loss />
      {isBack(request, now.value) && (
        <Notice tone="accent" title={sayQueue('snooze.back')}>
          <p>{sayQueue('snooze.backText')}</p>
        </Notice>
      )}
      <SuspectNotice />
      {request.slotTaken && (
        <Notice tone="warning" title={say('context.takenTitle')}>
          <p>{say(request.state === 'offered' ? 'context.takenOffered' : 'context.takenText')}</p>
        </Notice>
      )}
      {!request.slotTaken && taking !== null && (
        <Notice tone="warning" title={taking}>
          <p>{sayTogether('taking.details')}</p>
        </Notice>
      )}
      {!request.slotTaken && taking === null && others.length > 0 && (
        <div class="rivals">
          <p class="rivals-title">{say('context.rivals', { count: others.length })}</p>
          <ul>
            {others.slice(0, 5).map((each) => (
              <li key={each.id}>
                <a href={`#${each.id}`}>{each.name}</a>
              </li>
            ))}
          </ul>
          <p class="quiet">{say('context.rivalsText')}</p>
        </div>
      )}
    </>
  );
}

/** What is lost first, in words. */
function Loss() {
  const row = selectedRow.value;
  if (!row?.loss || !isUrgent(row, now.value) || leavingOf(row.id, me.value)) return null;
  const when = relative(row.loss.at, now.value, tongue());
  return (
    <Notice tone="warning" title={say(`list.loss.${row.loss.what}`, { when })}>
      {row.state === 'waiting' && <p>{sayQueue('notKept')}</p>}
      <span class="figures">{dayAndClock(row.loss.at, view.value?.creator?.zone, tongue())}</span>
    </Notice>
  );
}
