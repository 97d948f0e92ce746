import { useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/thread-view.ts';
import type { Instant } from '../../shared/time.ts';
import { Button } from '../parts/button.tsx';
import { noonOf } from '../parts/calendar-days.ts';
import { dateIn } from './days.ts';
import { acting, waitForDays } from './thread-state.ts';
import { sayDayWithin } from './times.ts';
import { DayBounds } from './wait-days.tsx';
import { boundsOf, type WaitWindow } from './window.ts';
import { say } from './words.ts';

interface Props {
  secret: string;
  view: ThreadView;
  line: NonNullable<ThreadView['waitlist']>;
}

/** On which days a time would do for who waits, and the way to other ones: the place in line stays. */
export function WaitingDays({ secret, view, line }: Props) {
  const dayOf = (instant: Instant | null) => (instant === null ? '' : dateIn(instant, view.zone));
  const kept = { from: dayOf(line.earliest), until: dayOf(line.latest) };
  const [days, setDays] = useState<WaitWindow>(kept);
  const [isOpen, setOpen] = useState(false);
  const backwards = days.until !== '' && days.until < days.from;
  async function save(): Promise<void> {
    if (!backwards && (await waitForDays(secret, boundsOf(days, view.zone)))) setOpen(false);
  }
  return (
    <>
      <p>{sayDays(kept)}</p>
      <details class="wait-days" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('wait.changeDays')}</summary>
        <DayBounds
          first={dayOf(view.serverTime)}
          last={dayOf(line.until)}
          days={days}
          fault={backwards ? say('waitlist.badUntil') : null}
          change={(part) => setDays({ ...days, ...part })}
        />
        <Button disabled={acting.value} onClick={() => void save()}>
          {say('wait.saveDays')}
        </Button>
      </details>
    </>
  );
}

function sayDays({ from, until }: WaitWindow): string {
  const day = (date: string) => (date === '' ? '' : sayDayWithin(noonOf(date), 'UTC'));
  const named = { from: day(from), until: day(until) };
  if (from !== '' && until !== '') return say('wait.betweenDays', named);
  if (from !== '') return say('wait.fromDay', named);
  return until === '' ? say('wait.anyDay') : say('wait.untilDay', named);
}
