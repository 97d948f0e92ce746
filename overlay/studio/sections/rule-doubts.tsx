import type { SceneRule } from '../../../shared/scene-rules.ts';
import { Notice } from '../../parts/surface.tsx';
import { conditionWords } from '../model/condition-words.ts';
import { doubtsOf, type RuleDoubt } from '../model/rule-doubts.ts';
import { tellRule } from '../model/rule-words.ts';
import { view } from '../model/state.ts';

interface DoubtsProps {
  rule: SceneRule;
  rules: ReadonlyArray<SceneRule>;
  nameOf: (id: string) => string;
}

/** What will come of the rule that nobody can have meant; it can be saved all the same. */
export function RuleDoubts({ rule, rules, nameOf }: DoubtsProps) {
  return doubtsOf(rule, rules, view.value?.automation.fences ?? []).map((doubt) => (
    <Notice key={doubt.type} tone="warning" title={tellRule(`doubt.${doubt.type}`)}>
      <p class="small">{textOf(doubt, nameOf)}</p>
    </Notice>
  ));
}

function textOf(doubt: RuleDoubt, nameOf: (id: string) => string): string {
  switch (doubt.type) {
    case 'own-scene':
      return tellRule('doubt.own-sceneText', { scene: doubt.scene });
    case 'ends-itself':
      return tellRule('doubt.ends-itselfText', { scene: doubt.scene });
    case 'circle':
      return tellRule('doubt.circleText', { rules: doubt.via.map(nameOf).join(', ') });
    case 'never':
      return tellRule('doubt.neverText', { one: conditionWords(doubt.one), other: conditionWords(doubt.other) });
    default:
      return tellRule(`doubt.${doubt.type}Text`);
  }
}
