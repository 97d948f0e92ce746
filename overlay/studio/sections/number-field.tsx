import { useState } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';
import { type Bounds, boundsFault, readNumber } from '../model/bounds.ts';

interface NumberProps {
  label: string;
  /** NaN while what was typed is no number; null where it may be left out and is. */
  value: number | null;
  bounds: Bounds;
  /** Says what is wrong where that is more than its bounds. */
  error?: string | null;
  /** With each key, unless `isKeptAtOnce`. */
  onNumber: (value: number) => void;
  /** Half a number is not to be kept: it is told when the field is left. */
  isKeptAtOnce?: boolean;
  /** Where the field may be empty: what that means is done. */
  onNone?: () => void;
}

/**
 * A number as it is typed: one outside its bounds stays and says them once the field is left, and whoever keeps it must not save
 * it.
 */
export function NumberField(props: NumberProps) {
  const { label, value, bounds, error = null, onNumber, isKeptAtOnce = false, onNone } = props;
  const { least, most, whole } = bounds;
  const [isTyping, setTyping] = useState(false);
  const take = ({ currentTarget: { value: text, validity } }: { currentTarget: HTMLInputElement }) => {
    if (text === '' && onNone && !validity.badInput) onNone();
    else onNumber(readNumber(text));
  };
  return (
    <TextField
      label={label}
      type="number"
      min={least}
      max={most}
      step={whole ? 1 : 'any'}
      value={value === null || Number.isNaN(value) ? '' : String(value)}
      error={isTyping ? null : (error ?? (value === null ? null : boundsFault(value, bounds)))}
      onInput={(event) => {
        setTyping(true);
        if (!isKeptAtOnce) take(event);
      }}
      onChange={isKeptAtOnce ? take : undefined}
      onBlur={() => setTyping(false)}
    />
  );
}
