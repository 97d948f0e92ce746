import { TextField } from '../../parts/field.tsx';
import { type Bounds, boundsFault, readNumber } from '../model/bounds.ts';

interface NumberProps {
  label: string;
  /** NaN while what was typed is no number; null where it may be left out and is. */
  value: number | null;
  bounds: Bounds;
  /** Says what is wrong where that is more than its bounds. */
  error?: string | null;
  onNumber: (value: number) => void;
  /** Where the field may be empty: what that means is done. */
  onNone?: () => void;
}

/** A number as it is typed: one outside its bounds stays and says them, and whoever keeps it must not save it. */
export function NumberField({ label, value, bounds, error = null, onNumber, onNone }: NumberProps) {
  const { least, most, whole } = bounds;
  return (
    <TextField
      label={label}
      type="number"
      min={least}
      max={most}
      step={whole ? 1 : 'any'}
      value={value === null || Number.isNaN(value) ? '' : String(value)}
      error={error ?? (value === null ? null : boundsFault(value, bounds))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        if (text === '' && onNone && !event.currentTarget.validity.badInput) onNone();
        else onNumber(readNumber(text));
      }}
    />
  );
}
