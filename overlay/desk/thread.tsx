import { ChevronLeft, MessagesSquare, PanelRight, SearchX } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { IconButton } from '../parts/button.tsx';
import { Empty, Skeleton } from '../parts/surface.tsx';
import { nearTime } from '../parts/time-words.ts';
import { ActBar } from './act-bar.tsx';
import { OnAirBar } from './air-bar.tsx';
import { Entries } from './entries.tsx';
import { isClaimed } from './filters.ts';
import { LabelPicker, RequestLabels } from './label-picker.tsx';
import { MacroTold } from './macro-told.tsx';
import { MergePanel } from './merge-panel.tsx';
import { OfferPanel } from './offer-panel.tsx';
import { personName } from './person-name.ts';
import { RefusalCard } from './refusal-card.tsx';
import { ReplyBox } from './reply-box.tsx';
import { SnoozedBar, SnoozePanel } from './snooze-panel.tsx';
import { me, now, open, opening, selected, selectedId, selectedRow, view } from './state.ts';
import { StateSign } from './state-sign.tsx';
import { HeldByOther, TimeGoing } from './undo-bar.tsx';
import { Watchers } from './watchers.tsx';
import { say, tongue } from './words.ts';

/** The conversation of the chosen request with everything that can be done to it. */
export function Thread() {
  const request = selected.value;
  return (
    <section class="pane pane-thread" aria-label={say('thread.label')}>
      {request ? <Chosen request={request} /> : <NoneChosen />}
    </section>
  );
}

function NoneChosen() {
  if (opening.value) {
    return (
      <>
        <div class="thread-head">
          <BackButton />
          <div class="thread-who">
            <h1 class="one-line">{selectedRow.value?.name}</h1>
          </div>
        </div>
        <Skeleton lines={4} label={say('thread.opening')} />
      </>
    );
  }
  if (selectedId.value !== null) {
    return (
      <>
        <div class="thread-head">
          <BackButton />
        </div>
        <Empty icon={SearchX} title={say('thread.gone')}>
          <p>{say('thread.goneText')}</p>
        </Empty>
      </>
    );
  }
  return (
    <Empty icon={MessagesSquare} title={say('thread.none')}>
      <p>{say('thread.noneText')}</p>
    </Empty>
  );
}

function BackButton() {
  return (
    <span class="only-narrow">
      <IconButton icon={ChevronLeft} label={say('thread.back')} onClick={() => open(null)} />
    </span>
  );
}

function Chosen({ request }: { request: DeskRequest }) {
  const zone = view.value?.creator?.zone;
  return (
    <>
      <header class="thread-head">
        <BackButton />
        <div class="thread-who">
          <h1 class="one-line">{request.name}</h1>
          <p class="thread-about quiet">
            <span>{inLanguage(request.service.title, tongue())}</span>
            {request.start && <strong class="figures">{nearTime(request.start, now.value, zone, tongue())}</strong>}
          </p>
        </div>
        <Watchers request={request} />
        <RequestLabels request={request} />
        <ClaimSign request={request} />
        <StateSign state={request.state} />
        <span class="only-narrow">
          <IconButton
            icon={PanelRight}
            label={say('thread.details')}
            onClick={() => open(request.id, { details: true })}
          />
        </span>
      </header>
      <Scroller request={request} />
      <div class="thread-foot">
        <RefusalCard request={request} />
        <HeldByOther request={request} />
        <TimeGoing request={request} />
        <OnAirBar request={request} />
        <MacroTold request={request} />
        <OfferPanel request={request} />
        <MergePanel request={request} key={`merge-${request.id}`} />
        <SnoozePanel request={request} />
        <LabelPicker request={request} key={`labels-${request.id}`} />
        <SnoozedBar request={request} />
        <ActBar request={request} key={request.id} />
        <ReplyBox request={request} />
      </div>
    </>
  );
}

/** Who answers it just now. */
function ClaimSign({ request: { claim } }: { request: DeskRequest }) {
  if (!claim || !isClaimed({ claim }, now.value)) return null;
  const mine = claim.by === me.value;
  return (
    <span class={`thread-claim small${mine ? ' thread-claim-mine' : ''}`}>
      {mine ? say('list.claimedByYou') : say('list.claimedBy', { name: personName(claim.name) })}
    </span>
  );
}

/**
 * Stays at its end as long as the reader is there; somebody who reads further up is left in peace. What is opened begins
 * where its last entry does, should that be longer than the box.
 */
function Scroller({ request }: { request: DeskRequest }) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const openedId = useRef('');
  const last = request.messages.at(-1)?.id;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const isOpened = openedId.current !== request.id;
    openedId.current = request.id;
    if (!isOpened && !atEnd.current) return;
    const entry = element.querySelector('.entries > li:last-child');
    const isLong = isOpened && entry !== null && entry.getBoundingClientRect().height > element.clientHeight;
    if (isLong) entry.scrollIntoView({ block: 'start' });
    else element.scrollTop = element.scrollHeight;
  }, [request.id, last]);
  return (
    <div
      class="thread-scroll"
      ref={box}
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
        atEnd.current = scrollHeight - scrollTop - clientHeight < 40;
      }}
    >
      <Entries request={request} />
    </div>
  );
}
