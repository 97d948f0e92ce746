import { ChevronDown, ChevronRight, Copy, Play, Trash2 } from 'lucide';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { RuleAsked, RuleTrace } from '../../../shared/scenes.ts';
import { Button } from '../../parts/button.tsx';
import { Check, TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useAct } from '../model/act.ts';
import { askedWords } from '../model/act-words.ts';
import { refusalText } from '../model/refused.tsx';
import type { FaultAt } from '../model/rule-faults.ts';
import { ruleSentence } from '../model/rule-sentence.ts';
import { tellRule } from '../model/rule-words.ts';
import { say } from '../model/words.ts';
import { RuleDoubts } from './rule-doubts.tsx';
import { Groups } from './rule-groups.tsx';
import { Manner } from './rule-manner.tsx';
import type { RowChoices } from './rule-rows.tsx';
import { RuleStanding } from './rule-standing.tsx';
import { Steps } from './rule-steps.tsx';
import { TraceOf } from './rule-trace.tsx';

interface EditorProps {
  rule: SceneRule;
  choices: RowChoices;
  trace: RuleTrace | null;
  /** It keeps the list from being saved. */
  isAtFault: boolean;
  faultAt: FaultAt;
  isOpen: boolean;
  /** It is kept as it stands here, and OBS is there. */
  canTry: boolean;
  onOpen: (isOpen: boolean) => void;
  change: (part: Partial<SceneRule>) => void;
  onCopy: () => void;
  onRemove: () => void;
}

/** One rule: its name, sentence, switch and how it stands; opened, what it waits for, what it does, and what became of it. */
export function RuleEditor(props: EditorProps) {
  const { rule, choices, trace, isAtFault, isOpen, onOpen, change } = props;
  const nameOf = (id: string) => choices.rules.find((each) => each.id === id)?.name ?? id;
  return (
    <fieldset class="rule-editor stack" data-rule={rule.id} data-off={rule.enabled ? undefined : ''}>
      <legend class="unseen">{rule.name}</legend>
      <div class="rule-head">
        <button type="button" class="rule-open" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          <Icon node={isOpen ? ChevronDown : ChevronRight} size={20} />
          <span>{rule.name.trim() === '' ? tellRule('ui.noName') : rule.name}</span>
        </button>
        <Check
          look="switch"
          label={say('scenes.enabled')}
          checked={rule.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
      </div>
      <div class="rule-said">
        <p class="rule-sentence">{ruleSentence(rule, nameOf)}</p>
        <RuleStanding rule={rule} trace={trace} isAtFault={isAtFault} nameOf={nameOf} />
      </div>
      <RuleDoubts rule={rule} rules={choices.rules} nameOf={nameOf} />
      {isOpen && <RuleBody {...props} nameOf={nameOf} />}
    </fieldset>
  );
}

function RuleBody(props: EditorProps & { nameOf: (id: string) => string }) {
  const { rule, choices, trace, faultAt, canTry, change, onCopy, onRemove, nameOf } = props;
  return (
    <div class="rule-body stack gap-3">
      <TextField
        label={say('scenes.name')}
        value={rule.name}
        error={faultAt('name')}
        maxLength={120}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <Groups when={rule.when} choices={choices} faultAt={faultAt} onChange={(when) => change({ when })} />
      <Steps
        rule={rule.id}
        actions={rule.actions}
        choices={choices}
        faultAt={faultAt}
        onChange={(actions) => change({ actions })}
      />
      <Manner rule={rule} change={change} />
      <TraceOf trace={trace} rule={rule} nameOf={nameOf} />
      <div class="row gap-2">
        <Button size="small" icon={Copy} onClick={onCopy}>
          {tellRule('ui.copy')}
        </Button>
        <Button size="small" icon={Trash2} onClick={onRemove}>
          {say('scenes.remove')}
        </Button>
        <TryIt rule={rule.id} canTry={canTry} />
      </div>
    </div>
  );
}

/** Does what the rule says, on air, and says beside the button what came of it. */
function TryIt({ rule, canTry }: { rule: string; canTry: boolean }) {
  const act = useAct<RuleAsked>();
  return (
    <>
      <Button
        size="small"
        icon={Play}
        disabled={!canTry || act.busy}
        onClick={() => void act.run('POST', `/scene-rules/${encodeURIComponent(rule)}/try`)}
      >
        {tellRule('ui.tryIt')}
      </Button>
      <span class="rule-tried small" role="status">
        {act.refused && refusalText(act.refused)}
        {act.state.type === 'done' && askedWords(act.state.value)}
      </span>
    </>
  );
}
