import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { SceneAutomation } from '../../../shared/scene-rules.ts';
import { ask } from '../../parts/ask.ts';
import { Check } from '../../parts/field.tsx';
import { followedDraft, type Revised } from '../model/followed-draft.ts';
import { AUTOMATION_BOUNDS, automationFaults } from '../model/rule-numbers.ts';
import { tellRule } from '../model/rule-words.ts';
import { view } from '../model/state.ts';
import { NumberField } from './number-field.tsx';
import { FollowedState } from './overtaken.tsx';
import { Choice, ScenePick } from './rule-picks.tsx';

/** What holds for all rules: fences, rest, the pause after a hand on the scene, and what rules may start. */
export function AllRules() {
  const [draft] = useState(() => {
    const initial = automationThere();
    const put = (value: SceneAutomation, upon: string) =>
      ask('PUT', '/scene-automation', value, { 'if-match': `"${upon}"` });
    const missing = (value: SceneAutomation) => automationFaults(value).map(({ word }) => word);
    return initial ? followedDraft({ initial, put, missing }) : null;
  });
  useSignalEffect(() => {
    const there = automationThere();
    if (there) draft?.meet(there);
  });
  if (!draft) return null;
  const how = draft.value.value;
  const change = (part: Partial<SceneAutomation>) => draft.edit({ ...draft.value.peek(), ...part });
  return (
    <section class="card stack all-rules" aria-label={tellRule('ui.all')}>
      <h2>{tellRule('ui.all')}</h2>
      <Fences how={how} change={change} />
      <HandFields how={how} change={change} />
      <div class="rule-checks">
        <Check
          label={tellRule('ui.resumeOnStream')}
          checked={how.resumeOnStream}
          onChange={(event) => change({ resumeOnStream: event.currentTarget.checked })}
        />
        <Check
          label={tellRule('ui.mayStream')}
          checked={how.mayStream}
          onChange={(event) => change({ mayStream: event.currentTarget.checked })}
        />
        <Check
          label={tellRule('ui.mayRecord')}
          checked={how.mayRecord}
          onChange={(event) => change({ mayRecord: event.currentTarget.checked })}
        />
      </div>
      <FollowedState draft={draft} names={(word) => tellRule(`ui.${word}` as 'ui.restAll')} />
    </section>
  );
}

function automationThere(): Revised<SceneAutomation> | null {
  const current = view.value;
  return current && { value: current.automation, revision: current.ruleRevisions.automation };
}

interface PartProps {
  how: SceneAutomation;
  change: (part: Partial<SceneAutomation>) => void;
}

/** A fence around a scene that OBS does not have now stays, and can be taken away. */
function Fences({ how, change }: PartProps) {
  const scenes = [...new Set([...(view.value?.obs.scenes ?? []), ...how.fences])];
  if (scenes.length === 0) return <p class="quiet small">{tellRule('ui.fencesNone')}</p>;
  const fence = (scene: string, on: boolean) =>
    change({ fences: on ? [...how.fences, scene] : how.fences.filter((each) => each !== scene) });
  return (
    <fieldset class="rule-fences">
      <legend class="field-label">{tellRule('ui.fences')}</legend>
      {scenes.map((scene) => (
        <Check
          key={scene}
          label={scene}
          checked={how.fences.includes(scene)}
          onChange={(event) => fence(scene, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}

function HandFields({ how, change }: PartProps) {
  const scenes = view.value?.obs.scenes ?? [];
  return (
    <div class="rule-row-fields">
      <NumberField
        label={tellRule('ui.restAll')}
        value={how.cooldownSeconds}
        bounds={AUTOMATION_BOUNDS.restAll}
        isKeptAtOnce
        onNumber={(cooldownSeconds) => change({ cooldownSeconds })}
      />
      <Choice
        label={tellRule('ui.pauseOn')}
        value={how.pauseOn}
        options={[
          ['any-change', tellRule('ui.pauseAny')],
          ['hold', tellRule('ui.pauseHold')],
        ]}
        onPick={(picked) => change({ pauseOn: picked as SceneAutomation['pauseOn'] })}
      />
      <NumberField
        label={tellRule('ui.pauseSeconds')}
        value={how.pauseSeconds}
        bounds={AUTOMATION_BOUNDS.pauseSeconds}
        isKeptAtOnce
        onNumber={(pauseSeconds) => change({ pauseSeconds })}
        onNone={() => change({ pauseSeconds: null })}
      />
      <ScenePick
        label={tellRule('ui.resumeScene')}
        value={how.resumeScene ?? ''}
        scenes={scenes}
        none={tellRule('ui.noScene')}
        onPick={(scene) => change({ resumeScene: scene || null })}
      />
    </div>
  );
}
