import { TextField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { completeLink } from '../../model/typed-link.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Whether the last save found that it is no address. */
  readonly wrong?: boolean;
  readonly error?: string | null;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly onLink: (link: string) => void;
}

/** A link of the creator's own; what is typed without `https://` gets it as the field is left. */
export function LinkField({ label, value, wrong, error = null, hint, placeholder = 'https://', onLink }: Props) {
  return (
    <TextField
      label={label}
      hint={hint}
      type="url"
      placeholder={placeholder}
      maxLength={2000}
      value={value}
      error={wrong ? word('linkNeed') : error}
      onInput={(event) => onLink(event.currentTarget.value)}
      onBlur={(event) => onLink(completeLink(event.currentTarget.value))}
    />
  );
}
