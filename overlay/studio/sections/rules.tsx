import { useSignalEffect } from '@preact/signals';
import { Plus } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { ObsNames } from '../../../shared/scenes.ts';
import type { StageDesign } from '../../../shared/stage-design.ts';
import { ask } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { followedDraft, type Revised } from '../model/followed-draft.ts';
import { keptRules } from '../model/kept-drafts.ts';
import { changeRule, lacking, newRule, removeRule } from '../model/rule-draft.ts';
import { faultsOf } from '../model/rule-faults.ts';
import { ruleWords, tellRule } from '../model/rule-words.ts';
import { stageParts, stagePartsOf } from '../model/stage-parts.ts';
import { view } from '../model/state.ts';
import { say, words } from '../model/words.ts';
import { AllRules } from './all-rules.tsx';
import { EditDifference } from './edit-difference.tsx';
import { FollowedState } from './overtaken.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { RuleEditor } from './rule-editor.tsx';

/** The scene rules, each as a sentence that follows its fields, kept as they change. */
export function Rules() {
  const language = words.language.value ?? 'en';
  useEffect(() => void ruleWords.speak(language), [language]);
  if (ruleWords.language.value === null) return null;
  return (
    <>
      <RuleList />
      <AllRules />
    </>
  );
}

function RuleList() {
  const [draft] = useState(() =>
    keptRules(() =>
      followedDraft<SceneRule[]>({
        initial: rulesThere(),
        put: (rules, upon) => ask('PUT', '/scene-rules', rules, { 'if-match': `"${upon}"` }),
        missing: lacking,
        byHand: true,
      }),
    ),
  );
  // Signed out there is no view, and nothing that it would say is news.
  useSignalEffect(() => {
    if (view.value) draft.meet(rulesThere());
  });
  const rules = draft.value.value;
  const kept = draft.kept.value;
  const state = draft.state.value;
  useWarned(state.type !== 'saved');
  const scenes = view.value?.obs.scenes ?? [];
  const names = useObsNames();
  useStageParts();
  const traces = view.value?.ruleTraces ?? [];
  const change = (id: string, part: Partial<SceneRule>) => {
    const isAlone = draft.state.peek().type === 'saved' && 'enabled' in part;
    draft.edit(changeRule(draft.value.peek(), id, part));
    // A rule that misbehaves on air is switched off at once; with other edits about it goes with them.
    if (isAlone) void draft.flush();
  };
  return (
    <section class="card stack" aria-label={say('scenes.rules')}>
      <div class="apart">
        <div>
          <h2>{say('scenes.rules')}</h2>
          <p class="quiet small">{say('scenes.rulesText')}</p>
        </div>
        <Button
          icon={Plus}
          onClick={() => draft.edit([...rules, newRule(crypto.randomUUID(), say('scenes.newName'), scenes)])}
        >
          {say('scenes.add')}
        </Button>
      </div>
      {rules.length === 0 && <p class="quiet rules-empty">{say('scenes.rulesEmpty')}</p>}
      {rules.map((rule, at) => (
        <RuleEditor
          key={rule.id}
          rule={rule}
          choices={{ scenes, rules, names }}
          faultAt={faultsOf(rule, at, state.type === 'held', state.type === 'refused' ? state.refused : null)}
          trace={traces.find((trace) => trace.rule === rule.id) ?? null}
          change={(part) => change(rule.id, part)}
          onRemove={() => draft.edit(removeRule(draft.value.peek(), rule.id))}
        />
      ))}
      {rules !== kept && lacking(rules).length === 0 && <EditDifference kept={kept} edited={rules} />}
      <FollowedState draft={draft} names={partName} />
      {rules.length > 0 && lacking(rules).length === 0 && <Rehearsal kept={kept} edited={rules} />}
    </section>
  );
}

/** What OBS has to choose from, read anew with each connection and each change of its scenes; null until it is known. */
function useObsNames(): ObsNames | null {
  const [names, setNames] = useState<ObsNames | null>(null);
  const { state, scenes } = view.value?.obs ?? { state: 'off', scenes: [] };
  useEffect(() => {
    if (state !== 'connected') return;
    void ask<ObsNames>('GET', '/obs/names').then((answer) => {
      if (answer.type === 'done') setNames(answer.value);
    });
  }, [state, scenes.join('\n')]);
  return names;
}

/** Reads what rules can name of the stages, anew with each design that is given to one. */
function useStageParts(): void {
  const stages = view.value?.stages ?? [];
  useEffect(() => {
    const designs = stages.map(({ id }) => ask<StageDesign>('GET', `/stages/${encodeURIComponent(id)}/design`));
    void Promise.all(designs).then((answers) => {
      const read = answers.flatMap((answer) => (answer.type === 'done' ? [answer.value] : []));
      stageParts.value = stagePartsOf(read);
    });
  }, [stages.map(({ id, designRevision }) => `${id} ${designRevision}`).join()]);
}

function rulesThere(): Revised<SceneRule[]> {
  return { value: view.value?.rules ?? [], revision: view.value?.ruleRevisions.rules ?? '' };
}

/** Whoever closes the page with edits that are not saved is asked first. */
function useWarned(hasEdits: boolean): void {
  useEffect(() => {
    if (!hasEdits) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [hasEdits]);
}

/** What is still to be filled in, as its field says it. */
function partName(part: string): string {
  if (part === 'rule-name') return say('scenes.name');
  return tellRule(`field.${part}` as 'field.scene');
}
