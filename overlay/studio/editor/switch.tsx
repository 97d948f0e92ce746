import { Check } from '../../parts/field.tsx';

interface Props {
  label: string;
  hint?: string;
  on: boolean;
  onTurn: (on: boolean) => void;
}

/** A setting that is on or off. */
export function Switch({ label, hint, on, onTurn }: Props) {
  return (
    <Check
      look="switch"
      label={label}
      hint={hint}
      checked={on}
      onChange={(event) => onTurn(event.currentTarget.checked)}
    />
  );
}
