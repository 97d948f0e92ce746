import { TextField } from '../../parts/field.tsx';

/** The schema's bound for every text on the stage. */
const LONGEST_LINE = 200;

interface Props {
  label: string;
  value: string;
  onValue: (text: string) => void;
}

/** A line of text on the stage. */
export function LineField({ label, value, onValue }: Props) {
  return (
    <TextField
      label={label}
      dir="auto"
      maxLength={LONGEST_LINE}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
}
