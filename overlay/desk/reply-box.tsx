import { Send } from 'lucide';
import type { DeskRequest } from '../../shared/protocol.ts';
import { Button } from '../parts/button.tsx';
import { act, drafts, write } from './act.ts';
import { KEYS } from './keys.ts';
import { canAct, fresh } from './state.ts';
import { say, tongue } from './words.ts';

const LONGEST = 4000;

/** The reply, kept per request while it is not sent. Control or command with Enter sends it. */
export function ReplyBox({ request }: { request: DeskRequest }) {
  const text = drafts.value.get(request.id) ?? '';
  const sendable = text.trim() !== '' && fresh.value;
  const send = () => {
    if (sendable) void act(request.id, { type: 'reply', text: text.trim() });
  };
  const closed = ['declined', 'cancelled', 'done', 'no-show', 'spam'].includes(request.state);
  if (closed || !canAct('reply')) return null;
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="unseen" for="desk-reply">
        {say('thread.reply', { name: request.name })}
      </label>
      <textarea
        id="desk-reply"
        class="control reply-text"
        rows={2}
        maxLength={LONGEST}
        placeholder={say('thread.reply', { name: request.name })}
        title={say('act.keyHint', { act: say('act.reply'), key: KEYS.reply })}
        value={text}
        onInput={(event) => write(request.id, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
      />
      <ReplyFoot request={request} sendable={sendable} />
    </form>
  );
}

function ReplyFoot({ request, sendable }: { request: DeskRequest; sendable: boolean }) {
  const language = new Intl.DisplayNames(tongue(), { type: 'language' }).of(request.language) ?? request.language;
  return (
    <div class="reply-foot">
      <span class="quiet reply-hint">
        {fresh.value ? say('thread.replyHint', { name: request.name, language }) : say('thread.offline')}
      </span>
      <Button
        size="small"
        look="primary"
        icon={Send}
        type="submit"
        disabled={!sendable}
        title={say('act.keyHint', { act: say('thread.send'), key: 'Ctrl+Enter' })}
      >
        {say('thread.send')}
      </Button>
    </div>
  );
}
