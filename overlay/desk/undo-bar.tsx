import { Undo2 } from 'lucide';
import type { HeldAct } from '../../shared/desk-team.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import type { HeldType } from '../../shared/undo.ts';
import { Button } from '../parts/button.tsx';
import { undo, undoMany } from './act.ts';
import { endsOf, nameOfHeld } from './call-offs.ts';
import { held, heldByOther, heldGroups, ownHeld, secondsLeft, takingTime } from './held.ts';
import { HeldLine } from './held-times.tsx';
import { KEYS } from './keys.ts';
import { personName } from './person-name.ts';
import { isOpen } from './queue.ts';
import { sayQueue } from './queue-words.ts';
import { AsideLine } from './snooze-panel.tsx';
import { fresh, me, now } from './state.ts';
import { sayTeam } from './team-words.ts';
import { sayTogether } from './together-words.ts';
import { say } from './words.ts';

const SAID = {
  reply: 'undo.saidReply',
  decline: 'undo.saidDecline',
  offer: 'undo.saidOffer',
  accept: 'undo.saidAccept',
  merge: 'undo.saidMerge',
  complete: 'undo.saidComplete',
  'no-show': 'undo.saidNoShow',
} as const satisfies Record<HeldType, string>;

/** What this person did and can still undo, over whatever is open: with its countdown, and said once. */
export function UndoBar() {
  const groups = heldGroups(ownHeld(me.value));
  const latest = groups.at(-1) ?? [];
  const [last] = latest;
  const said = latest.length > 1 ? saidOfMany(latest) : last && saidOf(last);
  return (
    <div class="undo-bar">
      <p class="unseen" role="status">
        {said ?? ''}
      </p>
      <AsideLine />
      <HeldLine />
      {groups.map((acts) => (
        <UndoLine key={acts[0]?.id} acts={acts} />
      ))}
    </div>
  );
}

function saidOf(act: HeldAct): string {
  if (nameOfHeld(act) === 'callOff') return sayQueue('callOff.said', { name: act.name });
  return sayTeam(SAID[act.type], { name: act.name });
}

/** What is held for many: replies, or declines of requests, of appointments, or of both. */
function saidOfMany(acts: ReadonlyArray<HeldAct>): string {
  const ends = endsOf(acts.map(nameOfHeld));
  if (acts[0]?.type === 'reply') return sayTogether('bulk.saidReplies', { count: acts.length });
  if (ends.calledOff === 0) return sayTeam('undo.saidMany', { count: acts.length });
  return ends.declined === 0
    ? sayQueue('callOff.saidMany', { count: acts.length })
    : sayQueue('callOff.saidMixed', ends);
}

function manyOnTheirWay(acts: ReadonlyArray<HeldAct>, seconds: number): string {
  const ends = endsOf(acts.map(nameOfHeld));
  const about = { count: acts.length, seconds };
  if (acts[0]?.type === 'reply') return sayTogether('bulk.replies', about);
  if (ends.calledOff === 0) return sayTeam('undo.many', about);
  return ends.declined === 0 ? sayQueue('callOff.many', about) : sayQueue('callOff.mixed', { ...ends, seconds });
}

/** One act, or several that were done together and are taken back together. */
function UndoLine({ acts }: { acts: ReadonlyArray<HeldAct> }) {
  const [act] = acts;
  if (!act) return null;
  const { name } = act;
  const [many, seconds] = [acts.length > 1, secondsLeft(act, now.value)];
  const about = many ? sayTeam('bulk.count', { count: acts.length }) : name;
  return (
    <div class="undo-line">
      <span class="undo-what figures" aria-hidden="true">
        {many ? manyOnTheirWay(acts, seconds) : onItsWay(act, seconds)}
      </span>
      <Button
        size="small"
        icon={Undo2}
        disabled={!fresh.value}
        title={say('act.keyHint', { act: sayTeam('undo.undo'), key: KEYS.undo })}
        aria-label={`${sayTeam('undo.undo')}: ${say(`act.${nameOfHeld(act)}`)}, ${about}`}
        onClick={() => void (many ? undoMany(acts) : undo(act))}
      >
        {sayTeam('undo.undo')}
      </Button>
    </div>
  );
}

/** What the act does, and in how many seconds. */
function onItsWay(act: HeldAct, seconds: number): string {
  const { name, type } = act;
  const isCallOff = nameOfHeld(act) === 'callOff';
  return isCallOff ? sayQueue('callOff.undo', { name, seconds }) : sayTeam(`undo.${type}`, { name, seconds });
}

/** What somebody else has just done with it: nothing else goes until it has left. */
export function HeldByOther({ request }: { request: DeskRequest }) {
  const other = heldByOther(held.value, request.id, me.value);
  if (!other) return null;
  const { act, as } = other;
  const about = { by: personName(act.by.name), seconds: secondsLeft(act, now.value) };
  return (
    <p class="held-by-other figures">
      {nameOfHeld(act) === 'callOff' ? sayQueue('callOff.other', about) : sayTeam(`undo.other.${as}`, about)}
    </p>
  );
}

/** Who is about to take this request's time for another, in words; null while nobody is. */
export function takingWords(request: Pick<DeskRequest, 'id' | 'start'>): string | null {
  const taking = takingTime(request);
  if (!taking) return null;
  const mine = taking.by.id === me.value;
  return mine
    ? sayTogether('taking.you', { name: taking.name })
    : sayTogether('taking.other', { by: personName(taking.by.name), name: taking.name });
}

/** The same at the conversation, with what to do. */
export function TimeGoing({ request }: { request: DeskRequest }) {
  const [taking, words] = [takingTime(request), takingWords(request)];
  if (!taking || !words || !isOpen(request)) return null;
  return (
    <p class="held-by-other figures" role="status">
      <strong>{words}.</strong> {sayTogether('taking.text', { seconds: secondsLeft(taking, now.value) })}
    </p>
  );
}
