import { useEffect, useState } from 'preact/hooks';
import { LONGEST_SPAM_WORD, MOST_SPAM_WORDS } from '../../shared/spam-signs.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { refusedText } from './refusal-card.tsx';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

/**
 * The creator's words that are a sign of spam, one a line. What is sent is what was changed here: another moderator may
 * have the same lines open.
 */
export function SpamWordsForm() {
  const [text, setText] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [kept, setKept] = useState(false);
  const [known, setKnown] = useState<ReadonlyArray<string>>([]);
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
  const faulty =
    words.length > MOST_SPAM_WORDS || words.some((word) => word.length < 2 || word.length > LONGEST_SPAM_WORD);
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const change = {
      add: words.filter((word) => !known.includes(word)),
      remove: known.filter((word) => !words.includes(word)),
    };
    const answer = await ask<{ words: string[] }>('POST', '/spam-words', change);
    if (answer.type === 'done') show(answer.value.words);
    setRefused(answer.type === 'refused' ? answer : null);
    setKept(answer.type === 'done');
  }
  return (
    <form class="stack gap-2" onSubmit={(event) => void save(event)}>
      <TextArea
        label={sayTeam('suspect.words')}
        hint={sayTeam('suspect.wordsHint')}
        error={faulty ? sayTeam('suspect.wordsFaulty', { count: MOST_SPAM_WORDS }) : null}
        rows={3}
        disabled={text === null}
        value={text ?? ''}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setKept(false);
        }}
      />
      {refused && (
        <p role="alert">
          {refused.why === 'too-many-spam-words'
            ? sayTeam('suspect.wordsFull', { count: MOST_SPAM_WORDS })
            : refusedText(refused, null)}
        </p>
      )}
      <div class="row gap-2">
        <Button size="small" type="submit" disabled={text === null || faulty || !fresh.value}>
          {sayTeam('prepared.save')}
        </Button>
        <span class="quiet small" role="status">
          {kept ? sayTeam('suspect.wordsKept') : ''}
        </span>
      </div>
    </form>
  );
}

function wordsIn(text: string): string[] {
  return text
    .split('\n')
    .map((word) => word.trim())
    .filter(Boolean);
}
