import { Palette, Trash2 } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES } from '../../../shared/local-text.ts';
import type { StageStatus } from '../../../shared/studio-view.ts';
import { newest } from '../../newest.ts';
import { ask } from '../../parts/ask.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { tell } from '../model/editor-words.ts';
import { open } from '../model/look.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { say } from '../model/words.ts';

/** Each language by its own name, so that it is found by who reads no other. */
const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', nl: 'Nederlands', nb: 'Norsk' } as const;

/** Name, language, set-up mode and the end of one stage. */
export function StageSettings({ stage }: { stage: StageStatus }) {
  const path = `/stages/${encodeURIComponent(stage.id)}`;
  const setUp = useAct();
  return (
    <div class="stack gap-3">
      <div class="two-tight">
        <StageName stage={stage} path={path} />
        <StageLanguage stage={stage} path={path} />
      </div>
      <Check
        look="switch"
        label={tell('stages.setUp')}
        hint={tell('stages.setUpHint')}
        checked={stage.setUp}
        disabled={setUp.busy}
        onChange={(event) => void setUp.run('POST', `${path}/set-up`, { on: event.currentTarget.checked })}
      />
      <RefusedNote refused={setUp.refused} />
      <div class="row gap-2">
        <LinkButton size="small" icon={Palette} href="#look" onClick={() => void open(stage.id)}>
          {tell('stages.shape')}
        </LinkButton>
      </div>
      <RemoveStage stage={stage} path={path} />
    </div>
  );
}

interface Props {
  stage: StageStatus;
  path: string;
}

/** Saved when the field is left: a half-typed name is in no list of OBS. */
function StageName({ stage, path }: Props) {
  const act = useAct();
  const [name, setName] = useState(stage.name);
  useEffect(() => setName(stage.name), [stage.name]);
  const empty = name.trim() === '';
  function keep(): void {
    if (empty) setName(stage.name);
    else if (name.trim() !== stage.name) void act.run('PUT', path, { name: name.trim() });
  }
  return (
    <div class="stack gap-2">
      <TextField
        label={tell('stages.rename')}
        maxLength={80}
        value={name}
        error={empty ? say('fault.name') : null}
        onInput={(event) => setName(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
      <RefusedNote refused={act.refused} />
    </div>
  );
}

/** What the list of stages says of one; older servers say no language. */
interface Listed {
  id: string;
  language?: string;
  languageChosen?: boolean;
}

/** The view does not carry it: it is asked for when the section is opened, and after each choice. */
function StageLanguage({ stage, path }: Props) {
  const act = useAct();
  const [language, setLanguage] = useState('');
  const [answers] = useState(newest);
  useEffect(() => {
    let gone = false;
    const isNews = answers.asked();
    void ask<Listed[]>('GET', '/stages').then((answer) => {
      const found = answer.type === 'done' ? answer.value.find((each) => each.id === stage.id) : undefined;
      if (!gone && isNews()) setLanguage(found?.languageChosen ? (found.language ?? '') : '');
    });
    return () => {
      gone = true;
    };
  }, [stage.id]);
  async function choose(next: string): Promise<void> {
    const answer = await act.run('PUT', path, { language: next });
    if (answer.type !== 'done') return;
    // The list that was asked for as the section was opened may still be on its way.
    answers.pushed();
    setLanguage(next);
  }
  return (
    <div class="stack gap-2">
      <SelectField
        label={tell('stages.language')}
        value={language}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        {language === '' && <option value="">{tell('stages.languageSame')}</option>}
        {LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </SelectField>
      <RefusedNote refused={act.refused} />
    </div>
  );
}

function RemoveStage({ stage, path }: Props) {
  const act = useAct();
  const [asking, setAsking] = useState(false);
  if ((view.value?.stages.length ?? 0) < 2) return null;
  if (!asking)
    return (
      <div>
        <Button size="small" look="plain" icon={Trash2} onClick={() => setAsking(true)}>
          {tell('stages.remove')}
        </Button>
      </div>
    );
  return (
    <>
      <Notice tone="warning" title={tell('stages.removeAsk', { name: stage.name })}>
        <div class="row gap-2">
          <Button size="small" look="danger" disabled={act.busy} onClick={() => void act.run('DELETE', path)}>
            {tell('stages.removeYes')}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {say('common.cancel')}
          </Button>
        </div>
      </Notice>
      <RefusedNote refused={act.refused} />
    </>
  );
}
