import { tell } from '../model/editor-words.ts';
import { ReadField } from './read-field.tsx';

/** A currency by its three letters (ISO 4217), small or large. */
export function CurrencyField({ value, onValue }: { value: string; onValue: (currency: string) => void }) {
  return (
    <ReadField
      label={tell('set.currency')}
      wrong={tell('set.currencyHint')}
      maxLength={3}
      value={value}
      read={(text) => (/^[a-z]{3}$/i.test(text) ? { is: text.toUpperCase() } : null)}
      write={(currency) => currency}
      onValue={onValue}
    />
  );
}
