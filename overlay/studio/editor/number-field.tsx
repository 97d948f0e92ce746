import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';
import { tell } from '../model/editor-words.ts';

interface Props {
  label: string;
  hint?: string;
  value: number;
  least: number;
  most: number;
  step?: number;
  onValue: (value: number) => void;
}

/** A whole number that changes its thing as soon as it is one in range; until then it stays as it was typed and says what it takes. */
export function NumberField({ label, hint, value, least, most, step = 1, onValue }: Props) {
  const [text, setText] = useState(String(value));
  useEffect(() => {
    // Undo, a drag or another field changed it: what is typed here and means the same stays as it was typed.
    setText((typed) => (typed.trim() !== '' && Number(typed) === value ? typed : String(value)));
  }, [value]);
  const typed = Number(text);
  const sound = text.trim() !== '' && Number.isInteger(typed) && typed >= least && typed <= most;
  function type(next: string): void {
    setText(next);
    const number = Number(next);
    if (next.trim() === '' || !Number.isInteger(number) || number < least || number > most) return;
    if (number !== value) onValue(number);
  }
  return (
    <TextField
      label={label}
      hint={hint}
      error={sound ? null : tell('number.range', { least, most })}
      type="number"
      min={least}
      max={most}
      step={step}
      value={text}
      onInput={(event) => type(event.currentTarget.value)}
      onBlur={() => text.trim() === '' && setText(String(value))}
    />
  );
}
