import { Plus } from 'lucide';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { Button } from '../../parts/button.tsx';
import { STARTERS, type Starter, sceneButtons } from '../model/rule-starters.ts';
import { tellRule } from '../model/rule-words.ts';

interface StartersProps {
  rules: ReadonlyArray<SceneRule>;
  scenes: ReadonlyArray<string>;
  onStart: (starter: Starter, name: string) => void;
  onButtons: (buttons: SceneRule[]) => void;
}

/** What most shows want, each ready at a press. Buttons are offered while a scene is without one. */
export function RuleStarters({ rules, scenes, onStart, onButtons }: StartersProps) {
  const buttons = sceneButtons(rules, scenes, () => crypto.randomUUID());
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
    </fieldset>
  );
}
