import { SelectField } from '../../parts/field.tsx';
import { tellPeople } from '../model/people-words.ts';

interface DaysProps {
  label: string;
  hint: string;
  offered: ReadonlyArray<number>;
  days: number;
  busy: boolean;
  choose: (days: number) => void;
}

/** For how many days something is kept. */
export function DaysField({ label, hint, offered, days, busy, choose }: DaysProps) {
  // A script may have set another.
  const choices = [...new Set([...offered, days])].sort((a, b) => a - b);
  return (
    <SelectField
      label={label}
      hint={hint}
      value={String(days)}
      disabled={busy}
      onChange={(event) => choose(Number(event.currentTarget.value))}
    >
      {choices.map((each) => (
        <option key={each} value={String(each)}>
          {tellPeople('days', { count: each })}
        </option>
      ))}
    </SelectField>
  );
}
