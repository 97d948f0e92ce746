import { SelectField } from '../../parts/field.tsx';

interface Props<T extends string> {
  label: string;
  hint?: string;
  value: T;
  choices: ReadonlyArray<T>;
  name: (choice: T) => string;
  onChoose: (choice: T) => void;
}

/** One of a few words of the schema, each by its name in the reader's language. */
export function ChoiceField<T extends string>({ label, hint, value, choices, name, onChoose }: Props<T>) {
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((each) => each === event.currentTarget.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {choices.map((each) => (
        <option key={each} value={each}>
          {name(each)}
        </option>
      ))}
    </SelectField>
  );
}
