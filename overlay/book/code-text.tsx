import { TextField } from '../parts/field.tsx';
import { say } from './words.ts';

interface Props {
  typed: string;
  error: string | null;
  onType: (typed: string) => void;
}

/** Where a code that was heard or read in the live is typed, as it was spelled: nothing corrects it. */
export function CodeText({ typed, error, onType }: Props) {
  return (
    <TextField
      label={say('code.label')}
      hint={say('code.hint')}
      error={error}
      value={typed}
      maxLength={40}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
