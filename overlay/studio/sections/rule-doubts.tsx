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
  const allowed = view.value?.automation;
  if (!allowed) return null;
  return doubtsOf(rule, rules, allowed).map((doubt) => (
    <Notice key={`${doubt.type} ${'of' in doubt ? doubt.of : ''}`} tone="warning" title={titleOf(doubt)}>
      <p class="small">{textOf(doubt, nameOf)}</p>
    </Notice>
  ));
}

function titleOf(doubt: RuleDoubt): string {
  return tellRule(doubt.type === 'not-allowed' ? `doubt.not-allowed_${doubt.of}` : `doubt.${doubt.type}`);
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
    case 'no-fence':
      return tellRule(view.value?.obs.scenes.length ? 'doubt.no-fenceText' : 'doubt.no-fenceObsText');
    case 'not-allowed':
      return tellRule('doubt.not-allowedText', {
        tick: tellRule(doubt.of === 'stream' ? 'ui.mayStream' : 'ui.mayRecord'),
      });
    default:
      return tellRule(`doubt.${doubt.type}Text`);
  }
}
