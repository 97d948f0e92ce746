import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import { Button } from '../parts/button.tsx';
import { SelectField, TextArea } from '../parts/field.tsx';
import { LeaveAsk } from './bulk-choices.tsx';
import { endsOf, nameOfAsk } from './call-offs.ts';
import { actOnMarked, bulkBusy, marked } from './marks.ts';
import { prepared } from './prepared.ts';
import { sayQueue } from './queue-words.ts';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

const OWN = 'own';

/** With which words: none, a prepared reply in each viewer's language, or the same for all. */
export function DeclineMarked() {
  const [reply, setReply] = useState('');
  const [text, setText] = useState('');
  const box = useRef<HTMLFormElement>(null);
  // As for one: Enter declines, and the words are a step back from there.
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('[type=submit]')?.focus(), []);
  const own = reply === OWN;
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
      <WordsField chosen={reply} choose={setReply} />
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
          {yesWord()}
        </Button>
        <LeaveAsk word={sayTeam('bulk.keep')} />
      </div>
    </form>
  );
}

/** What the button does, where some of them are appointments. */
function yesWord(): string {
  const ends = endsOf(marked.value.map((id) => nameOfAsk(id, { type: 'decline' })));
  if (ends.calledOff === 0) return sayTeam('bulk.decline', { count: ends.declined });
  return ends.declined === 0
    ? sayQueue('callOff.yesMany', { count: ends.calledOff })
    : sayQueue('callOff.yesMixed', ends);
}

function WordsField({ chosen, choose }: { chosen: string; choose: (reply: string) => void }) {
  return (
    <SelectField label={sayTeam('bulk.words')} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{sayTeam('bulk.noWords')}</option>
      <option value={OWN}>{sayTeam('bulk.ownWords')}</option>
      {prepared.value.replies.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
