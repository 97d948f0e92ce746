import { Plus, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { SceneRule } from '../../../shared/scenes.ts';
import { ask } from '../../parts/ask.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import { type Draft, draftOf } from '../model/draft.ts';
import { changeRule, lacking, newRule, removeRule, within } from '../model/rule-draft.ts';
import { view } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';
import { SaveState } from './save-state.tsx';

/** The scene rules, each as a sentence that follows its fields, kept as they change. */
export function Rules() {
  const [draft] = useState(() =>
    draftOf<SceneRule[]>({
      initial: view.value?.rules ?? [],
      save: (rules) => ask('PUT', '/scene-rules', rules),
      missing: lacking,
    }),
  );
  const rules = draft.value.value;
  const scenes = view.value?.obs.scenes ?? [];
  return (
    <section class="card stack" aria-label={say('scenes.rules')}>
      <div class="apart">
        <div>
          <h2>{say('scenes.rules')}</h2>
          <p class="quiet small">{say('scenes.rulesText')}</p>
        </div>
        <Button
          icon={Plus}
          onClick={() => draft.edit([...rules, newRule(crypto.randomUUID(), say('scenes.newName'), scenes)])}
        >
          {say('scenes.add')}
        </Button>
      </div>
      {rules.length === 0 && <p class="quiet rules-empty">{say('scenes.rulesEmpty')}</p>}
      {rules.map((rule) => (
        <RuleEditor key={rule.id} rule={rule} scenes={scenes} draft={draft} />
      ))}
      <SaveState draft={draft} names={(path) => say(path === 'scene' ? 'scenes.scene' : 'scenes.name')} />
    </section>
  );
}

interface EditorProps {
  rule: SceneRule;
  scenes: ReadonlyArray<string>;
  draft: Draft<SceneRule[]>;
}

function RuleEditor({ rule, scenes, draft }: EditorProps) {
  const change = (part: Partial<SceneRule>) => draft.edit(changeRule(draft.value.peek(), rule.id, part));
  return (
    <fieldset class="rule-editor stack gap-3" data-rule={rule.id}>
      <legend class="unseen">{rule.name}</legend>
      <div class="apart">
        <p class="rule-sentence">{sentence(rule)}</p>
        <IconButton
          icon={Trash2}
          label={say('scenes.remove')}
          onClick={() => draft.edit(removeRule(draft.value.peek(), rule.id))}
        />
      </div>
      <div class="rule-fields">
        <TextField
          label={say('scenes.name')}
          value={rule.name}
          maxLength={120}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
        <ScenePick rule={rule} scenes={scenes} onPick={(scene) => change({ show: { ...rule.show, scene } })} />
        <RuleNumbers rule={rule} change={change} />
        <Check
          look="switch"
          label={say('scenes.enabled')}
          checked={rule.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}

function RuleNumbers({ rule, change }: { rule: SceneRule; change: (part: Partial<SceneRule>) => void }) {
  const { diamonds } = rule.when;
  const { holdSeconds } = rule.show;
  return (
    <>
      <TextField
        label={say('scenes.worth')}
        type="number"
        min={1}
        value={String(diamonds)}
        onChange={(event) =>
          change({
            when: { ...rule.when, diamonds: Math.trunc(within(event.currentTarget.value, diamonds, 1, 100_000_000)) },
          })
        }
      />
      <TextField
        label={say('scenes.hold')}
        type="number"
        min={0.5}
        step={0.5}
        value={String(holdSeconds)}
        onChange={(event) =>
          change({ show: { ...rule.show, holdSeconds: within(event.currentTarget.value, holdSeconds, 0.5, 3600) } })
        }
      />
      <TextField
        label={say('scenes.cooldown')}
        type="number"
        min={0}
        value={String(rule.cooldownSeconds)}
        onChange={(event) =>
          change({ cooldownSeconds: within(event.currentTarget.value, rule.cooldownSeconds, 0, 86_400) })
        }
      />
    </>
  );
}

/** A scene that OBS does not have now stays chosen: OBS may be closed, or show another collection. */
function ScenePick({
  rule,
  scenes,
  onPick,
}: {
  rule: SceneRule;
  scenes: ReadonlyArray<string>;
  onPick: (scene: string) => void;
}) {
  const { scene } = rule.show;
  return (
    <SelectField label={say('scenes.scene')} value={scene} onChange={(event) => onPick(event.currentTarget.value)}>
      <option value="">{say('scenes.sceneNone')}</option>
      {scene !== '' && !scenes.includes(scene) && (
        <option value={scene}>{say('scenes.sceneMissing', { scene })}</option>
      )}
      {scenes.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </SelectField>
  );
}

function sentence(rule: SceneRule): string {
  const count = (value: number) => new Intl.NumberFormat(tongue()).format(value);
  return say(rule.cooldownSeconds > 0 ? 'scenes.sentenceCooldown' : 'scenes.sentence', {
    diamonds: count(rule.when.diamonds),
    scene: rule.show.scene || say('scenes.anyScene'),
    seconds: count(rule.show.holdSeconds),
    cooldown: count(rule.cooldownSeconds),
  });
}
