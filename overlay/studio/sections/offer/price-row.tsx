import { Trash2 } from 'lucide';
import { countryName } from '../../../../shared/countries.ts';
import { IconButton } from '../../../parts/button.tsx';
import { TextField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { faultOf } from '../../model/refused.tsx';
import { wrongInPrice } from '../../model/service-draft.ts';
import type { PriceFields } from '../../model/service-fields.ts';
import { say, tongue } from '../../model/words.ts';
import { CurrencySelect } from './basics.tsx';
import { CountrySelect } from './country-select.tsx';
import { LinkField } from './link-field.tsx';
import type { PartProps } from './part.ts';

interface Props extends Pick<PartProps, 'fields' | 'wrong' | 'refused'> {
  readonly index: number;
  readonly one: PriceFields;
  readonly put: (part: Partial<PriceFields>) => void;
  readonly remove: () => void;
}

/** The price of one country, with its deposit and payment link where the offer asks for a deposit. */
export function PriceRow({ fields, wrong, refused, index, one, put, remove }: Props) {
  const faults = wrong.includes('prices') ? wrongInPrice(fields, index) : [];
  const name = one.region ? countryName(one.region, tongue()) : word('where.country');
  return (
    <div class={fields.asksDeposit ? 'price-row price-row-deposit' : 'price-row'}>
      <CountrySelect
        label={word('where.country')}
        code={one.region}
        without={fields.prices.map(({ region }) => region)}
        error={faults.includes('region') ? word('where.needCountry') : null}
        onChange={(region) => put({ region })}
      />
      <TextField
        label={word('where.priceIn')}
        inputMode="decimal"
        value={one.price}
        error={faults.includes('price') ? say('services.needPrice') : faultOf(refused, `prices.${index}.price`)}
        onInput={(event) => put({ price: event.currentTarget.value })}
      />
      {fields.asksDeposit && (
        <TextField
          label={word('where.depositIn')}
          inputMode="decimal"
          value={one.deposit}
          placeholder={word('where.depositSame')}
          error={faults.includes('deposit') ? word('deposit.need') : faultOf(refused, `prices.${index}.deposit`)}
          onInput={(event) => put({ deposit: event.currentTarget.value })}
        />
      )}
      <CurrencySelect value={one.currency} onChange={(currency) => put({ currency })} />
      {fields.asksDeposit && (
        <div class="price-url">
          <LinkField
            label={word('where.urlIn')}
            value={one.paymentUrl}
            placeholder={word('where.depositSame')}
            wrong={faults.includes('paymentUrl')}
            error={faultOf(refused, `prices.${index}.paymentUrl`)}
            onLink={(paymentUrl) => put({ paymentUrl })}
          />
        </div>
      )}
      <IconButton icon={Trash2} label={word('where.remove', { name })} onClick={remove} />
    </div>
  );
}
