import { SelectField } from '../../parts/field.tsx';
import { say } from '../model/words.ts';

/** A scene that OBS does not have now stays chosen: OBS may be closed, or show another collection. */
export function ScenePick(props: {
  label: string;
  value: string;
  scenes: ReadonlyArray<string>;
  none?: string;
  error?: string | null;
  onPick: (scene: string) => void;
}) {
  const { label, value, scenes, none = say('scenes.sceneNone'), error = null, onPick } = props;
  const missing = value !== '' && !scenes.includes(value);
  const options = [
    ['', none] as const,
    ...(missing ? [[value, say('scenes.sceneMissing', { scene: value })] as const] : []),
    ...scenes.map((scene) => [scene, scene] as const),
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
