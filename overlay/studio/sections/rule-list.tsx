import { Search } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { DraftState } from '../model/draft.ts';
import { searchRules } from '../model/rule-draft.ts';
import { faultsOf, isAtFault } from '../model/rule-faults.ts';
import { tellRule } from '../model/rule-words.ts';
import { view } from '../model/state.ts';
import { neighbourOf } from '../model/taken-away.ts';
import { say } from '../model/words.ts';
import { RuleEditor } from './rule-editor.tsx';
import type { RowChoices } from './rule-rows.tsx';

/** As many as are seen at a glance. */
const SEARCHED_FROM = 6;

/** Where a rule is added: there always. */
export const ADD_RULE_ID = 'add-rule';

interface ListProps {
  rules: ReadonlyArray<SceneRule>;
  choices: RowChoices;
  state: DraftState;
  /** The rule that is open, if any. */
  open: string | null;
  onOpen: (id: string | null) => void;
  change: (id: string, part: Partial<SceneRule>) => void;
  onCopy: (rule: SceneRule) => void;
  onRemove: (id: string) => void;
}

/** The rules, folded to their sentences but for one, found by name and scene where there are many. */
export function RuleList({ rules, choices, state, open, onOpen, change, onCopy, onRemove }: ListProps) {
  const [search, setSearch] = useState('');
  const left = useRef<string | null>(null);
  const isHeld = state.type === 'held';
  const refused = state.type === 'refused' ? state.refused : null;
  const atFault = rules.find((rule, at) => isAtFault(rule, at, isHeld, refused))?.id ?? null;
  useEffect(() => {
    if (atFault !== null) onOpen(atFault);
  }, [atFault, state]);
  useLayoutEffect(() => {
    if (left.current === null) return;
    focusRule(left.current);
    left.current = null;
  });
  const traces = view.value?.ruleTraces ?? [];
  const found = new Set(searchRules(rules, search).map(({ id }) => id));
  // One that is being edited stays in sight, whatever is searched.
  const shown = rules.filter(({ id }) => id === open || found.has(id));
  return (
    <>
      {rules.length >= SEARCHED_FROM && (
        <div class="rule-search">
          <Icon node={Search} size={20} />
          <TextField
            label={tellRule('ui.search')}
            type="search"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      )}
      {search !== '' && found.size === 0 && (
        <p class="quiet" role="status">
          {tellRule('ui.searchNone', { search })}
        </p>
      )}
      {shown.map((rule) => {
        const at = rules.indexOf(rule);
        return (
          <RuleEditor
            key={rule.id}
            rule={rule}
            choices={choices}
            canTry={state.type === 'saved' && view.value?.obs.state === 'connected'}
            isAtFault={isAtFault(rule, at, isHeld, refused)}
            faultAt={faultsOf(rule, at, isHeld, refused)}
            trace={traces.find((trace) => trace.rule === rule.id) ?? null}
            isOpen={rule.id === open}
            onOpen={(isOpen) => onOpen(isOpen ? rule.id : null)}
            change={(part) => change(rule.id, part)}
            onCopy={() => onCopy(rule)}
            onRemove={() => {
              left.current = neighbourOf(
                shown.map(({ id }) => id),
                rule.id,
              );
              if (left.current === null) document.getElementById(ADD_RULE_ID)?.focus();
              onRemove(rule.id);
            }}
          />
        );
      })}
      {rules.length === 0 && <p class="quiet rules-empty">{say('scenes.rulesEmpty')}</p>}
    </>
  );
}

function focusRule(id: string): void {
  document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(id)}"] .rule-open`)?.focus();
}
