import type { IconNode } from 'lucide';
import { Hand, HandGrab, ListChecks, ShieldAlert, X } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type BulkActType, MOST_AT_ONCE } from '../../shared/bulk-acts.ts';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import { refusedAs } from '../parts/ask.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { SelectField, TextArea } from '../parts/field.tsx';
import { ownHeld } from './held.ts';
import {
  actOnMarked,
  barShown,
  bulkBusy,
  bulkRefused,
  bulkTold,
  decliningMarked,
  leaveMarks,
  markAll,
  marked,
  marking,
} from './marks.ts';
import { prepared } from './prepared.ts';
import { refusedText } from './refusal-card.tsx';
import { canAct, fresh, listed, me } from './state.ts';
import { sayTeam } from './team-words.ts';

/** Marking several rows, by click or tap. */
export function MarkButton() {
  return (
    <IconButton
      size="small"
      icon={ListChecks}
      label={sayTeam('bulk.mark')}
      aria-pressed={marking.value}
      onClick={() => {
        if (marking.value) leaveMarks();
        else marking.value = true;
      }}
    />
  );
}

/** What can be done with all that are marked, and what came of it. */
export function BulkBar() {
  if (!barShown.value) return null;
  const count = marked.value.length;
  const all = Math.min(listed.value.length, MOST_AT_ONCE);
  return (
    <section class="bulk-bar" aria-label={sayTeam('bulk.title')}>
      <Told />
      <div class="bulk-head">
        <p class="figures" role="status">
          <strong>{sayTeam('bulk.count', { count })}</strong>
          {count >= MOST_AT_ONCE && <span class="quiet"> {sayTeam('bulk.most', { count: MOST_AT_ONCE })}</span>}
        </p>
        {count < all && (
          <Button size="small" look="plain" onClick={() => markAll()}>
            {sayTeam('bulk.all', { count: all })}
          </Button>
        )}
        <IconButton size="small" icon={X} label={sayTeam('bulk.leave')} onClick={leaveMarks} />
      </div>
      {count > 0 && (decliningMarked.value ? <DeclineMarked count={count} /> : <Acts />)}
    </section>
  );
}

function Acts() {
  const button = (act: BulkActType, icon: IconNode, run: () => void) =>
    canAct(act) && (
      <Button id={`bulk-${act}`} size="small" icon={icon} disabled={!fresh.value || bulkBusy.value} onClick={run}>
        {sayTeam(`bulk.act.${act}`)}
      </Button>
    );
  return (
    <div class="bulk-acts">
      {button('claim', Hand, () => void actOnMarked({ type: 'claim' }))}
      {button('release', HandGrab, () => void actOnMarked({ type: 'release' }))}
      {button('decline', X, () => {
        decliningMarked.value = true;
      })}
      {button('spam', ShieldAlert, () => void actOnMarked({ type: 'spam' }))}
    </div>
  );
}

/** With which words: none, a prepared reply in each viewer's language, or the same for all. */
function DeclineMarked({ count }: { count: number }) {
  const [reply, setReply] = useState('');
  const [text, setText] = useState('');
  const box = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('select')?.focus(), []);
  const own = reply === 'own';
  const words = own ? { text: text.trim() } : reply ? { reply } : {};
  return (
    <form
      class="stack gap-2"
      ref={box}
      onSubmit={(event) => {
        event.preventDefault();
        void actOnMarked({ type: 'decline', ...words });
      }}
    >
      <SelectField
        label={sayTeam('bulk.words')}
        value={reply}
        onChange={(event) => setReply(event.currentTarget.value)}
      >
        <option value="">{sayTeam('bulk.noWords')}</option>
        <option value="own">{sayTeam('bulk.ownWords')}</option>
        {prepared.value.replies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {own && (
        <TextArea
          label={sayTeam('bulk.text')}
          rows={3}
          maxLength={LONGEST_MESSAGE}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div class="row gap-2">
        <Button
          size="small"
          look="danger"
          type="submit"
          disabled={(own && text.trim() === '') || !fresh.value || bulkBusy.value}
        >
          {sayTeam('bulk.decline', { count })}
        </Button>
        <Button
          size="small"
          onClick={() => {
            decliningMarked.value = false;
          }}
        >
          {sayTeam('bulk.keep')}
        </Button>
      </div>
    </form>
  );
}

/** How many were done, and why the others were not. */
function Told() {
  const told = bulkTold.value;
  if (bulkRefused.value) return <p role="alert">{refusedText(bulkRefused.value, null)}</p>;
  if (!told) return null;
  const waits = told.held > 0 && ownHeld(me.value).length > 0;
  const done = told.done + told.held;
  const refused = [...told.refused.values()].reduce((sum, each) => sum + each, 0);
  return (
    <div role="status">
      <p class="figures">
        {waits && sayTeam('bulk.held', { count: told.held })}
        {!waits && done > 0 && sayTeam('bulk.done', { count: done })}{' '}
        {refused > 0 && <strong>{sayTeam('bulk.refused', { count: refused })}</strong>}
      </p>
      {[...told.refused].map(([why, count]) => (
        <p key={why} class="small figures">
          {count} × {refusedText(refusedAs(why), null)}
        </p>
      ))}
    </div>
  );
}
