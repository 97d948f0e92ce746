import type { IconNode } from 'lucide';
import { Ban, CalendarPlus, ClipboardPaste, Pin, PinOff, Radio } from 'lucide';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { ChatHold } from '../../shared/chat-word.ts';
import type { DeskComment } from '../../shared/comments.ts';
import { ask } from '../parts/ask.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { clock, dayAndClock } from '../parts/time-words.ts';
import { clearStage, featureComment, onAirNow, othersOnAir, replaceWords } from './asking.ts';
import { makeRoom } from './comment-heights.ts';
import { readerOf } from './comments.ts';
import { noteHeld } from './held-briefly.ts';
import { pastedFrom, pasting } from './paste-state.ts';
import { refusedText } from './refusal-card.tsx';
import { askToReplace, leaveReplacing, toReplaceBy } from './replacing.ts';
import { can, fresh, view } from './state.ts';
import { sayTeam } from './team-words.ts';
import { sayTogether } from './together-words.ts';
import { tongue } from './words.ts';

/** What a stage takes of a name. */
const LONGEST_NAME = 80;

interface RowProps {
  comment: DeskComment;
  /** In pixels from the start of the list. */
  top: number;
  height: number;
  /** How many it has room for below the name. */
  lines: 1 | 2 | 3;
  place: number;
  count: number;
  /** The platform has taken it back since the list stands still. */
  isGone: boolean;
}

/** One comment with what can be done with it; what came of it stands beside its words until it is drawn anew. */
export function CommentRow({ comment, top, height, lines, place, count, isGone }: RowProps) {
  const [told, setTold] = useState('');
  const what = `comment ${comment.seq}`;
  const isHere = onAirNow.value?.comment === comment.seq;
  const others = toReplaceBy(what);
  async function put(replace: boolean): Promise<void> {
    if (!replace && othersOnAir.value) return askToReplace(what, othersOnAir.value);
    const refused = await featureComment(comment, replace);
    // Somebody was quicker: who it was is on its way to this page.
    const isTaken = refused?.why === 'on-air-taken';
    if (isTaken) askToReplace(what, null);
    else leaveReplacing(what);
    setTold(refused && !isTaken ? refusedText(refused, null) : '');
  }
  const unseen = isHere && view.value?.stageOpen === false ? sayTogether('air.noStage') : '';
  const said = told || unseen;
  const needsRoom = said !== '' || others !== null;
  useLayoutEffect(() => (needsRoom ? makeRoom(comment.seq) : undefined), [needsRoom]);
  return (
    <li
      class="comment"
      style={{ top: `${top}px`, height: `${height}px` }}
      aria-posinset={place}
      aria-setsize={count}
      data-air={isHere}
      data-lines={lines}
    >
      {others && !isGone ? (
        <Replace words={replaceWords(others)} replace={() => void put(true)} leave={() => leaveReplacing(what)} />
      ) : (
        <>
          <Who comment={comment} isHere={isHere} />
          <Words text={comment.text} said={said} isGone={isGone} />
          {!isGone && <Acts comment={comment} isHere={isHere} put={() => void put(false)} tell={setTold} />}
        </>
      )}
    </li>
  );
}

/** The viewer's own stay in sight beside what came of an act on them; what was taken back does not. */
function Words({ text, said, isGone }: { text: string; said: string; isGone: boolean }) {
  const words = isGone ? sayTogether('chat.gone') : text;
  return (
    <div class="comment-words">
      <p class={`comment-text${isGone ? ' quiet' : ''}`} dir="auto" title={words}>
        {words}
      </p>
      {said !== '' && !isGone && (
        <p class="comment-said" role="status" title={said}>
          {said}
        </p>
      )}
    </div>
  );
}

function Who({ comment, isHere }: { comment: DeskComment; isHere: boolean }) {
  return (
    <p class="comment-who one-line">
      {isHere && (
        <span class="comment-air small">
          <Icon node={Radio} size={13} /> {sayTogether('chat.onStage')}
        </span>
      )}{' '}
      <strong dir="auto">{comment.name || '–'}</strong>{' '}
      <span class="quiet small figures">{clock(comment.at, view.value?.creator?.zone, tongue())}</span>
    </p>
  );
}

/** Whether what another has on the stage is to go for this one. Out of sight it is asked no more. */
function Replace({ words, replace, leave }: { words: string; replace: () => void; leave: () => void }) {
  useEffect(() => leave, []);
  return (
    <div class="comment-asks" role="alertdialog" aria-label={words}>
      <p class="comment-text figures" title={words}>
        {words}
      </p>
      <div class="row gap-2">
        <Button size="small" look="primary" disabled={!fresh.value} onClick={replace}>
          {sayTogether('air.replace')}
        </Button>
        <Button size="small" onClick={leave}>
          {sayTeam('air.leave')}
        </Button>
      </div>
    </div>
  );
}

interface ActsProps {
  comment: DeskComment;
  isHere: boolean;
  put: () => void;
  tell: (words: string) => void;
}

function Acts({ comment, isHere, put, tell }: ActsProps) {
  const button = (icon: IconNode, label: string, run: () => unknown) => (
    <IconButton size="small" icon={icon} label={label} disabled={!fresh.value} onClick={() => void run()} />
  );
  const takeOff = async () => {
    const refused = await clearStage();
    if (refused) tell(refusedText(refused, null));
  };
  return (
    <span class="comment-acts">
      {can('control-stage') &&
        (isHere ? button(PinOff, sayTeam('air.off'), takeOff) : button(Pin, sayTeam('comments.feature'), put))}
      {can('reply') && button(ClipboardPaste, sayTeam('comments.open'), () => paste(comment))}
      {can('accept') &&
        button(CalendarPlus, sayTeam('comments.hold'), async () => tell(heldWords(await hold(comment))))}
      {can('block') &&
        button(Ban, sayTeam('comments.block'), async () => tell(blockedWords(comment, await block(comment))))}
    </span>
  );
}

function paste(comment: DeskComment): void {
  const language = readerOf(comment);
  pastedFrom.value = {
    ...{ name: comment.name.slice(0, LONGEST_NAME), text: comment.text, comment: comment.seq },
    ...(language ? { language } : {}),
  };
  pasting.value = true;
}

/** Under a code, as the word in the chat would hold it: the code is said in the live. */
async function hold({ seq }: DeskComment) {
  const before = view.value?.chatHolds ?? [];
  const answer = await ask<ChatHold>('POST', '/chat-holds', { comment: seq });
  // What its writer holds already is not undone by who has pressed too.
  if (answer.type === 'done' && !before.some(({ code }) => code === answer.value.code)) noteHeld(answer.value);
  return answer;
}

function heldWords(answer: Awaited<ReturnType<typeof hold>>): string {
  if (answer.type !== 'done') return refusedText(answer, null);
  const { start, code, taken } = answer.value;
  const time = dayAndClock(start, view.value?.creator?.zone, tongue());
  // A code that somebody has typed opens nothing for anybody else: it is not said again.
  return taken ? sayTeam('comments.heldTaken', { time }) : sayTeam('comments.held', { time, code });
}

/** One click: the comment itself is the reason, and lifting it is in the list of the blocked. */
function block({ seq, text }: DeskComment) {
  return ask('POST', '/blocks', { comment: seq, reason: `“${text.slice(0, 180)}”` });
}

function blockedWords({ name }: DeskComment, answer: Awaited<ReturnType<typeof block>>): string {
  return answer.type === 'done' ? sayTeam('comments.blocked', { name }) : refusedText(answer, null);
}
