import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/thread-view.ts';
import { Button } from '../parts/button.tsx';
import { chosenDay, timeView, zoneAt } from './calendar-state.ts';
import { dateIn } from './days.ts';
import { Loading, Trouble } from './faces.tsx';
import { moveTimes, moveTimesOf } from './move-times.ts';
import { useOpened } from './opened.ts';
import { ShortNotice } from './short-notice.tsx';
import { hasTime } from './thread-actions.tsx';
import { acting, moveRequest, threadRefused } from './thread-state.ts';
import { sayWhen, sayZone } from './times.ts';
import { TimesViews } from './times-views.tsx';
import { ViewSwitch } from './view-switch.tsx';
import { say } from './words.ts';

/** Refusals that say that the times shown are not the free ones any more. */
const GONE: ReadonlyArray<string> = ['slot-taken', 'slot-not-offered'];

/** Days beyond the booked one that are fetched with it: who moves looks around it. */
const AROUND_MILLIS = 7 * 86_400_000;

/** Choosing another time for the same service, in the zone of the request, from the day that is booked. */
export function Mover({ secret, view, close }: { secret: string; view: ThreadView; close: () => void }) {
  const list = useMemo(() => moveTimesOf(secret), [secret]);
  useEffect(() => {
    chosenDay.value = view.start && dateIn(view.start, view.zone);
    void list.load(view.start ? Date.parse(view.start) + AROUND_MILLIS : 0);
  }, [list]);
  const opened = useOpened<HTMLElement>();
  const [wanted, setWanted] = useState<string | null>(null);
  async function move(start: string) {
    if (await moveRequest(secret, start)) {
      close();
      return;
    }
    setWanted(null);
    // A time that is gone says that what is shown is old; a network that is away takes nothing off the page.
    if (GONE.includes(threadRefused.value?.why ?? '')) void list.load();
  }
  function backToTimes(): void {
    setWanted(null);
    opened.current?.focus();
  }
  return (
    <section class="card stack" tabIndex={-1} ref={opened} aria-label={say('thread.moveTitle')}>
      <div class="apart">
        <h2>{say('thread.moveTitle')}</h2>
        <Button look="plain" onClick={wanted === null ? close : backToTimes}>
          {say('back')}
        </Button>
      </div>
      {wanted === null ? (
        <FreeTimes secret={secret} view={view} list={list} pick={setWanted} />
      ) : (
        <ReallyMove start={wanted} view={view} yes={() => void move(wanted)} no={close} />
      )}
    </section>
  );
}

interface FreeTimesProps {
  secret: string;
  view: ThreadView;
  list: ReturnType<typeof moveTimesOf>;
  pick: (start: string) => void;
}

function FreeTimes({ secret, view, list, pick }: FreeTimesProps) {
  const times = moveTimes.value;
  if (times.type === 'failed') return <Trouble why={times.why} />;
  if (times.type === 'loading') return <Loading lines={6} whole />;
  const { slots, trouble } = times.value;
  return (
    <>
      {trouble && <Trouble why={trouble} />}
      {slots.length === 0 ? (
        <p class="quiet">{say('time.empty')}</p>
      ) : (
        <>
          <p class="small quiet">
            {say('time.zone')} {sayZone(view.zone, zoneAt(slots, view.zone, timeView.value, chosenDay.value))}
          </p>
          <ViewSwitch />
          <TimesViews
            times={{ of: secret, list }}
            known={times.value}
            zone={view.zone}
            disabled={acting.value}
            pick={pick}
          />
        </>
      )}
    </>
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
