import { AlarmClock, Check } from 'lucide';
import type { DeskRow } from '../../shared/desk-view.ts';
import { inLanguage } from '../../shared/local-text.ts';
import type { Instant } from '../../shared/time.ts';
import { Icon } from '../parts/icon.tsx';
import { age, relative, shortTime } from '../parts/time-words.ts';
import { AirMark } from './air-bar.tsx';
import { isBack, isClaimed, isSnoozed } from './filters.ts';
import { leavingOf, secondsLeft, takingTime } from './held.ts';
import { LabelChips } from './label-chips.tsx';
import { markedSet, marking, markTo, toggleMark } from './marks.ts';
import { personName } from './person-name.ts';
import { isNear, isOpen, isUrgent } from './queue.ts';
import { sayQueue } from './queue-words.ts';
import { rollbacks } from './rollbacks.ts';
import { SuspectMark } from './spam-guess-line.tsx';
import { me, now, open, selectedId, view } from './state.ts';
import { STATE_SIGNS } from './state-sign.tsx';
import { sayTeam } from './team-words.ts';
import { sayTogether } from './together-words.ts';
import { takingWords } from './undo-bar.tsx';
import { initials, WatcherMarks } from './watchers.tsx';
import { say, tongue } from './words.ts';

/** One line: state, who, what, when, who is on it, and since when at the right edge, which is the reason for its place. */
export function RequestRow({ request, at, count }: { request: DeskRow; at: number; count: number }) {
  const isMarked = markedSet.value.has(request.id);
  const taking = isOpen(request) ? takingWords(request) : null;
  return (
    // Only what is seen is drawn: where it stands in the whole list has to be said.
    <li aria-setsize={count} aria-posinset={at + 1}>
      <a
        class="request-row"
        href={`#${request.id}`}
        data-request={request.id}
        data-state={request.state}
        data-unread={request.unread || request.news !== null}
        data-snoozed={isSnoozed(request, now.value)}
        data-urgent={isUrgent(request, now.value)}
        data-marked={isMarked}
        {...(selectedId.value === request.id ? { 'aria-current': 'true' as const } : {})}
        onClick={(event) => {
          event.preventDefault();
          choose(request.id, event.shiftKey);
        }}
      >
        {marking.value || isMarked ? <RowCheck isMarked={isMarked} /> : <RowSign state={request.state} />}
        <span class="row-name one-line">
          {request.unread && <span class="unseen">{say('list.unread')}: </span>}
          {request.name}
        </span>
        <span class="row-service one-line quiet">
          <LabelChips ids={request.labels} most={1} />
          {taking ? <Taking request={request} words={taking} /> : <About request={request} />}
        </span>
        <span class="row-marks">
          <AirMark request={request} />
          <SuspectMark request={request} />
          {!taking && <WatcherMarks request={request} />}
          <Marks request={request} />
        </span>
        <RowTime request={request} />
        <RowAge request={request} />
      </a>
    </li>
  );
}

/** What it asks for, or what its viewer did to it that nobody has opened yet. */
function About({ request }: { request: DeskRow }) {
  if (request.news === null) {
    const title = inLanguage(view.value?.services[request.service] ?? {}, tongue());
    return <span class="row-title one-line">{title}</span>;
  }
  const words = sayQueue(`news.${request.news}`);
  return (
    <span class="row-title one-line row-news" title={words}>
      <span class="unseen">{words}</span>
      <span aria-hidden="true">{sayQueue(`news.short.${request.news}`)}</span>
    </span>
  );
}

/** A click opens; while several are being marked, or with Shift, it marks. */
function choose(id: string, isShift: boolean): void {
  if (isShift) markTo(id);
  else if (marking.value) toggleMark(id);
  else open(id, { replace: selectedId.value !== null });
}

function RowCheck({ isMarked }: { isMarked: boolean }) {
  return <span class="row-check">{isMarked && <Icon node={Check} size={12} label={sayTeam('bulk.marked')} />}</span>;
}

function RowSign({ state }: Pick<DeskRow, 'state'>) {
  const { tone, icon } = STATE_SIGNS[state];
  const name = say(`state.${state}`);
  return (
    <span class={`row-sign tone-${tone}`} title={name}>
      <Icon node={icon} size={15} label={name} />
    </span>
  );
}

/** The time that was asked for, and whether another has it. */
function RowTime({ request: { start, state, slotTaken } }: { request: DeskRow }) {
  const without = say(state === 'waitlisted' ? 'list.waitlist' : 'list.message');
  const time = start ? shortTime(start, now.value, view.value?.creator?.zone, tongue()) : without;
  return (
    <span
      class={`row-time figures one-line${slotTaken ? ' row-time-taken' : ''}`}
      {...(slotTaken ? { title: say('list.taken') } : {})}
    >
      {time}
    </span>
  );
}

/** Who is about to take its time, in the place of what it is about: that is soon over. */
function Taking({ request, words }: { request: DeskRow; words: string }) {
  const by = takingTime(request)?.by;
  return (
    <span class="row-title one-line row-taking" title={words}>
      <span class="unseen">{words}</span>
      <span aria-hidden="true">
        {by?.id === me.value
          ? sayTogether('taking.shortYou')
          : sayTogether('taking.shortOther', { by: personName(by?.name ?? '') })}
      </span>
    </span>
  );
}

/**
 * Why it stands where it does: how long until something is lost, that it is back from being put aside, or how long it has
 * waited; of what is put aside, when it comes back.
 */
function RowAge({ request }: { request: DeskRow }) {
  const { loss } = request;
  const leaving = leavingOf(request.id, me.value);
  if (leaving) return <Leaves seconds={secondsLeft(leaving, now.value)} />;
  if (isSnoozed(request, now.value)) return <ComesBack request={request} />;
  if (isBack(request, now.value) && !isUrgent(request, now.value)) {
    return (
      <span class="row-age row-age-back" title={sayQueue('snooze.backText')}>
        <Icon node={AlarmClock} size={15} label={sayQueue('snooze.back')} />
      </span>
    );
  }
  if (!loss || !isUrgent(request, now.value)) {
    return <span class="row-age figures quiet">{age(request.since, now.value, tongue())}</span>;
  }
  const why = say(`list.loss.${loss.what}`, { when: relative(loss.at, now.value, tongue()) });
  return (
    <span class="row-age row-age-loss figures" data-near={isNear(request, now.value)} title={why}>
      <span class="unseen">{why}</span>
      <span aria-hidden="true">
        <span class="row-age-why">{sayQueue(`short.${loss.what}`)}</span>
        {left(loss.at)}
      </span>
    </span>
  );
}

/** It is answered, and the answer can still be taken back: nothing is lost while it waits. */
function Leaves({ seconds }: { seconds: number }) {
  const why = sayTeam('undo.leaves', { seconds });
  return (
    <span class="row-age row-age-leaves figures" title={why}>
      <span class="unseen">{why}</span>
      <Icon node={Check} size={13} />
      <span aria-hidden="true">{seconds}</span>
    </span>
  );
}

/** Never more than there is, as the details say it; a promise that was not kept has a minus before how long it is ago. */
function left(at: Instant): string {
  const isOver = Date.parse(at) < Date.parse(now.value);
  return isOver ? `−${age(at, now.value, tongue())}` : age(now.value, at, tongue());
}

function ComesBack({ request }: { request: DeskRow }) {
  const { snoozedUntil, snoozedForLive } = request;
  const short = shortTime(snoozedUntil ?? request.since, now.value, view.value?.creator?.zone, tongue());
  const why = snoozedForLive ? sayQueue('snooze.isLive') : sayQueue('snooze.until', { when: short });
  return (
    <span class="row-age figures one-line quiet" title={why}>
      <span class="unseen">{why}</span>
      <span aria-hidden="true">{snoozedForLive ? sayQueue('snooze.untilLive') : short}</span>
    </span>
  );
}

/** Who answers it, or that an act on it was just refused. */
function Marks({ request }: { request: DeskRow }) {
  if (rollbacks.value.has(request.id)) {
    return (
      <span class="row-mark row-mark-refused" title={say('refused.title', { act: '' })}>
        !
      </span>
    );
  }
  if (!request.claim || !isClaimed(request, now.value)) return <span class="row-mark" />;
  const mine = request.claim.by === me.value;
  const label = mine ? say('list.claimedByYou') : say('list.claimedBy', { name: personName(request.claim.name) });
  return (
    <span class={`row-mark row-mark-claim${mine ? ' row-mark-mine' : ''}`} title={label}>
      <span class="unseen">{label}</span>
      <span aria-hidden="true">{initials(personName(request.claim.name))}</span>
    </span>
  );
}
