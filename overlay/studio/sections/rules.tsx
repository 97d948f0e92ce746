import { useSignalEffect } from '@preact/signals';
import { Plus } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { JournalEntry } from '../../../shared/events.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { ObsNames } from '../../../shared/scenes.ts';
import type { StageDesign } from '../../../shared/stage-design.ts';
import { ask } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { followedDraft, type Revised } from '../model/followed-draft.ts';
import { giftNames } from '../model/gift-names.ts';
import { keptRules } from '../model/kept-drafts.ts';
import { changeRule, copyRule, MOST_RULES, newRule, removeRule } from '../model/rule-draft.ts';
import { lacking } from '../model/rule-faults.ts';
import { startedRule } from '../model/rule-starters.ts';
import { ruleWords, tellRule } from '../model/rule-words.ts';
import { number } from '../model/spoken-numbers.ts';
import { stageParts, stagePartsOf } from '../model/stage-parts.ts';
import { view } from '../model/state.ts';
import { say, words } from '../model/words.ts';
import { AllRules } from './all-rules.tsx';
import { EditDifference } from './edit-difference.tsx';
import { FollowedState } from './overtaken.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { ADD_RULE_ID, RuleList } from './rule-list.tsx';
import { RuleStarters } from './rule-starters.tsx';

/** As many as one answer of the journal has. */
const GIFTS_AMONG = 1000;

/** The scene rules, each as a sentence that follows its fields, kept as they change. */
export function Rules() {
  const language = words.language.value ?? 'en';
  useEffect(() => void ruleWords.speak(language), [language]);
  if (ruleWords.language.value === null) return null;
  return (
    <>
      <RuleCard />
      <AllRules />
    </>
  );
}

function RuleCard() {
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
  const isWhole = lacking(rules).length === 0;
  useWarned(draft.state.value.type !== 'saved');
  const { open, setOpen, openNew } = useOpenRule();
  const scenes = view.value?.obs.scenes ?? [];
  const names = useObsNames();
  const gifts = useGiftNames(open !== null);
  useStageParts();
  const change = (id: string, part: Partial<SceneRule>) => {
    const isAlone = draft.state.peek().type === 'saved' && 'enabled' in part;
    draft.edit(changeRule(draft.value.peek(), id, part));
    // A rule that misbehaves on air is switched off at once; with other edits about it goes with them.
    if (isAlone) void draft.flush();
  };
  const add = () => draft.edit([...rules, newRule(openNew(), say('scenes.newName'), scenes)]);
  const copy = ({ id, name }: SceneRule) =>
    draft.edit(copyRule(rules, id, { id: openNew(), name: tellRule('ui.copyName', { name }) }));
  const isFull = rules.length >= MOST_RULES;
  return (
    <section class="card stack" aria-label={say('scenes.rules')}>
      <div class="apart">
        <div>
          <h2>{say('scenes.rules')}</h2>
          <p class="quiet small">{say('scenes.rulesText')}</p>
        </div>
        <Button id={ADD_RULE_ID} icon={Plus} disabled={isFull} onClick={add}>
          {say('scenes.add')}
        </Button>
      </div>
      {isFull && <p class="quiet small">{tellRule('ui.full', { number: number(MOST_RULES) })}</p>}
      {!isFull && (
        <RuleStarters
          {...{ rules, scenes }}
          onStart={(starter, name) => draft.edit([...rules, startedRule(starter, { id: openNew(), name }, scenes)])}
          onButtons={(buttons) => draft.edit([...rules, ...buttons])}
        />
      )}
      <RuleList
        {...{ rules, open, change }}
        choices={{ scenes, rules, names, gifts }}
        state={draft.state.value}
        onOpen={setOpen}
        onCopy={copy}
        onRemove={(id) => draft.edit(removeRule(draft.value.peek(), id))}
      />
      <div class="rules-save" data-state={draft.state.value.type}>
        {rules !== kept && isWhole && <EditDifference kept={kept} edited={rules} />}
        <FollowedState draft={draft} names={partName} />
      </div>
      {rules.length > 0 && isWhole && <Rehearsal kept={kept} edited={rules} />}
    </section>
  );
}

/** Which rule is open. One that is new is opened with the hand on its name, wherever it stands. */
function useOpenRule() {
  const [open, setOpen] = useState<string | null>(null);
  const added = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (added.current === null) return;
    const rule = document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(added.current)}"]`);
    if (!rule) return;
    added.current = null;
    rule.scrollIntoView({ block: 'start' });
    const name = rule.querySelector<HTMLInputElement>('.rule-body input');
    name?.focus({ preventScroll: true });
    name?.select();
  });
  const openNew = () => {
    const id = crypto.randomUUID();
    added.current = id;
    setOpen(id);
    return id;
  };
  return { open, setOpen, openNew };
}

/** What OBS has to choose from, read anew with each connection and each change of its scenes; null while it is not known. */
function useObsNames(): ObsNames | null {
  const [names, setNames] = useState<ObsNames | null>(null);
  const { state, scenes } = view.value?.obs ?? { state: 'off', scenes: [] };
  useEffect(() => {
    if (state !== 'connected') return;
    void ask<ObsNames>('GET', '/obs/names').then((answer) => {
      if (answer.type === 'done') setNames(answer.value);
    });
  }, [state, scenes.join('\n')]);
  return state === 'connected' ? names : null;
}

/** The gifts of the last {@link GIFTS_AMONG} events, read once a rule is open. */
function useGiftNames(isWanted: boolean): string[] {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    const after = Math.max(0, (view.peek()?.live.lastSeq ?? 0) - GIFTS_AMONG);
    void ask<{ events: JournalEntry[] }>('GET', `/events?after=${after}&limit=${GIFTS_AMONG}`).then((answer) => {
      if (answer.type === 'done') setNames(giftNames(answer.value.events));
    });
  }, [isWanted]);
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

/** What is still to be filled in or mended, as its field says it. */
function partName(part: string): string {
  if (part === 'rule-name') return say('scenes.name');
  if (part === 'cooldown') return say('scenes.cooldown');
  if (part === 'priority') return tellRule('ui.priority');
  if (part === 'condition') return tellRule('ui.chooseCondition');
  return tellRule(`field.${part}` as 'field.scene');
}
