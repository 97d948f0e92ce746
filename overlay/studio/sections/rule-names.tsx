import { useId } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';
import { tellRule } from '../model/rule-words.ts';

interface NameProps {
  label: string;
  value: string;
  /** What there is; another name can be typed: OBS may be closed or show another collection, a gift be new. */
  names: ReadonlyArray<string>;
  /** OBS is known not to have the name that stands there. */
  isMissing: boolean;
  error: string | null;
  onName: (name: string) => void;
}

/** A name of OBS or of a gift: chosen from what there is, or typed. One that it does not have is said, and taken all the same. */
export function NamePick({ label, value, names, isMissing, error, onName }: NameProps) {
  const list = useId();
  return (
    <>
      <TextField
        label={label}
        value={value}
        maxLength={200}
        error={error}
        hint={isMissing ? tellRule('ui.notInObs') : undefined}
        list={`${list}-names`}
        autocomplete="off"
        onInput={(event) => onName(event.currentTarget.value)}
      />
      <datalist id={`${list}-names`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
