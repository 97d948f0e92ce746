import { Ban, CalendarPlus, ClipboardPaste, Pin } from 'lucide';
import { useState } from 'preact/hooks';
import type { ChatHold } from '../../shared/chat-word.ts';
import type { DeskComment } from '../../shared/comments.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { IconButton } from '../parts/button.tsx';
import { clock, dayAndClock } from '../parts/time-words.ts';
import { pastedFrom, pasting } from './paste-state.ts';
import { refusedText } from './refusal-card.tsx';
import { can, fresh, view } from './state.ts';
import { sayTeam } from './team-words.ts';
import { tongue } from './words.ts';

/** What a stage takes of a name. */
const LONGEST_NAME = 80;

interface RowProps {
  comment: DeskComment;
  /** In pixels from the start of the list. */
  top: number;
  place: number;
  count: number;
}

/** One comment with what can be done with it; what came of it stands in its place until it is drawn anew. */
export function CommentRow({ comment, top, place, count }: RowProps) {
  const [told, setTold] = useState('');
  return (
    <li class="comment" style={{ top: `${top}px` }} aria-posinset={place} aria-setsize={count}>
      <p class="comment-who one-line">
        <strong dir="auto">{comment.name || '–'}</strong>{' '}
        <span class="quiet small figures">{clock(comment.at, view.value?.creator?.zone, tongue())}</span>
      </p>
      <p class="comment-text" dir="auto" title={comment.text} {...(told ? { role: 'status' } : {})}>
        {told || comment.text}
      </p>
      <Acts comment={comment} tell={setTold} />
    </li>
  );
}

/** What may be done with it by whom; `tell` gets what came of it. */
function Acts({ comment, tell }: { comment: DeskComment; tell: (told: string) => void }) {
  const after = (answer: ({ type: 'refused' } & Refused) | { type: 'done' }, done: string) =>
    tell(answer.type === 'done' ? done : refusedText(answer, null));
  return (
    <span class="comment-acts">
      {can('control-stage') && (
        <IconButton
          size="small"
          icon={Pin}
          label={sayTeam('comments.feature')}
          disabled={!fresh.value}
          onClick={async () => after(await feature(comment), sayTeam('comments.featured'))}
        />
      )}
      {can('reply') && (
        <IconButton
          size="small"
          icon={ClipboardPaste}
          label={sayTeam('comments.open')}
          disabled={!fresh.value}
          onClick={() => paste(comment)}
        />
      )}
      {can('accept') && (
        <IconButton
          size="small"
          icon={CalendarPlus}
          label={sayTeam('comments.hold')}
          disabled={!fresh.value}
          onClick={async () => tell(heldWords(await hold(comment)))}
        />
      )}
      {can('block') && (
        <IconButton
          size="small"
          icon={Ban}
          label={sayTeam('comments.block')}
          disabled={!fresh.value}
          onClick={async () => after(await block(comment), sayTeam('comments.blocked', { name: comment.name }))}
        />
      )}
    </span>
  );
}

/** Puts it into the form for a new request, to be read over first. */
function paste({ name, text, seq }: DeskComment): void {
  pastedFrom.value = { name: name.slice(0, LONGEST_NAME), text, comment: seq };
  pasting.value = true;
}

/** Under a code, as the word in the chat would hold it: the code is said in the live. */
function hold({ seq }: DeskComment) {
  return ask<ChatHold>('POST', '/chat-holds', { comment: seq });
}

function heldWords(answer: Awaited<ReturnType<typeof hold>>): string {
  if (answer.type !== 'done') return refusedText(answer, null);
  const { start, code, taken } = answer.value;
  const time = dayAndClock(start, view.value?.creator?.zone, tongue());
  // A code that somebody has typed opens nothing for anybody else: it is not said again.
  return taken ? sayTeam('comments.heldTaken', { time }) : sayTeam('comments.held', { time, code });
}

function feature({ name, text }: DeskComment) {
  return ask('POST', '/stages/featured', { kind: 'comment', name, text });
}

/** One click: the comment itself is the reason, and lifting it is in the list of the blocked. */
function block({ seq, text }: DeskComment) {
  return ask('POST', '/blocks', { comment: seq, reason: `“${text.slice(0, 180)}”` });
}
