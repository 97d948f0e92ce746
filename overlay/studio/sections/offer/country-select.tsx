import { useMemo } from 'preact/hooks';
import { countriesIn } from '../../../../shared/countries.ts';
import { SelectField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { tongue } from '../../model/words.ts';

interface Props {
  label: string;
  code: string;
  /** Left out of the list. */
  without?: ReadonlyArray<string>;
  error?: string | null;
  onChange: (code: string) => void;
}

export function CountrySelect({ label, code, without = [], error = null, onChange }: Props) {
  const language = tongue();
  const countries = useMemo(() => countriesIn(language), [language]);
  return (
    <SelectField label={label} value={code} error={error} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{word('where.choose')}</option>
      {countries
        .filter((country) => country.code === code || !without.includes(country.code))
        .map((country) => (
          <option key={country.code} value={country.code}>
            {country.name}
          </option>
        ))}
    </SelectField>
  );
}
