import { Timer } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/thread-view.ts';
import type { Instant } from '../../shared/time.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { ShortNotice } from './short-notice.tsx';
import { acting, ahead, joinWaitlist, moveRequest, refresh } from './thread-state.ts';
import { sayLeft, sayWhen, sayZone } from './times.ts';
import { WaitingDays } from './waiting-days.tsx';
import type { BookKey } from './words.ts';
import { say } from './words.ts';

interface Props {
  secret: string;
  view: ThreadView;
}

/** The server takes lapsed offers back every few seconds; until then it is asked again at this pace. */
const ASK_AGAIN_MILLIS = 3000;

/** The times that can be had by one tap, why they are offered, and how long a kept one stays. */
export function Offered({ secret, view }: Props) {
  const left = useLeft(view.offersUntil);
  const lapsed = left !== null && left <= 0;
  useEffect(() => {
    if (!lapsed) return;
    const timer = setInterval(() => void refresh(secret), ASK_AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [lapsed, secret]);
  if (lapsed) return <p class="status-explain">{say('thread.explain.lapsed')}</p>;
  return (
    <>
      <p class="status-explain">{say(reasonOf(view), { name: view.creator.name })}</p>
      <div class="choices figures">
        {view.nearest.map((start) => (
          <Button
            key={start}
            wide
            look={left === null ? 'quiet' : 'primary'}
            disabled={acting.value}
            onClick={() => void moveRequest(secret, start)}
          >
            {sayChoice(view, start)}
          </Button>
        ))}
      </div>
      {view.nearest[0] && !changesClock(view) && <p class="small quiet">{sayZone(view.zone, view.nearest[0])}</p>}
      <ShortNotice view={view} starts={view.nearest} />
      {left !== null && (
        <p class="hold figures">
          <Icon node={Timer} size={18} />
          {/* Not spoken each second, which would drown the page for who listens to it. */}
          <span aria-live="off">{say('details.kept', { time: sayLeft(left) })}</span>
        </p>
      )}
    </>
  );
}

/** Whether the zone has not the same name at all the times, so that one cannot stand below them for all. */
function changesClock({ nearest, zone }: ThreadView): boolean {
  return new Set(nearest.map((start) => sayZone(zone, start))).size > 1;
}

/** What the tap does: books what is kept, moves what is booked; else the time alone. */
function sayChoice(view: ThreadView, start: Instant): string {
  const { state, offersUntil, zone } = view;
  const time = changesClock(view) ? `${sayWhen(start, zone)} (${sayZone(zone, start)})` : sayWhen(start, zone);
  if (offersUntil !== null) return say('wait.take', { time });
  return state === 'booked' ? say('thread.moveTo', { time }) : time;
}

/** The place in line, or the way into it. */
export function Waiting({ secret, view }: Props) {
  if (view.waitlist) {
    const { position } = view.waitlist;
    return (
      <div class="stack gap-2">
        <p class="place-in-line">{position === 1 ? say('wait.next') : say('wait.position', { position })}</p>
        <WaitingDays secret={secret} view={view} line={view.waitlist} />
      </div>
    );
  }
  const join = () => void joinWaitlist(secret);
  if (!view.actions.includes('waitlist')) return null;
  if (view.offersUntil)
    return (
      <Button wide disabled={acting.value} onClick={join}>
        {say('wait.pass')}
      </Button>
    );
  // Who asked for a time is waiting for its answer; the line is for those who have none to wait for.
  if (view.state !== 'offered' && view.state !== 'called-off' && view.start) return null;
  return (
    <div class="join-line">
      <p class="small">{say(view.nearest.length > 0 ? 'wait.joinText' : 'wait.joinMessage')}</p>
      <Button disabled={acting.value} onClick={join}>
        {say('wait.join')}
      </Button>
    </div>
  );
}

/** Why other times are offered: one came free, the desk suggests some, or the asked one went to another. */
function reasonOf(view: ThreadView): BookKey {
  if (view.offersUntil) return 'thread.explain.freed';
  if (view.state === 'called-off') return 'thread.explain.others';
  if (view.state === 'booked') return 'thread.explain.instead';
  const last = view.messages.findLast(({ from, text }) => from === 'system' && REASONS.has(text));
  return last?.text === 'offered' ? 'thread.explain.suggested' : 'thread.explain.offered';
}
const REASONS: ReadonlySet<string> = new Set(['offered', 'slot-taken']);

/** Milliseconds until an instant by the server's clock, each second anew; null without one. */
function useLeft(until: Instant | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? null : Date.parse(until) - (now + ahead.value);
}
