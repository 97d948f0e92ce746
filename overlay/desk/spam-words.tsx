import { useEffect, useState } from 'preact/hooks';
import { LONGEST_SPAM_WORD, MOST_SPAM_WORDS } from '../../shared/spam-signs.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { refusedText } from './refusal-card.tsx';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

/** The creator's words that are a sign of spam, one a line. */
export function SpamWordsForm() {
  const { text, type, faulty, busy, refused, kept, save } = useWords();
  return (
    <form
      class="stack gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        label={sayTeam('suspect.words')}
        hint={sayTeam('suspect.wordsHint')}
        error={faulty ? sayTeam('suspect.wordsFaulty', { count: MOST_SPAM_WORDS }) : null}
        rows={3}
        disabled={text === null}
        value={text ?? ''}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {refused && (
        <p role="alert">
          {refused.why === 'too-many-spam-words'
            ? sayTeam('suspect.wordsFull', { count: MOST_SPAM_WORDS })
            : refusedText(refused, null)}
        </p>
      )}
      <div class="row gap-2">
        <Button size="small" type="submit" disabled={text === null || faulty || busy || !fresh.value}>
          {sayTeam('prepared.save')}
        </Button>
        <span class="quiet small" role="status">
          {kept ? sayTeam('suspect.wordsKept') : ''}
        </span>
      </div>
    </form>
  );
}

/** The words as they are changed here. What is sent is the change alone: another moderator may have the same lines open. */
function useWords() {
  const [text, setText] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [kept, setKept] = useState(false);
  const [known, setKnown] = useState<ReadonlyArray<string>>([]);
  const [busy, setBusy] = useState(false);
  function show(all: ReadonlyArray<string>): void {
    setKnown(all);
    setText(all.join('\n'));
  }
  useEffect(() => {
    void ask<{ words: string[] }>('GET', '/spam-words').then((answer) => {
      if (answer.type === 'done') show(answer.value.words);
      else setRefused(answer);
    });
  }, []);
  const words = wordsIn(text ?? '');
  async function save(): Promise<void> {
    const change = {
      add: words.filter((word) => !known.includes(word)),
      remove: known.filter((word) => !words.includes(word)),
    };
    setBusy(true);
    const answer = await ask<{ words: string[] }>('POST', '/spam-words', change);
    setBusy(false);
    if (answer.type === 'done') {
      const { words: all } = answer.value;
      setKnown(all);
      // What was typed meanwhile is the next change.
      setText((now) => (now === text ? all.join('\n') : now));
    }
    setRefused(answer.type === 'refused' ? answer : null);
    setKept(answer.type === 'done');
  }
  function type(typed: string): void {
    setText(typed);
    setKept(false);
  }
  return { text, type, faulty: areFaulty(words), busy, refused, kept, save };
}

function areFaulty(words: ReadonlyArray<string>): boolean {
  return words.length > MOST_SPAM_WORDS || words.some((word) => word.length < 2 || word.length > LONGEST_SPAM_WORD);
}

function wordsIn(text: string): string[] {
  return text
    .split('\n')
    .map((word) => word.trim())
    .filter(Boolean);
}
