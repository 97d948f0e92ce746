import { Plus, X } from 'lucide';
import { countryName } from '../../../../shared/countries.ts';
import { Button, IconButton } from '../../../parts/button.tsx';
import { word } from '../../model/offer-words.ts';
import { faultOf } from '../../model/refused.tsx';
import type { PriceFields } from '../../model/service-fields.ts';
import { view } from '../../model/state.ts';
import { tongue } from '../../model/words.ts';
import { CountrySelect } from './country-select.tsx';
import { Fold } from './fold.tsx';
import type { PartProps } from './part.ts';
import { PriceRow } from './price-row.tsx';

const NO_PRICE = { region: '', price: '', deposit: '', paymentUrl: '' };

/** The countries it is offered in, and prices that differ by country. */
export function WhereFold({ fields, change, wrong, refused }: PartProps) {
  const own = view.value?.bio?.region ?? '';
  // Kept as it was chosen, though the creator's own country goes without saying.
  const added = fields.regions.filter((region) => region !== own);
  const names = added.map((region) => countryName(region, tongue()));
  const putPrices = (prices: PriceFields[]) => change({ prices });
  const putPrice = (index: number, part: Partial<PriceFields>) =>
    putPrices(fields.prices.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Fold
      title={word('where.title')}
      state={
        names.length > 0 ? [own && countryName(own, tongue()), ...names].filter(Boolean).join(', ') : word('where.own')
      }
      wrong={wrong.includes('prices') || faultOf(refused, 'prices') !== null}
    >
      <p class="quiet small">{word('where.hint')}</p>
      {added.length > 0 && (
        <ul class="row gap-2 chips">
          {own && <li class="chip">{countryName(own, tongue())}</li>}
          {added.map((region, index) => (
            <li key={region} class="chip">
              {names[index]}
              <IconButton
                icon={X}
                size="small"
                label={word('where.remove', { name: names[index] ?? region })}
                onClick={() => change({ regions: fields.regions.filter((each) => each !== region) })}
              />
            </li>
          ))}
        </ul>
      )}
      <div class="narrow">
        <CountrySelect
          label={word('where.add')}
          code=""
          without={[own, ...fields.regions]}
          onChange={(code) => code && change({ regions: [...fields.regions, code] })}
        />
      </div>
      <hr class="rule" />
      <p class="quiet small">{word('where.pricesHint')}</p>
      {fields.prices.map((one, index) => (
        <PriceRow
          key={index}
          fields={fields}
          wrong={wrong}
          refused={refused}
          index={index}
          one={one}
          put={(part) => putPrice(index, part)}
          remove={() => putPrices(fields.prices.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          size="small"
          icon={Plus}
          onClick={() => putPrices([...fields.prices, { ...NO_PRICE, currency: fields.currency }])}
        >
          {word('where.priceAdd')}
        </Button>
      </div>
    </Fold>
  );
}
