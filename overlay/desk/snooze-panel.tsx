import { AlarmClock, Undo2, X } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { LONGEST_SNOOZE_DAYS } from '../../shared/snooze.ts';
import type { Instant } from '../../shared/time.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { plusDays } from '../parts/calendar-days.ts';
import { DayOptions } from '../parts/day-options.tsx';
import { TimeOptions } from '../parts/time-options.tsx';
import { nearTime } from '../parts/time-words.ts';
import { act } from './act.ts';
import { isSnoozed } from './filters.ts';
import { KEYS } from './keys.ts';
import { sayQueue } from './queue-words.ts';
import { isPossible, justAside, putAside, type SnoozeChoice, snoozeChoices, snoozing, undoAside } from './snoozing.ts';
import { canAct, fresh, now, selectedRow, view } from './state.ts';
import { DoneLine } from './undo-line.tsx';
import { instantOf, wallTime } from './wall-clock.ts';
import { say, tongue } from './words.ts';
import './snooze.css';

export function SnoozeButton({ request }: { request: DeskRequest }) {
  if (!canAct('snooze')) return null;
  return (
    <Button
      size="small"
      look="plain"
      icon={AlarmClock}
      disabled={!fresh.value}
      title={say('act.keyHint', { act: sayQueue('snooze.act'), key: KEYS.snooze })}
      onClick={() => {
        snoozing.value = request.id;
      }}
    >
      {sayQueue('snooze.act')}
    </Button>
  );
}

/** Until when: three answers and an own one, all by the creator's clock. */
export function SnoozePanel({ request }: { request: DeskRequest }) {
  const box = useRef<HTMLElement>(null);
  const shown = snoozing.value === request.id;
  // Before the next key comes: Enter takes the first answer.
  useLayoutEffect(() => {
    if (shown) box.current?.querySelector<HTMLElement>('.snooze-choices button')?.focus();
  }, [shown]);
  if (!shown) return null;
  const zone = zoneNow();
  return (
    <section ref={box} class="offer-panel" aria-label={sayQueue('snooze.title')}>
      <div class="apart">
        <div>
          <p class="offer-title">{sayQueue('snooze.title')}</p>
          <p class="quiet">{sayQueue('snooze.text')}</p>
        </div>
        <IconButton size="small" icon={X} label={say('offer.close')} onClick={close} />
      </div>
      <SnoozeChoices choose={(choice) => putAside(request.id, choice)} />
      <OwnTime request={request} zone={zone} />
    </section>
  );
}

/** The answers that need no typing. */
export function SnoozeChoices({ choose }: { choose: (choice: SnoozeChoice) => void }) {
  const zone = zoneNow();
  const running = view.value?.live.session?.endedAt === null;
  return (
    <div class="snooze-choices">
      {snoozeChoices(now.value, running, zone).map(({ word, choice }) => (
        <Button key={word} size="small" disabled={!fresh.value} onClick={() => choose(choice)}>
          {sayQueue(`snooze.${word}`)}
          {word !== 'live' && <span class="quiet figures">{nearTime(choice.until, now.value, zone, tongue())}</span>}
        </Button>
      ))}
    </div>
  );
}

/** A day and a quarter of an hour on the creator's clock, named as the page names them. */
function OwnTime({ request, zone }: { request: DeskRequest; zone: string }) {
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const until = instantOf(`${day}T${time}`, zone);
  const possible = until !== null && isPossible(until, now.value);
  const today = wallTime(now.value, zone).slice(0, 10);
  return (
    <form
      class="snooze-own"
      onSubmit={(event) => {
        event.preventDefault();
        if (until && possible) putAside(request.id, { until });
      }}
    >
      <fieldset class="snooze-time">
        <legend class="small">{sayQueue('snooze.own')}</legend>
        <select
          class="control"
          aria-label={sayQueue('snooze.day')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        >
          <option value="">{sayQueue('snooze.day')}</option>
          <DayOptions first={today} last={plusDays(today, LONGEST_SNOOZE_DAYS)} language={tongue()} />
        </select>
        <select
          class="control figures"
          aria-label={sayQueue('snooze.time')}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        >
          <option value="">{sayQueue('snooze.time')}</option>
          <TimeOptions language={tongue()} />
        </select>
      </fieldset>
      <Button size="small" type="submit" disabled={!possible || !fresh.value}>
        {sayQueue('snooze.ownYes')}
      </Button>
      {until && !possible && <p class="small">{sayQueue('snooze.range')}</p>}
      {until && possible && <TooLate until={until} />}
    </form>
  );
}

/** What would be lost meanwhile. */
function TooLate({ until }: { until: Instant }) {
  const loss = selectedRow.value?.loss;
  if (!loss || Date.parse(loss.at) >= Date.parse(until) || Date.parse(loss.at) <= Date.parse(now.value)) return null;
  const when = nearTime(loss.at, now.value, zoneNow(), tongue());
  return <p class="small snooze-late">{sayQueue(`snooze.late.${loss.what}`, { when })}</p>;
}

/** Says that it is put aside and until when, with the way back. */
export function SnoozedBar({ request }: { request: DeskRequest }) {
  if (!isSnoozed(request, now.value) || request.snoozedUntil === null) return null;
  const when = nearTime(request.snoozedUntil, now.value, zoneNow(), tongue());
  return (
    <div class="act-bar act-question" role="status">
      <p>{request.snoozedForLive ? sayQueue('snooze.isLive') : sayQueue('snooze.is', { when })}</p>
      {canAct('snooze') && (
        <Button
          size="small"
          icon={Undo2}
          disabled={!fresh.value}
          title={say('act.keyHint', { act: sayQueue('snooze.wake'), key: KEYS.snooze })}
          onClick={() => void act(request.id, { type: 'snooze', until: null })}
        >
          {sayQueue('snooze.wake')}
        </Button>
      )}
    </div>
  );
}

/** What this person has just put aside is out of sight: for a moment it can be taken back from anywhere. */
export function AsideLine() {
  const aside = justAside();
  const said = aside
    ? aside.choice.afterLive
      ? sayQueue('snooze.saidLive', { name: aside.name })
      : sayQueue('snooze.said', {
          name: aside.name,
          when: nearTime(aside.choice.until, now.value, zoneNow(), tongue()),
        })
    : '';
  return <DoneLine said={said} undo={() => aside && undoAside(aside)} />;
}

function close(): void {
  snoozing.value = null;
}

function zoneNow(): string {
  return view.value?.creator?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
