import { useSignalEffect } from '@preact/signals';
import { Plus } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { ask } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { followedDraft, type Revised } from '../model/followed-draft.ts';
import { keptRules } from '../model/kept-drafts.ts';
import { changeRule, copyRule, MOST_RULES, newRule, removeRule } from '../model/rule-draft.ts';
import { lacking } from '../model/rule-faults.ts';
import { startedRule } from '../model/rule-starters.ts';
import { ruleWords, tellRule } from '../model/rule-words.ts';
import { number } from '../model/spoken-numbers.ts';
import { view } from '../model/state.ts';
import { say, words } from '../model/words.ts';
import { AllRules } from './all-rules.tsx';
import { EditDifference } from './edit-difference.tsx';
import { FollowedState } from './overtaken.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { useRuleChoices } from './rule-choices.ts';
import { ADD_RULE_ID, RuleList } from './rule-list.tsx';
import { RuleStarters } from './rule-starters.tsx';

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
  const { draft, change } = useRulesDraft();
  const { open, setOpen, openNew } = useOpenRule();
  const rules = draft.value.value;
  const kept = draft.kept.value;
  const choices = useRuleChoices(rules, open !== null);
  const isWhole = lacking(rules).length === 0;
  const copy = ({ id, name }: SceneRule) =>
    draft.edit(copyRule(rules, id, { id: openNew(), name: tellRule('ui.copyName', { name }) }));
  return (
    <section class="card stack" aria-label={say('scenes.rules')}>
      <NewRules {...{ rules, openNew }} scenes={choices.scenes} onRules={(next) => draft.edit(next)} />
      <RuleList
        {...{ rules, open, change, choices }}
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

interface NewProps {
  rules: SceneRule[];
  scenes: ReadonlyArray<string>;
  /** Opens a rule that is not there yet, by the id that it gives. */
  openNew: () => string;
  onRules: (rules: SceneRule[]) => void;
}

/** What the rules are, and the ways to one more while there may be more. */
function NewRules({ rules, scenes, openNew, onRules }: NewProps) {
  const isFull = rules.length >= MOST_RULES;
  return (
    <>
      <div class="apart">
        <div>
          <h2>{say('scenes.rules')}</h2>
          <p class="quiet small">{say('scenes.rulesText')}</p>
        </div>
        <Button
          id={ADD_RULE_ID}
          icon={Plus}
          disabled={isFull}
          onClick={() => onRules([...rules, newRule(openNew(), say('scenes.newName'), scenes)])}
        >
          {say('scenes.add')}
        </Button>
      </div>
      {isFull && <p class="quiet small">{tellRule('ui.full', { number: number(MOST_RULES) })}</p>}
      {!isFull && (
        <RuleStarters
          {...{ rules, scenes }}
          onStart={(starter, name) => onRules([...rules, startedRule(starter, { id: openNew(), name }, scenes)])}
          onButtons={(buttons) => onRules([...rules, ...buttons])}
        />
      )}
    </>
  );
}

/** The rules as they are edited here, beside those that are kept. */
function useRulesDraft() {
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
  useWarned(draft.state.value.type !== 'saved');
  const change = (id: string, part: Partial<SceneRule>) => {
    const isAlone = draft.state.peek().type === 'saved' && 'enabled' in part;
    draft.edit(changeRule(draft.value.peek(), id, part));
    // A rule that misbehaves on air is switched off at once; with other edits about it goes with them.
    if (isAlone) void draft.flush();
  };
  return { draft, change };
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
