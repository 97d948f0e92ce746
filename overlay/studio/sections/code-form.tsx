import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import type { ShortCode } from '../../../shared/codes.ts';
import { CONSONANTS, ownCode, VOWELS } from '../../../shared/short-code.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { tellCode } from '../model/code-words.ts';
import { askOf, type CodeDraft, EMPTY_DRAFT } from '../model/codes.ts';
import { spanWord } from '../model/mail-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { momentNow } from './code-moment.tsx';
import { LeadsField, OfferOptions, offerTitle } from './code-parts.tsx';

const MINUTES = [10, 30, 60, 120, 24 * 60, 7 * 24 * 60];
const LETTERS = [...(CONSONANTS + VOWELS)].sort().join(' ');

/** Makes a code for a scene, an offer or a moment. */
export function CodeForm() {
  const [draft, setDraft] = useState<CodeDraft>(EMPTY_DRAFT);
  const act = useAct<ShortCode>();
  const set = (part: Partial<CodeDraft>) => {
    act.clear();
    setDraft({ ...draft, ...part });
  };
  const wanted = askOf(draft, (service) => offerTitle(service) ?? '', momentNow());
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!wanted) return;
    const answer = await act.run('POST', '/codes', wanted);
    if (answer.type === 'done') setDraft({ ...EMPTY_DRAFT, kind: draft.kind });
  }
  const taken = act.refused?.why === 'code-taken';
  return (
    <form class="card stack" onSubmit={(event) => void send(event)}>
      <h2>{tellCode('form.title')}</h2>
      <Subject draft={draft} set={set} />
      <WordAndEnd draft={draft} set={set} taken={taken} />
      {act.refused?.why === 'too-many-codes' ? (
        <Notice tone="danger" title={tellCode('tooMany')} />
      ) : (
        <RefusedNote refused={taken ? null : act.refused} />
      )}
      <div class="row gap-3" role="status">
        <Button look="primary" icon={Plus} type="submit" disabled={act.busy || !wanted}>
          {tellCode('form.make')}
        </Button>
        {act.state.type === 'done' && <span>{tellCode('form.made', { code: act.state.value.code })}</span>}
      </div>
    </form>
  );
}

interface SubjectProps {
  draft: CodeDraft;
  set: (part: Partial<CodeDraft>) => void;
}

/** What the code is for, and where it leads. */
function Subject({ draft, set }: SubjectProps) {
  const offers = view.value?.services.length ?? 0;
  return (
    <>
      <SelectField
        label={tellCode('form.for')}
        value={draft.kind}
        onChange={(event) => set({ kind: event.currentTarget.value as CodeDraft['kind'] })}
      >
        {(['scene', 'offer', 'moment'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {tellCode(`form.${kind}`)}
          </option>
        ))}
      </SelectField>
      {draft.kind === 'scene' && <SceneField draft={draft} set={set} />}
      {draft.kind === 'moment' && (
        <TextField
          label={tellCode('moment.label')}
          hint={tellCode('moment.labelHint')}
          value={draft.label}
          maxLength={120}
          onInput={(event) => set({ label: event.currentTarget.value })}
        />
      )}
      {draft.kind === 'offer' ? (
        <SelectField
          label={tellCode('form.offerName')}
          hint={tellCode(offers > 0 ? 'form.offerHint' : 'form.noOffers')}
          value={draft.service}
          onChange={(event) => set({ service: event.currentTarget.value })}
        >
          <option value="" />
          <OfferOptions />
        </SelectField>
      ) : (
        <LeadsField service={draft.service} onChange={(service) => set({ service })} />
      )}
    </>
  );
}

/** The scene, of which those that OBS has are offered. */
function SceneField({ draft, set }: SubjectProps) {
  const scenes = view.value?.obs.scenes ?? [];
  return (
    <>
      <TextField
        label={tellCode('form.sceneName')}
        hint={tellCode('form.sceneHint')}
        value={draft.scene}
        maxLength={200}
        list="scenes-of-obs"
        autocomplete="off"
        onInput={(event) => set({ scene: event.currentTarget.value })}
      />
      <datalist id="scenes-of-obs">
        {scenes.map((scene) => (
          <option key={scene} value={scene} />
        ))}
      </datalist>
    </>
  );
}

/** The letters of the code, where they are to be a word, and when it ends by itself. */
function WordAndEnd({ draft, set, taken }: SubjectProps & { taken: boolean }) {
  return (
    <div class="two-tight">
      <TextField
        label={tellCode('form.word')}
        hint={tellCode('form.wordHint', { letters: LETTERS })}
        error={taken ? tellCode('form.taken') : wordFault(draft.word)}
        value={draft.word}
        maxLength={24}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        onInput={(event) => set({ word: event.currentTarget.value })}
      />
      <SelectField
        label={tellCode('form.ends')}
        value={draft.minutes}
        onChange={(event) => set({ minutes: event.currentTarget.value })}
      >
        <option value="">{tellCode('form.endsNever')}</option>
        {MINUTES.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {tellCode('form.endsIn', { span: spanWord(minutes) })}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** What is wrong with the word as far as it was typed; one that is still short is not wrong yet. */
function wordFault(word: string): string | null {
  if (word.trim() === '') return null;
  const own = ownCode(word);
  if (!('why' in own)) return null;
  if (own.why === 'signs') return tellCode('form.signs', { signs: [...own.signs].join(', ') });
  return tellCode(own.why === 'length' ? 'form.length' : 'form.noVowel');
}
