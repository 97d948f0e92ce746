import { useState } from 'preact/hooks';
import { LANGUAGES, type LocalText } from '../../shared/local-text.ts';
import type { PreparedReply } from '../../shared/prepared-replies.ts';
import { REPLY_VARIABLES, type ReplyFault, replyFaults } from '../../shared/reply-template.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { languageName } from './prepared-picker.tsx';
import { refusedText } from './refusal-card.tsx';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

const LONGEST_NAME = 40;
const LONGEST_TEXT = 2000;

/** One prepared reply in four languages; says at once what could not be filled in. `onDone` once kept or left. */
export function PreparedForm({ reply, onDone }: { reply: PreparedReply | 'new'; onDone: () => void }) {
  const [name, setName] = useState(reply === 'new' ? '' : reply.name);
  const [texts, setTexts] = useState<LocalText>(reply === 'new' ? {} : reply.texts);
  const { refused, busy, save } = useSaving(reply, onDone);
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
  const faulty = Object.values(given).some((text) => replyFaults(text).length > 0);
  const complete = name.trim() !== '' && Object.keys(given).length > 0 && !faulty;
  const names = REPLY_VARIABLES.map((each) => `{${each}}`).join(' ');
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save({ name, texts: given });
      }}
    >
      <h2>{reply === 'new' ? sayTeam('prepared.add') : sayTeam('prepared.editNamed', { name: reply.name })}</h2>
      <TextField
        label={sayTeam('prepared.name')}
        maxLength={LONGEST_NAME}
        required
        value={name}
        error={refused?.why === 'reply-name-taken' ? sayTeam('prepared.taken') : null}
        onInput={(event) => setName(event.currentTarget.value.replaceAll('/', ''))}
      />
      <p class="quiet small">{sayTeam('prepared.variables', { names })}</p>
      <Texts texts={texts} onChange={setTexts} />
      {refused && refused.why !== 'reply-name-taken' && (
        <p role="alert">{refused.why === 'too-many-replies' ? sayTeam('prepared.many') : refusedText(refused, null)}</p>
      )}
      <Foot lacking={!complete || busy} onDone={onDone} />
    </form>
  );
}

/** One a language; what could not be filled in is said at its own. */
function Texts({ texts, onChange }: { texts: LocalText; onChange: (texts: LocalText) => void }) {
  return (
    <>
      {LANGUAGES.map((language) => (
        <TextArea
          key={language}
          label={languageName(language)}
          lang={language}
          rows={3}
          maxLength={LONGEST_TEXT}
          value={texts[language] ?? ''}
          error={faultWords(replyFaults(texts[language] ?? ''))}
          onInput={(event) => onChange({ ...texts, [language]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}

function Foot({ lacking, onDone }: { lacking: boolean; onDone: () => void }) {
  return (
    <div class="row gap-2">
      <Button look="primary" type="submit" disabled={lacking || !fresh.value}>
        {sayTeam('prepared.save')}
      </Button>
      <Button onClick={onDone}>{sayTeam('prepared.cancel')}</Button>
    </div>
  );
}

function useSaving(reply: PreparedReply | 'new', onDone: () => void) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  async function save(body: Pick<PreparedReply, 'name' | 'texts'>): Promise<void> {
    setBusy(true);
    const answer =
      reply === 'new'
        ? await ask('POST', '/prepared-replies', body)
        : await ask('PUT', `/prepared-replies/${encodeURIComponent(reply.id)}`, body);
    setBusy(false);
    if (answer.type === 'done') onDone();
    else setRefused(answer);
  }
  return { refused, busy, save };
}

function faultWords(faults: ReadonlyArray<ReplyFault>): string | null {
  const [first] = faults;
  return first ? sayTeam(`prepared.${first.why}`, { name: first.name, example: `{${first.name}|…}` }) : null;
}
