import type { SceneRule } from '../../../shared/scene-rules.ts';
import { Check } from '../../parts/field.tsx';
import { RULE_BOUNDS } from '../model/rule-numbers.ts';
import { tellRule } from '../model/rule-words.ts';
import { say } from '../model/words.ts';
import { NumberField } from './number-field.tsx';
import { Choice } from './rule-picks.tsx';

interface MannerProps {
  rule: SceneRule;
  change: (part: Partial<SceneRule>) => void;
}

/** How often it may act, before which others, and what it does in Studio Mode. */
export function Manner({ rule, change }: MannerProps) {
  const { cooldown, studioMode, repeats, crossesFences, priority } = rule;
  return (
    <div class="rule-group stack gap-2">
      <div class="rule-row-fields">
        <NumberField
          label={tellRule('ui.priority')}
          value={priority}
          bounds={RULE_BOUNDS.priority}
          onNumber={(next) => change({ priority: next })}
        />
        <NumberField
          label={say('scenes.cooldown')}
          value={cooldown.seconds}
          bounds={RULE_BOUNDS.cooldown}
          onNumber={(seconds) => change({ cooldown: { ...cooldown, seconds } })}
        />
        <Choice
          label={tellRule('ui.meanwhile')}
          value={cooldown.meanwhile}
          options={(['drop', 'merge', 'queue'] as const).map((word) => [word, tellRule(`ui.${word}`)])}
          onPick={(picked) => change({ cooldown: { ...cooldown, meanwhile: picked as typeof cooldown.meanwhile } })}
        />
        <Choice
          label={tellRule('ui.studioMode')}
          value={studioMode}
          options={(['stage', 'cut', 'skip'] as const).map((word) => [word, tellRule(`ui.${word}`)])}
          onPick={(picked) => change({ studioMode: picked as SceneRule['studioMode'] })}
        />
      </div>
      <div class="rule-checks">
        <Check
          label={tellRule('ui.repeats')}
          checked={repeats}
          onChange={(event) => change({ repeats: event.currentTarget.checked })}
        />
        <Check
          label={tellRule('ui.crossesFences')}
          checked={crossesFences}
          onChange={(event) => change({ crossesFences: event.currentTarget.checked })}
        />
      </div>
    </div>
  );
}
