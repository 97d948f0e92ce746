import { NotebookPen } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import { Button } from '../parts/button.tsx';
import { keyNames } from '../parts/key-names.ts';
import { act } from './act.ts';
import { KEYS } from './keys.ts';
import {
  isFieldWanted,
  isSwitchWanted,
  leaveNote,
  noteText,
  putNoteBack,
  setNoteAside,
  takeNote,
  writeNote,
} from './noting.ts';
import { sayQueue } from './queue-words.ts';
import { fresh } from './state.ts';
import { say } from './words.ts';

/**
 * Turns the field from the reply to a note for the team, and back. It has the focus once its field is gone, where nothing
 * else took it, and says that something of a note is typed while the reply stands there.
 */
export function NoteSwitch({ request, pressed }: { request: DeskRequest; pressed: boolean }) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isSwitchWanted(request.id) && isFree) box.current?.querySelector('button')?.focus();
  }, []);
  const isTyped = !pressed && noteText(request.id) !== '';
  const name = sayQueue(isTyped ? 'note.typed' : 'note.switch');
  return (
    <span class="note-switch" ref={box} data-typed={isTyped}>
      <Button
        size="small"
        look="plain"
        icon={NotebookPen}
        aria-pressed={pressed}
        aria-label={name}
        title={say('act.keyHint', { act: name, key: KEYS.note })}
        onClick={() => (pressed ? leaveNote(request.id) : takeNote(request.id))}
      >
        {sayQueue('note.act')}
      </Button>
    </span>
  );
}

/** A note that stands in the conversation at the desk and never leaves it. Control or command with Enter keeps it. */
export function NoteForm({ request }: { request: DeskRequest }) {
  const text = noteText(request.id);
  const ready = text.trim() !== '' && fresh.value;
  const keep = async () => {
    if (!ready) return;
    setNoteAside(request.id);
    if (!(await act(request.id, { type: 'note', text: text.trim() }))) putNoteBack(request.id, text);
  };
  return (
    <form
      class="reply reply-note"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <NoteField request={request} text={text} keep={() => void keep()} />
      <div class="reply-foot">
        <NoteSwitch request={request} pressed />
        <span class="quiet reply-hint">
          {fresh.value ? sayQueue('note.hint', { name: request.name }) : say('thread.offline')}
        </span>
        <Button
          size="small"
          look="primary"
          type="submit"
          disabled={!ready}
          title={say('act.keyHint', { act: sayQueue('note.keep'), key: keyNames('Ctrl+Enter') })}
        >
          {sayQueue('note.keep')}
        </Button>
      </div>
    </form>
  );
}

function NoteField({ request, text, keep }: { request: DeskRequest; text: string; keep: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (isFieldWanted(request.id)) field.current?.focus();
  }, []);
  const name = sayQueue('note.field', { name: request.name });
  return (
    <textarea
      id="desk-note"
      ref={field}
      class="control reply-text"
      dir="auto"
      rows={2}
      maxLength={LONGEST_MESSAGE}
      aria-label={name}
      placeholder={name}
      value={text}
      onInput={(event) => writeNote(request.id, event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        keep();
      }}
    />
  );
}
