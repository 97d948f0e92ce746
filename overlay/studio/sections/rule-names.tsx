import { useId } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';

interface NameProps {
  label: string;
  value: string;
  /** What OBS has; another name can be typed, as OBS may be closed or show another collection. */
  names: ReadonlyArray<string>;
  error: string | null;
  onName: (name: string) => void;
}

/** A name of OBS: chosen from what it has, or typed. */
export function NamePick({ label, value, names, error, onName }: NameProps) {
  const list = useId();
  return (
    <>
      <TextField
        label={label}
        value={value}
        maxLength={200}
        error={error}
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
