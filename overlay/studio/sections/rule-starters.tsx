import { Plus } from 'lucide';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { Button } from '../../parts/button.tsx';
import { STARTERS, type Starter, sceneButtons } from '../model/rule-starters.ts';
import { tellRule } from '../model/rule-words.ts';
import { listed } from '../model/spoken-numbers.ts';
import { view } from '../model/state.ts';

interface StartersProps {
  rules: ReadonlyArray<SceneRule>;
  scenes: ReadonlyArray<string>;
  onStart: (starter: Starter, name: string) => void;
  onButtons: (buttons: SceneRule[]) => void;
}

/** What most shows want, each ready at a press. Buttons are offered while a scene is without one. */
export function RuleStarters({ rules, scenes, onStart, onButtons }: StartersProps) {
  const fences = view.value?.automation.fences ?? [];
  const buttons = sceneButtons(rules, scenes, fences, () => crypto.randomUUID());
  const fenced = scenes.filter((scene) => fences.includes(scene));
  return (
    <fieldset class="rule-starters">
      <legend class="field-label">{tellRule('ui.starters')}</legend>
      {STARTERS.map((starter) => {
        const name = tellRule(`starter.${starter}`);
        return (
          <Button key={starter} icon={Plus} onClick={() => onStart(starter, name)}>
            {name}
          </Button>
        );
      })}
      {buttons.length > 0 && (
        <Button icon={Plus} onClick={() => onButtons(buttons)}>
          {tellRule('starter.buttons')}
        </Button>
      )}
      {buttons.length > 0 && fenced.length > 0 && (
        <p class="quiet small">{tellRule('starter.noButton', { scenes: listed(fenced, 'conjunction') })}</p>
      )}
    </fieldset>
  );
}
