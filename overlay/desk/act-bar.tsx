import type { IconNode } from 'lucide';
import { Banknote, CalendarPlus, Check, CircleCheckBig, Hand, HandGrab, ShieldAlert, Undo2, UserX } from 'lucide';
import { deskRow } from '../../shared/desk-row.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { canMarkPaid } from '../../shared/payment.ts';
import { Button, type ButtonLook } from '../parts/button.tsx';
import { act } from './act.ts';
import { AirButton, AirQuestion } from './air-bar.tsx';
import { asking } from './asking.ts';
import type { BareAct } from './attempts.ts';
import { BlockButton, BlockedBar, BlockQuestion } from './block-bar.tsx';
import { blocking } from './blocking.ts';
import { DeclineButton, DeclineQuestion } from './decline-question.tsx';
import { declining } from './declining.ts';
import { isClaimed } from './filters.ts';
import { openFreeTimes } from './free-times.ts';
import { takingTime } from './held.ts';
import { KEYS, type KeyAct } from './keys.ts';
import { MergedBar } from './merge-panel.tsx';
import { OneLine } from './one-line.tsx';
import { isOpen } from './queue.ts';
import { SnoozeButton } from './snooze-panel.tsx';
import { attempts, canAct, fresh, me, now } from './state.ts';
import { say } from './words.ts';

interface ActButtonProps {
  request: DeskRequest;
  ask: BareAct;
  icon: IconNode;
  look?: ButtonLook;
  hint?: KeyAct;
}

function ActButton({ request, ask, icon, look, hint }: ActButtonProps) {
  if (!canAct(ask)) return null;
  const name = say(`act.${ask}`);
  return (
    <Button
      size="small"
      icon={icon}
      {...(look ? { look } : {})}
      disabled={!fresh.value}
      {...(hint ? { title: say('act.keyHint', { act: name, key: KEYS[hint] }) } : {})}
      onClick={() => void act(request.id, { type: ask })}
    >
      {name}
    </Button>
  );
}

/** What can be done to the request as it stands; what cannot be done is not there. */
export function ActBar({ request }: { request: DeskRequest }) {
  if (declining.value === request.id) return <DeclineQuestion request={request} />;
  if (blocking.value === request.id) return <BlockQuestion request={request} />;
  if (asking.value === request.id) return <AirQuestion request={request} />;
  if (request.state === 'booked') return <BookedActs request={request} />;
  if (request.mergedInto !== null) return <MergedBar request={request} />;
  if (request.block !== null) return <BlockedBar id={request.block} />;
  if (isOpen(request)) return <OpenActs request={request} />;
  return (
    <div class="act-bar">
      <PaidButton request={request} />
      <BlockButton request={request} />
    </div>
  );
}

function isBusy({ id }: DeskRequest): boolean {
  return attempts.value.some((attempt) => attempt.request === id);
}

function BookedActs({ request }: { request: DeskRequest }) {
  const begun = request.start === null || request.start <= now.value;
  return (
    <>
      <OneLine busy={isBusy(request)}>
        {begun && <ActButton request={request} ask="complete" icon={CircleCheckBig} />}
        <OfferButton request={request} main={false} />
        {begun && <ActButton request={request} ask="no-show" icon={UserX} look="plain" />}
        <PaidButton request={request} />
        <DeclineButton request={request} />
        <AirButton request={request} />
        {request.block === null && <BlockButton request={request} />}
      </OneLine>
      {request.block !== null && <BlockedBar id={request.block} />}
    </>
  );
}

function OpenActs({ request }: { request: DeskRequest }) {
  const claimed = isClaimed(request, now.value);
  const mine = isClaimed(request, now.value, me.value);
  // What would be refused is not proposed: another answers it, or its time is about to go to another.
  const taken = claimed && !mine;
  const going = takingTime(request) !== undefined;
  const acceptable = request.start !== null && !request.slotTaken;
  const main = taken ? 'take-over' : acceptable && !going ? 'accept' : request.state === 'offered' ? null : 'offer';
  return (
    <OneLine busy={isBusy(request)}>
      {taken && <ActButton request={request} ask="take-over" icon={HandGrab} look="primary" hint="take-over" />}
      {acceptable && (
        <ActButton
          request={request}
          ask="accept"
          icon={Check}
          look={main === 'accept' ? 'primary' : 'quiet'}
          hint="accept"
        />
      )}
      <OfferButton request={request} main={main === 'offer'} />
      {mine && <ActButton request={request} ask="release" icon={Hand} look="plain" hint="claim" />}
      {!claimed && <ActButton request={request} ask="claim" icon={Hand} hint="claim" />}
      <SnoozeButton request={request} />
      <DeclineButton request={request} />
      <AirButton request={request} />
      <PaidButton request={request} />
      <ActButton request={request} ask="spam" icon={ShieldAlert} look="plain" />
      <BlockButton request={request} />
    </OneLine>
  );
}

/** Whether it is paid only people know; said by mistake, it is taken back by the same button. */
function PaidButton({ request: { id, payment, state } }: { request: DeskRequest }) {
  const paid = payment?.at != null;
  if (!payment || !canMarkPaid(state, paid) || !canAct('paid')) return null;
  return (
    <Button
      size="small"
      look="plain"
      icon={paid ? Undo2 : Banknote}
      disabled={!fresh.value}
      onClick={() => void act(id, { type: 'paid', paid: !paid })}
    >
      {say(paid ? 'act.unpaid' : 'act.paid')}
    </Button>
  );
}

function OfferButton({ request, main }: { request: DeskRequest; main: boolean }) {
  if (!canAct('offer')) return null;
  return (
    <Button
      size="small"
      look={main ? 'primary' : 'quiet'}
      icon={CalendarPlus}
      disabled={!fresh.value}
      title={say('act.keyHint', { act: say('act.offerNearest'), key: KEYS.offer })}
      onClick={() => void openFreeTimes(deskRow(request))}
    >
      {say('act.offer')}
    </Button>
  );
}
