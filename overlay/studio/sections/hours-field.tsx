import { SelectField } from '../../parts/field.tsx';
import { tellPeople } from '../model/people-words.ts';
import { say } from '../model/words.ts';

const HOURS = [3, 6, 12, 24, 72, 168, 720];
/** With what is left to answer after it. */
const ONE_SHOW = 12;

/** For how many hours from now somebody is let in; null: until revoked. `kept`: as long as before. */
export type Hours = number | null | 'kept';

/** `kept`: the words for leaving it as it is, where there is a before. */
export function HoursField(props: { label: string; hours: Hours; kept?: string; onChange: (hours: Hours) => void }) {
  const { label, hours, kept, onChange } = props;
  return (
    <SelectField
      label={label}
      value={String(hours ?? '')}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange(value === 'kept' ? value : value === '' ? null : Number(value));
      }}
    >
      {kept !== undefined && <option value="kept">{kept}</option>}
      {HOURS.map((each) => (
        <option key={each} value={String(each)}>
          {lengthWord(each)}
        </option>
      ))}
      <option value="">{tellPeople('forever')}</option>
    </SelectField>
  );
}

function lengthWord(hours: number): string {
  if (hours === ONE_SHOW) return tellPeople('oneShow', { count: hours });
  return hours < 48 ? say('desk.hoursOf', { count: hours }) : say('desk.daysOf', { count: hours / 24 });
}
