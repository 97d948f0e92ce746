import { MessagesSquare, X } from 'lucide';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskComment } from '../../shared/comments.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Empty } from '../parts/surface.tsx';
import { fitsLine, HOVERED, linesOf, measuredOnce, rowsInView, TOUCHED, topsOf } from './comment-heights.ts';
import { CommentRow } from './comment-row.tsx';
import {
  type CommentFilter,
  commentFilter,
  comments,
  commentsShown,
  countAfter,
  isTakenBack,
  languagesThere,
  ROLES,
  shownComments,
} from './comments.ts';
import { languageName } from './prepared-picker.tsx';
import { useStill } from './still-list.ts';
import { sayTeam } from './team-words.ts';
import { sayTogether } from './together-words.ts';
import './comments.css';

const HEIGHTS = matchMedia('(hover: none)').matches ? TOUCHED : HOVERED;

/** The chat beside the queue. Ten thousand comments, of which those in the window are drawn. */
export function CommentsPane() {
  return (
    <section class="pane pane-comments" aria-label={sayTeam('comments.title')}>
      <header class="comments-head">
        <h2 class="one-line">{sayTeam('comments.title')}</h2>
        <IconButton
          size="small"
          icon={X}
          label={sayTeam('comments.close')}
          onClick={() => {
            commentsShown.value = false;
          }}
        />
      </header>
      <Filters />
      {shownComments.value.length > 0 ? <List all={shownComments.value} /> : <Nothing />}
    </section>
  );
}

function Nothing() {
  if (comments.value.length > 0) return <p class="comments-none quiet">{sayTeam('comments.noneFound')}</p>;
  return (
    <Empty icon={MessagesSquare} title={sayTeam('comments.none')}>
      <p>{sayTeam('comments.noneText')}</p>
    </Empty>
  );
}

function Filters() {
  const filter = commentFilter.value;
  const set = (part: Partial<CommentFilter>) => {
    commentFilter.value = { ...commentFilter.value, ...part };
  };
  return (
    <div class="comments-filters">
      <input
        class="control"
        type="search"
        aria-label={sayTeam('comments.search')}
        placeholder={sayTeam('comments.search')}
        value={filter.search}
        onInput={(event) => set({ search: event.currentTarget.value })}
      />
      <select
        class="control"
        aria-label={sayTeam('comments.language')}
        value={filter.language ?? ''}
        onChange={(event) => set({ language: event.currentTarget.value || null })}
      >
        <option value="">{sayTeam('comments.anyLanguage')}</option>
        {languagesThere.value.map((language) => (
          <option key={language} value={language}>
            {languageName(language)}
          </option>
        ))}
      </select>
      <select
        class="control"
        aria-label={sayTeam('comments.role')}
        value={filter.role ?? ''}
        onChange={(event) => set({ role: ROLES.find((role) => role === event.currentTarget.value) ?? null })}
      >
        <option value="">{sayTeam('comments.anyRole')}</option>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {sayTeam(`comments.${role}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Stays at its end as long as the reader is there and it need not stand still; who reads further up is left in peace. */
function List({ all }: { all: ReadonlyArray<DeskComment> }) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, seen: 600, atEnd: true });
  const { list, roomy, stands, renew, listeners } = useStill(all, box);
  const newest = list.at(-1)?.seq ?? 0;
  const seenTo = useRef(newest);
  if (view.atEnd) seenTo.current = Math.max(seenTo.current, newest);
  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  const tops = topsOf(list, HEIGHTS, useLineFit(box), roomy);
  const height = tops.at(-1) ?? 0;
  const heightAt = (place: number) => (tops[place + 1] ?? 0) - (tops[place] ?? 0);
  useLayoutEffect(() => {
    if (view.atEnd) toEnd();
  }, [newest, height, view.atEnd]);
  const { from, to } = rowsInView(tops, view.top, view.seen);
  return (
    <div
      class="comments-scroll"
      ref={box}
      {...listeners}
      onScroll={(event) => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
        setView({ top: scrollTop, seen: clientHeight, atEnd: scrollHeight - scrollTop - clientHeight < HEIGHTS.one });
      }}
    >
      <ol class="comments" style={{ height: `${height}px` }}>
        {list.slice(from, to).map((comment, index) => (
          <CommentRow
            key={comment.seq}
            comment={comment}
            top={tops[from + index] ?? 0}
            height={heightAt(from + index)}
            lines={linesOf(heightAt(from + index), HEIGHTS)}
            place={from + index + 1}
            count={list.length}
            isGone={stands && isTakenBack(comments.value, comment)}
          />
        ))}
      </ol>
      <Newest
        count={countAfter(all, seenTo.current)}
        atEnd={view.atEnd}
        go={() => {
          renew();
          setView({ ...view, atEnd: true });
          toEnd();
        }}
      />
    </div>
  );
}

/** Measures words in the letters that the list has, anew when it gets another width. */
function useLineFit(box: RefObject<HTMLElement | null>): (comment: DeskComment) => boolean {
  const [fit, setFit] = useState<(comment: DeskComment) => boolean>(() => () => true);
  useLayoutEffect(() => {
    const element = box.current;
    const pen = document.createElement('canvas').getContext('2d');
    if (!element || !pen) return;
    pen.font = getComputedStyle(element).font;
    const wordsOf = measuredOnce((text) => pen.measureText(text).width);
    const measure = () => {
      const width = element.clientWidth;
      setFit(() => (comment: DeskComment) => fitsLine(wordsOf(comment), width));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return fit;
}

/** The way to the end, with how many have come that were not seen yet. */
function Newest({ count, atEnd, go }: { count: number; atEnd: boolean; go: () => void }) {
  if (atEnd && count === 0) return null;
  return (
    <div class="comments-newest">
      <Button size="small" onClick={go}>
        {count > 0 ? sayTogether('chat.new', { count }) : sayTeam('comments.newest')}
      </Button>
    </div>
  );
}
