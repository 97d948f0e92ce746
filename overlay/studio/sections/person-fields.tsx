import type { ComponentChildren } from 'preact';
import { RIGHTS, type Right } from '../../../shared/rights.ts';
import { Check, SelectField } from '../../parts/field.tsx';
import { tellPeople } from '../model/people-words.ts';
import { say } from '../model/words.ts';

/** What somebody may see and do, a tick each. */
export function RightsField(props: { rights: ReadonlyArray<Right>; onChange: (rights: ReadonlyArray<Right>) => void }) {
  const { rights, onChange } = props;
  return (
    <fieldset class="stack gap-2">
      <legend class="field-label">{tellPeople('rights')}</legend>
      {RIGHTS.map((right) => (
        <Check
          key={right}
          label={tellPeople(`right.${right}`)}
          checked={rights.includes(right)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...rights, right] : rights.filter((one) => one !== right))
          }
        />
      ))}
    </fieldset>
  );
}

const HOURS = [3, 6, 12, 24, 72, 168, 720];
const KEPT = 'kept';

interface HoursProps {
  /** From now on; null: until revoked; undefined: as the first choice says. */
  value: number | null | undefined;
  onChange: (hours: number | null | undefined) => void;
  /** The choice that changes nothing, where there is such. */
  children?: ComponentChildren;
}

/** How long somebody may stay. */
export function HoursField({ value, onChange, children }: HoursProps) {
  return (
    <SelectField
      label={say('desk.hours')}
      value={value === undefined ? KEPT : String(value ?? '')}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(chosen === KEPT ? undefined : chosen === '' ? null : Number(chosen));
      }}
    >
      {children && <option value={KEPT}>{children}</option>}
      {HOURS.map((each) => (
        <option key={each} value={String(each)}>
          {each < 48 ? say('desk.hoursOf', { count: each }) : say('desk.daysOf', { count: each / 24 })}
        </option>
      ))}
      <option value="">{tellPeople('forever')}</option>
    </SelectField>
  );
}
