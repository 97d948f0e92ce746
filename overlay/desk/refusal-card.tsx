import { Undo2 } from 'lucide';
import { deskRow } from '../../shared/desk-row.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import type { desk } from '../../shared/locales/en/desk.ts';
import type { Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { act } from './act.ts';
import { openFreeTimes } from './free-times.ts';
import { personName } from './person-name.ts';
import { sayQueue } from './queue-words.ts';
import { dismiss, holderOf, rollbacks } from './rollbacks.ts';
import { canAct, fresh } from './state.ts';
import { say } from './words.ts';

type Word = Exclude<
  keyof (typeof desk)['refused'],
  'title' | 'other' | 'retry' | 'dismiss' | 'claimed-by-other-unknown'
>;
const KNOWN: ReadonlyArray<Word> = [
  'claimed-by-other',
  'slot-taken',
  'slot-not-offered',
  'answer-on-its-way',
  'slot-on-its-way',
  'too-late',
  'already-closed',
  'already-booked',
  'not-same-person',
  'merge-other-way',
  'not-booked',
  'no-start',
  'reply-window-closed',
  'replies-used-up',
  'reply-not-linked',
  'not-allowed',
  'not-signed-in',
  'already-blocked',
  'no-air-consent',
  'no-free-time',
  'reply-gone',
  'no-such-macro',
  'label-gone',
  'contact-on-air',
  'no-place-on-air',
  'not-on-air',
  'on-air-taken',
  'blocked',
  'not-found',
  'too-many',
  'bad-input',
  'offline',
  'unavailable',
  'disk-full',
];

/** A refusal as a sentence: what happened, what it means, what to do. `holder` is who has the claim, where known. */
export function refusedText(refused: Refused, holder: string | null): string {
  if (refused.why === 'no-air-name') return sayQueue('air.noName');
  const word = KNOWN.find((each) => each === refused.why);
  if (!word) return refused.detail || say('refused.other', { why: refused.why });
  if (word === 'claimed-by-other' && holder === null) return say('refused.claimed-by-other-unknown');
  return say(`refused.${word}`, { name: personName(holder ?? '') });
}

/** What was taken back, and why, until somebody has read it. */
export function RefusalCard({ request }: { request: DeskRequest }) {
  const back = rollbacks.value.get(request.id);
  if (!back) return null;
  const { ask, refused, isFinal } = back;
  const isPassing = refused.why === 'offline' || refused.why === 'unavailable' || refused.why === 'too-many';
  const again = isPassing && !isFinal;
  const isGone = refused.why === 'slot-taken' || refused.why === 'slot-on-its-way';
  return (
    <div class="refusal" role="alert" data-why={refused.why}>
      <Icon node={Undo2} size={18} />
      <div class="refusal-text">
        <p class="refusal-title">{say('refused.title', { act: say(`act.${back.as}`) })}</p>
        <p>{refusedText(refused, holderOf(back))}</p>
        <div class="row gap-2">
          {isGone && canAct('offer') && (
            <Button
              size="small"
              look="primary"
              onClick={() => {
                dismiss(request.id);
                void openFreeTimes(deskRow(request), refused.nearest);
              }}
            >
              {say('act.offerNearest')}
            </Button>
          )}
          {refused.why === 'claimed-by-other' && canAct('take-over') && (
            <Button size="small" disabled={!fresh.value} onClick={() => void act(request.id, { type: 'take-over' })}>
              {say('act.take-over')}
            </Button>
          )}
          {again && (
            <Button size="small" disabled={!fresh.value} onClick={() => void act(request.id, ask)}>
              {say('refused.retry')}
            </Button>
          )}
          <Button size="small" look="plain" onClick={() => dismiss(request.id)}>
            {say('refused.dismiss')}
          </Button>
        </div>
      </div>
    </div>
  );
}
