import { useState } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';
import { readAmount, writeAmount } from '../model/fields.ts';
import { tongue } from '../model/words.ts';

interface AmountProps {
  label: string;
  /** In the smallest unit of the currency; NaN while what was typed is no amount. */
  minor: number;
  currency: string;
  error: string | null;
  onMinor: (minor: number) => void;
}

/** Money in the units that people name it by. What is no amount stays as it was typed, and is said once the field is left. */
export function AmountField({ label, minor, currency, error, onMinor }: AmountProps) {
  const [typed, setTyped] = useState('');
  const [isTyping, setTyping] = useState(false);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={Number.isNaN(minor) ? typed : writeAmount({ minor, currency }, tongue())}
      error={isTyping ? null : error}
      onInput={(event) => {
        setTyping(true);
        setTyped(event.currentTarget.value);
        onMinor(readAmount(event.currentTarget.value, currency)?.minor ?? Number.NaN);
      }}
      onBlur={() => setTyping(false)}
    />
  );
}
