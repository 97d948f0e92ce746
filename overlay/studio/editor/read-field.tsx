import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';

interface Props<T> {
  label: string;
  hint?: string;
  /** What to say while what is typed cannot be read. */
  wrong: string;
  value: T;
  /** Null for what is not one. */
  read: (text: string) => { readonly is: T } | null;
  write: (value: T) => string;
  onValue: (value: T) => void;
  maxLength?: number;
}

/** A field whose text is read: it changes its thing only once it can be. */
export function ReadField<T>({ label, hint, wrong, value, read, write, onValue, maxLength }: Props<T>) {
  const written = write(value);
  const [text, setText] = useState(written);
  useEffect(() => {
    setText((typed) => {
      const known = read(typed);
      return known && write(known.is) === written ? typed : written;
    });
  }, [written]);
  return (
    <TextField
      label={label}
      {...(hint ? { hint } : {})}
      {...(maxLength ? { maxLength } : {})}
      error={read(text) ? null : wrong}
      value={text}
      onInput={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        const known = read(next);
        if (known && write(known.is) !== written) onValue(known.is);
      }}
      onBlur={() => setText(written)}
    />
  );
}
