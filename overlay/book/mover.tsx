import { useEffect, useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/thread-view.ts';
import { Button } from '../parts/button.tsx';
import { chosenDay, zoneAt } from './calendar-state.ts';
import { Loading, Trouble } from './faces.tsx';
import { canLoadLaterMoveTimes, loadLaterMoveTimes, loadMoveTimes, moveTimes } from './move-times.ts';
import { useOpened } from './opened.ts';
import { ShortNotice } from './short-notice.tsx';
import { hasTime } from './thread-actions.tsx';
import { acting, moveRequest, threadRefused } from './thread-state.ts';
import { TimePicker } from './time-picker.tsx';
import { sayWhen, sayZone } from './times.ts';
import { say } from './words.ts';

/** Refusals that say that the times shown are not the free ones any more. */
const GONE: ReadonlyArray<string> = ['slot-taken', 'slot-not-offered'];

/** Choosing another time for the same service, in the zone of the request. */
export function Mover({ secret, view, close }: { secret: string; view: ThreadView; close: () => void }) {
  useEffect(() => {
    void loadMoveTimes(secret);
  }, [secret]);
  const times = moveTimes.value;
  const opened = useOpened<HTMLElement>();
  const [wanted, setWanted] = useState<string | null>(null);
  async function move(start: string) {
    if (await moveRequest(secret, start)) {
      close();
      return;
    }
    setWanted(null);
    // A time that is gone says that what is shown is old; a network that is away takes nothing off the page.
    if (GONE.includes(threadRefused.value?.why ?? '')) void loadMoveTimes(secret);
  }
  return (
    <section class="card stack" tabIndex={-1} ref={opened} aria-label={say('thread.moveTitle')}>
      <div class="apart">
        <h2>{say('thread.moveTitle')}</h2>
        <Button look="plain" onClick={close}>
          {say('back')}
        </Button>
      </div>
      {times.type === 'failed' && <Trouble why={times.why} />}
      {times.type === 'loading' && <Loading lines={3} />}
      {times.type === 'ready' && times.value.trouble && <Trouble why={times.value.trouble} />}
      {times.type === 'ready' && times.value.slots.length === 0 && <p class="quiet">{say('time.empty')}</p>}
      {wanted && <ReallyMove start={wanted} view={view} yes={() => void move(wanted)} no={close} />}
      {times.type === 'ready' && !wanted && times.value.slots.length > 0 && (
        <p class="small quiet">
          {say('time.zone')} {sayZone(view.zone, zoneAt(times.value.slots, view.zone, 'days', chosenDay.value))}
        </p>
      )}
      {times.type === 'ready' && !wanted && (
        <TimePicker
          slots={times.value.slots}
          zone={view.zone}
          disabled={acting.value}
          pick={setWanted}
          later={canLoadLaterMoveTimes(times.value) ? () => void loadLaterMoveTimes(secret, times.value) : undefined}
        />
      )}
    </section>
  );
}

/** The old time is gone once it is moved, and a thumb slips: the new one is said back before it counts. */
function ReallyMove({ start, view, yes, no }: { start: string; view: ThreadView; yes: () => void; no: () => void }) {
  const opened = useOpened<HTMLFieldSetElement>();
  const time = sayWhen(start, view.zone);
  const moves = hasTime(view);
  return (
    <fieldset class="really" tabIndex={-1} ref={opened}>
      <legend class="figures">
        {say(moves ? 'thread.moveSure' : 'thread.chooseSure', { time, zone: sayZone(view.zone, start) })}
      </legend>
      <ShortNotice view={view} starts={[start]} />
      <div class="row gap-2">
        <Button look="primary" disabled={acting.value} onClick={yes}>
          {say(moves ? 'thread.moveYes' : 'thread.chooseYes')}
        </Button>
        <Button onClick={no}>{say(moves ? 'thread.moveNo' : 'back')}</Button>
      </div>
    </fieldset>
  );
}
