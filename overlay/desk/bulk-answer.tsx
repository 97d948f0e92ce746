import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import { Button } from '../parts/button.tsx';
import { SelectField, TextArea } from '../parts/field.tsx';
import { LeaveAsk } from './bulk-choices.tsx';
import { bulkWords, bulkWordsGone, type WordsFor, writeBulkWords } from './bulk-words.ts';
import { endsOf, nameOfAsk } from './call-offs.ts';
import { actOnMarked, bulkBusy, marked } from './marks.ts';
import { prepared } from './prepared.ts';
import { sayQueue } from './queue-words.ts';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';
import { sayTogether } from './together-words.ts';

const OWN = 'own';

/**
 * With which words all that are marked are answered or declined: a prepared reply in each viewer's language, the same for
 * all, and none at all for a decline.
 */
export function AnswerMarked({ type }: { type: WordsFor }) {
  const isReply = type === 'reply';
  const text = bulkWords(type);
  const [reply, setReply] = useState(isReply || text !== '' ? OWN : '');
  const box = useRef<HTMLFormElement>(null);
  // As for one: what is typed after R is the reply, and Enter after D declines; other words are a step back from there.
  const first = isReply ? 'textarea' : '[type=submit]';
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>(first)?.focus(), []);
  const own = reply === OWN;
  const ready = (!own || text.trim() !== '') && fresh.value && !bulkBusy.value;
  const send = async () => {
    if (!ready) return;
    const isTaken = await actOnMarked({ type, ...(own ? { text: text.trim() } : reply ? { reply } : {}) });
    if (own && isTaken) bulkWordsGone(type);
  };
  return (
    <form
      class="stack gap-2"
      ref={box}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <WordsField chosen={reply} choose={setReply} none={!isReply} />
      {own && (
        <TextArea
          label={sayTeam('bulk.text')}
          rows={3}
          maxLength={LONGEST_MESSAGE}
          value={text}
          onInput={(event) => writeBulkWords(type, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
      )}
      <div class="row gap-2">
        <Button size="small" look={isReply ? 'primary' : 'danger'} type="submit" disabled={!ready}>
          {isReply ? sayTogether('bulk.reply', { count: marked.value.length }) : declineWord()}
        </Button>
        <LeaveAsk word={sayTeam(isReply ? 'prepared.cancel' : 'bulk.keep')} />
      </div>
    </form>
  );
}

/** What the button does, where some of them are appointments. */
function declineWord(): string {
  const ends = endsOf(marked.value.map((id) => nameOfAsk(id, { type: 'decline' })));
  if (ends.calledOff === 0) return sayTeam('bulk.decline', { count: ends.declined });
  return ends.declined === 0
    ? sayQueue('callOff.yesMany', { count: ends.calledOff })
    : sayQueue('callOff.yesMixed', ends);
}

interface WordsProps {
  chosen: string;
  choose: (reply: string) => void;
  /** Whether it can go without any. */
  none: boolean;
}

function WordsField({ chosen, choose, none }: WordsProps) {
  return (
    <SelectField label={sayTeam('bulk.words')} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
      {none && <option value="">{sayTeam('bulk.noWords')}</option>}
      <option value={OWN}>{sayTeam('bulk.ownWords')}</option>
      {prepared.value.replies.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
