import { useState } from 'preact/hooks';
import { readChatCode } from '../../shared/chat-code.ts';
import { readCode } from '../../shared/short-code.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
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
      <TextField
        label={say('code.label')}
        hint={say('code.hint')}
        error={unread ? say('code.unread') : null}
        value={typed}
        maxLength={40}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setUnread(false);
        }}
      />
      <Button type="submit">{say('code.use')}</Button>
    </form>
  );
}
