import { SelectField, TextField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { faultOf } from '../../model/refused.tsx';
import { Fold } from './fold.tsx';
import { LinkField } from './link-field.tsx';
import type { PartProps } from './part.ts';

const PLACES = ['video', 'chat', 'on-site', 'phone'] as const;

/** Where the appointment takes place, with the one field that the place needs. */
export function PlaceFold(props: PartProps) {
  const { fields, change, wrong, refused } = props;
  const state = [word(`place.types.${fields.place}`), fields.place === 'on-site' ? fields.area : ''];
  return (
    <Fold
      title={word('place.title')}
      state={state.filter(Boolean).join(' · ')}
      wrong={wrong.includes('area') || wrong.includes('joinUrl') || faultOf(refused, 'place') !== null}
    >
      <div class="two-tight">
        <SelectField
          label={word('place.type')}
          value={fields.place}
          onChange={(event) => change({ place: PLACES.find((each) => each === event.currentTarget.value) ?? 'video' })}
        >
          {PLACES.map((place) => (
            <option key={place} value={place}>
              {word(`place.types.${place}`)}
            </option>
          ))}
        </SelectField>
        <PlaceField {...props} />
      </div>
    </Fold>
  );
}

function PlaceField({ fields, change, wrong, refused }: PartProps) {
  const error = faultOf(refused, 'place');
  if (fields.place === 'video') {
    return (
      <LinkField
        label={word('place.joinUrl')}
        hint={word('place.joinUrlHint')}
        value={fields.joinUrl}
        wrong={wrong.includes('joinUrl')}
        error={error}
        onLink={(joinUrl) => change({ joinUrl })}
      />
    );
  }
  if (fields.place === 'on-site') {
    return (
      <TextField
        label={word('place.area')}
        hint={word('place.areaHint')}
        value={fields.area}
        maxLength={200}
        error={wrong.includes('area') ? word('place.needArea') : error}
        onInput={(event) => change({ area: event.currentTarget.value })}
      />
    );
  }
  if (fields.place === 'phone') {
    return (
      <TextField
        label={word('place.phone')}
        hint={word('place.phoneHint')}
        type="tel"
        value={fields.phone}
        maxLength={30}
        error={error}
        onInput={(event) => change({ phone: event.currentTarget.value })}
      />
    );
  }
  return null;
}
