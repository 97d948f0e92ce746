import { SHOW_HOURS } from '../../../shared/people.ts';
import { SelectField } from '../../parts/field.tsx';
import { tellPeople } from '../model/people-words.ts';
import { say } from '../model/words.ts';

const HOURS = [3, 6, 12, 24, 72, 168, 720];

/** For how many hours from now somebody is let in, or for one show; null: until revoked. `kept`: as long as before. */
export type Hours = number | null | 'show' | 'kept';

/** `kept`: the words for leaving it as it is, where there is a before. */
export function HoursField(props: { label: string; hours: Hours; kept?: string; onChange: (hours: Hours) => void }) {
  const { label, hours, kept, onChange } = props;
  return (
    <SelectField
      label={label}
      value={String(hours ?? '')}
      hint={hours === 'show' ? tellPeople('oneShowHint', { count: SHOW_HOURS / 24 }) : undefined}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange(value === 'kept' || value === 'show' ? value : value === '' ? null : Number(value));
      }}
    >
      {kept !== undefined && <option value="kept">{kept}</option>}
      <option value="show">{tellPeople('oneShow')}</option>
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
  return hours < 48 ? say('desk.hoursOf', { count: hours }) : say('desk.daysOf', { count: hours / 24 });
}
