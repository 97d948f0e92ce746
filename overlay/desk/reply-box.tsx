import { MessageSquareText, Send } from 'lucide';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { keyNames } from '../parts/key-names.ts';
import { act } from './act.ts';
import { drafts, write } from './drafts.ts';
import { KEYS } from './keys.ts';
import { NoteForm, NoteSwitch } from './note-box.tsx';
import { isNoteShown } from './noting.ts';
import { languageName, PickerList, usePicker } from './prepared-picker.tsx';
import { type } from './presence.ts';
import { takesReplies, takeWanted } from './reply-wanted.ts';
import { canAct, fresh } from './state.ts';
import { sayTeam } from './team-words.ts';
import { undoLast } from './undo-last.ts';
import { UnopenedLine } from './unopened.tsx';
import { say } from './words.ts';

/** The reply, kept per request while it is not sent. Control or command with Enter sends it. */
export function ReplyBox({ request }: { request: DeskRequest }) {
  if (isNoteShown(request.id)) return <NoteForm request={request} key={request.id} />;
  if (takesReplies(request) && canAct('reply')) return <ReplyForm request={request} key={request.id} />;
  // A note bothers no viewer: it needs no right, and what is over can have one too.
  return (
    <div class="reply-foot">
      <NoteSwitch request={request} pressed={false} />
    </div>
  );
}

function ReplyForm({ request }: { request: DeskRequest }) {
  const { field, text, put } = useText(request.id);
  const picker = usePicker(request, text, put);
  useLayoutEffect(() => {
    const typed = takeWanted(request.id);
    if (typed === null) return;
    put(text + typed, text.length + typed.length);
    // A slash among it opens the prepared replies, as it would in the field.
    if (field.current) picker.look(field.current);
  }, []);
  const sendable = text.trim() !== '' && fresh.value;
  const send = () => {
    if (sendable) void act(request.id, { type: 'reply', text: text.trim() });
  };
  /** Types a slash, which opens the prepared replies, as a word of its own. */
  const slash = () => {
    const at = field.current?.selectionStart ?? text.length;
    const gap = at === 0 || /\s/.test(text.charAt(at - 1)) ? '' : ' ';
    put(`${text.slice(0, at)}${gap}/${text.slice(at)}`, at + gap.length + 1);
    if (field.current) picker.look(field.current);
  };
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <UnopenedLine request={request} />
      <PickerList picker={picker} request={request} />
      <label class="unseen" for="desk-reply">
        {say('thread.reply', { name: request.name })}
      </label>
      <ReplyField request={request} field={field} text={text} picker={picker} send={send} />
      <ReplyFoot request={request} sendable={sendable} onSlash={slash} />
    </form>
  );
}

/** What is typed to a request. `put` replaces it and sets the caret, at once. */
function useText(request: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const put = (next: string, caret: number) => {
    write(request, next.slice(0, LONGEST_MESSAGE));
    const box = field.current;
    if (!box) return;
    // At once, and not with the next drawing: the caret can only be set where the text is.
    box.value = next.slice(0, LONGEST_MESSAGE);
    box.focus();
    box.setSelectionRange(caret, caret);
  };
  return { field, text: drafts.value.get(request) ?? '', put };
}

interface ReplyFieldProps {
  request: DeskRequest;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  picker: ReturnType<typeof usePicker>;
  send: () => void;
}

function ReplyField({ request, field, text, picker, send }: ReplyFieldProps) {
  return (
    <textarea
      id="desk-reply"
      ref={field}
      class="control reply-text"
      rows={2}
      maxLength={LONGEST_MESSAGE}
      placeholder={say('thread.reply', { name: request.name })}
      title={say('act.keyHint', { act: say('act.reply'), key: KEYS.reply })}
      value={text}
      {...picker.aria}
      onInput={(event) => {
        write(request.id, event.currentTarget.value);
        type(request.id);
        picker.look(event.currentTarget);
      }}
      onSelect={(event) => picker.look(event.currentTarget)}
      onKeyDown={(event) => {
        // Nothing is typed that the browser could undo: it means what was just sent.
        if (event.key === 'z' && (event.ctrlKey || event.metaKey) && text === '') undoLast();
        if (picker.key(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        send();
      }}
    />
  );
}

interface ReplyFootProps {
  request: DeskRequest;
  sendable: boolean;
  onSlash: () => void;
}

function ReplyFoot({ request, sendable, onSlash }: ReplyFootProps) {
  const language = languageName(request.language);
  return (
    <div class="reply-foot">
      <IconButton
        size="small"
        icon={MessageSquareText}
        label={say('act.keyHint', { act: sayTeam('prepared.insert'), key: '/' })}
        onClick={onSlash}
      />
      <NoteSwitch request={request} pressed={false} />
      <span class="quiet reply-hint">
        {fresh.value ? say('thread.replyHint', { name: request.name, language }) : say('thread.offline')}
      </span>
      <Button
        size="small"
        look="primary"
        icon={Send}
        type="submit"
        disabled={!sendable}
        title={say('act.keyHint', { act: say('thread.send'), key: keyNames('Ctrl+Enter') })}
      >
        {say('thread.send')}
      </Button>
    </div>
  );
}
