import { SelectField, TextField } from '../../parts/field.tsx';
import { partWords } from '../model/condition-words.ts';
import { tellRule } from '../model/rule-words.ts';
import { type StageParts, stageParts } from '../model/stage-parts.ts';
import { say } from '../model/words.ts';

/**
 * A scene that OBS does not have now stays chosen: OBS may be closed, or show another collection. While no scene is known at
 * all, its name is typed.
 */
export function ScenePick(props: {
  label: string;
  value: string;
  scenes: ReadonlyArray<string>;
  none?: string;
  error?: string | null;
  onPick: (scene: string) => void;
}) {
  const { label, value, scenes, none = say('scenes.sceneNone'), error = null, onPick } = props;
  if (scenes.length === 0) {
    return (
      <TextField
        {...{ label, value, error }}
        hint={tellRule('ui.sceneTyped')}
        maxLength={200}
        autocomplete="off"
        onInput={(event) => onPick(event.currentTarget.value)}
      />
    );
  }
  const missing = value !== '' && !scenes.includes(value);
  const options = [
    ['', none] as const,
    ...(missing ? [[value, say('scenes.sceneMissing', { scene: value })] as const] : []),
    ...scenes.map((scene) => [scene, scene] as const),
  ];
  return <Choice label={label} value={value} options={options} error={error} onPick={onPick} />;
}

/** A goal or a layout of a stage. One that no stage has stays chosen, by its id. */
export function PartPick(props: {
  kind: keyof StageParts;
  label: string;
  value: string;
  error: string | null;
  onPick: (id: string) => void;
}) {
  const { kind, label, value, error, onPick } = props;
  const ids = stageParts.value[kind].map(({ id }) => id);
  const options = [
    ['', tellRule(kind === 'goal' ? 'ui.anyGoal' : 'ui.byScene')] as const,
    ...(value === '' || ids.includes(value) ? [] : [[value, value] as const]),
    ...ids.map((id) => [id, partWords(kind, id)] as const),
  ];
  return <Choice label={label} value={value} options={options} error={error} onPick={onPick} />;
}

export function Choice(props: {
  label: string;
  value: string;
  options: ReadonlyArray<readonly [value: string, word: string]>;
  error?: string | null;
  onPick: (value: string) => void;
}) {
  const { label, value, options, error = null, onPick } = props;
  return (
    <SelectField label={label} value={value} error={error} onChange={(event) => onPick(event.currentTarget.value)}>
      {options.map(([each, word]) => (
        <option key={each} value={each}>
          {word}
        </option>
      ))}
    </SelectField>
  );
}
