import { SelectField, TextField } from '../../../parts/field.tsx';
import { faultOf } from '../../model/refused.tsx';
import { sellsByLink } from '../../model/service-draft.ts';
import { say } from '../../model/words.ts';
import { CURRENCIES, type PartProps } from './part.ts';

const KINDS = ['consulting', 'training', 'local', 'ecommerce'] as const;

/** Kind and price, and the length of what is taken by time: what every service needs. */
export function Basics({ fields, change, wrong, refused }: PartProps) {
  return (
    <div class="four-tight">
      <SelectField
        label={say('services.kind')}
        value={fields.kind}
        onChange={(event) => change({ kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? 'consulting' })}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {say(`services.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      {!sellsByLink(fields) && (
        <TextField
          label={say('services.minutes')}
          type="number"
          min={5}
          value={fields.minutes}
          error={wrong.includes('minutes') ? say('services.needMinutes') : faultOf(refused, 'minutes')}
          onInput={(event) => change({ minutes: event.currentTarget.value })}
        />
      )}
      <TextField
        label={say('services.price')}
        inputMode="decimal"
        value={fields.price}
        error={wrong.includes('price') ? say('services.needPrice') : faultOf(refused, 'price')}
        onInput={(event) => change({ price: event.currentTarget.value })}
      />
      <CurrencySelect value={fields.currency} onChange={(currency) => change({ currency })} />
    </div>
  );
}

export function CurrencySelect({ value, onChange }: { value: string; onChange: (currency: string) => void }) {
  return (
    <SelectField
      label={say('services.currency')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {[...new Set([value, ...CURRENCIES])].map((currency) => (
        <option key={currency} value={currency}>
          {currency}
        </option>
      ))}
    </SelectField>
  );
}
