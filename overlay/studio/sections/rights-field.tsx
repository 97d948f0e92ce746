import { RIGHTS, type Right } from '../../../shared/rights.ts';
import { Check } from '../../parts/field.tsx';
import { tellPeople } from '../model/people-words.ts';

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
