import { useState } from 'preact/hooks';
import { readChatCode } from '../../shared/chat-code.ts';
import { readCode } from '../../shared/short-code.ts';
import { Button } from '../parts/button.tsx';
import { CodeText } from './code-text.tsx';
import { say } from './words.ts';

/** On from an address of nothing: who came for something may have heard a code. */
export function CodeOnward() {
  const [typed, setTyped] = useState('');
  const [unread, setUnread] = useState(false);
  function use(event: SubmitEvent) {
    event.preventDefault();
    const code = readCode(typed) ?? readChatCode(typed);
    if (code) location.assign(`/c/${code}`);
    else setUnread(typed.trim() !== '');
  }
  return (
    <form class="code-form" noValidate onSubmit={use}>
      <CodeText
        typed={typed}
        error={unread ? say('code.unread') : null}
        onType={(next) => {
          setTyped(next);
          setUnread(false);
        }}
      />
      <Button type="submit">{say('code.use')}</Button>
    </form>
  );
}
