import { useEffect, useState } from 'preact/hooks';
import type { ChatWord } from '../../../shared/chat-word.ts';
import { LANGUAGES, type Language } from '../../../shared/local-text.ts';
import { ask } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { Check, TextField } from '../../parts/field.tsx';
import { Skeleton } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { say, tongue } from '../model/words.ts';
import { SectionHead } from './section-head.tsx';

/** Booking by a word in the chat: the switch, the words of each language, and the limits. */
export function ChatWordSection() {
  const [kept, setKept] = useState<ChatWord | null>(null);
  const look = useAct<ChatWord>();
  useEffect(() => {
    void ask<ChatWord>('GET', '/chat-word').then((answer) => {
      if (answer.type === 'done') setKept(answer.value);
      else void look.run('GET', '/chat-word');
    });
  }, []);
  return (
    <div class="section">
      <SectionHead title={say('chatWord.title')} text={say('chatWord.text')} />
      <RefusedNote refused={look.refused} />
      {kept ? <WordForm first={kept} /> : <Skeleton lines={6} label={say('offline.loading')} />}
    </div>
  );
}

/** As it stands in the fields. */
type Typed = Readonly<Record<Language | Limit, string>> & { readonly on: boolean };
type Limit = 'holdMinutes' | 'mostASession' | 'cooldownMinutes';

const LIMITS: ReadonlyArray<{ readonly name: Limit; readonly least: number; readonly most: number }> = [
  { name: 'holdMinutes', least: 2, most: 60 },
  { name: 'mostASession', least: 1, most: 200 },
  { name: 'cooldownMinutes', least: 0, most: 240 },
];

function typedOf({ on, words, holdMinutes, mostASession, cooldownMinutes }: ChatWord): Typed {
  const list = (language: Language) => words[language].join(' ');
  return {
    on,
    en: list('en'),
    de: list('de'),
    nl: list('nl'),
    nb: list('nb'),
    holdMinutes: String(holdMinutes),
    mostASession: String(mostASession),
    cooldownMinutes: String(cooldownMinutes),
  };
}

function settingOf(typed: Typed): ChatWord {
  const list = (language: Language) => typed[language].split(/\s+/).filter(Boolean);
  return {
    on: typed.on,
    words: { en: list('en'), de: list('de'), nl: list('nl'), nb: list('nb') },
    holdMinutes: Number(typed.holdMinutes),
    mostASession: Number(typed.mostASession),
    cooldownMinutes: Number(typed.cooldownMinutes),
  };
}

function WordForm({ first }: { first: ChatWord }) {
  const [typed, setTyped] = useState(typedOf(first));
  const act = useAct<ChatWord>();
  const set = (part: Partial<Typed>) => {
    act.clear();
    setTyped({ ...typed, ...part });
  };
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const answer = await act.run('PUT', '/chat-word', settingOf(typed));
    if (answer.type === 'done') setTyped(typedOf(answer.value));
  }
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <div class="card stack">
        <Check
          look="switch"
          label={say('chatWord.on')}
          hint={say('chatWord.onHint')}
          checked={typed.on}
          onChange={(event) => set({ on: event.currentTarget.checked })}
        />
      </div>
      <div class="two">
        <Words typed={typed} set={set} />
        <Limits typed={typed} set={set} />
      </div>
      {act.refused?.why === 'bad-input' ? (
        <p role="alert">{say('chatWord.missing')}</p>
      ) : (
        <RefusedNote refused={act.refused} />
      )}
      <div class="row gap-2" role="status">
        <Button look="primary" type="submit" disabled={act.busy}>
          {say('chatWord.save')}
        </Button>
        {act.done && <span class="quiet">{say('chatWord.saved')}</span>}
      </div>
    </form>
  );
}

interface PartProps {
  typed: Typed;
  set: (part: Partial<Typed>) => void;
}

/** The words of each language. */
function Words({ typed, set }: PartProps) {
  const names = new Intl.DisplayNames(tongue(), { type: 'language' });
  return (
    <div class="card stack">
      {LANGUAGES.map((language, at) => (
        <TextField
          key={language}
          label={say('chatWord.words', { language: names.of(language) ?? language })}
          hint={at === 0 ? say('chatWord.wordsHint') : undefined}
          value={typed[language]}
          maxLength={160}
          onInput={(event) => set({ [language]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

/** How long a hold lasts, and how many there may be. */
function Limits({ typed, set }: PartProps) {
  return (
    <div class="card stack">
      {LIMITS.map(({ name, least, most }) => (
        <TextField
          key={name}
          label={say(`chatWord.${name}`)}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          required
          value={typed[name]}
          onInput={(event) => set({ [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
