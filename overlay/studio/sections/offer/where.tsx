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
export function WhereFold(props: PartProps) {
  const { fields, wrong, refused } = props;
  const own = view.value?.bio?.region ?? '';
  const names = addedTo(fields.regions, own).map((region) => countryName(region, tongue()));
  return (
    <Fold
      title={word('where.title')}
      state={
        names.length > 0 ? [own && countryName(own, tongue()), ...names].filter(Boolean).join(', ') : word('where.own')
      }
      wrong={wrong.includes('prices') || faultOf(refused, 'prices') !== null}
    >
      <Countries own={own} {...props} />
      <hr class="rule" />
      <Prices {...props} />
    </Fold>
  );
}

/** Kept as it was chosen, though the creator's own country goes without saying. */
function addedTo(regions: ReadonlyArray<string>, own: string): string[] {
  return regions.filter((region) => region !== own);
}

function Countries({ own, fields, change }: PartProps & { own: string }) {
  const added = addedTo(fields.regions, own);
  return (
    <>
      <p class="quiet small">{word('where.hint')}</p>
      {added.length > 0 && (
        <ul class="row gap-2 chips">
          {own && <li class="chip">{countryName(own, tongue())}</li>}
          {added.map((region) => (
            <li key={region} class="chip">
              {countryName(region, tongue())}
              <IconButton
                icon={X}
                size="small"
                label={word('where.remove', { name: countryName(region, tongue()) })}
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
    </>
  );
}

function Prices({ fields, change, wrong, refused }: PartProps) {
  const put = (prices: PriceFields[]) => change({ prices });
  return (
    <>
      <p class="quiet small">{word('where.pricesHint')}</p>
      {fields.prices.map((one, index) => (
        <PriceRow
          key={index}
          fields={fields}
          wrong={wrong}
          refused={refused}
          index={index}
          one={one}
          put={(part) => put(fields.prices.map((price, at) => (at === index ? { ...price, ...part } : price)))}
          remove={() => put(fields.prices.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          size="small"
          icon={Plus}
          onClick={() => put([...fields.prices, { ...NO_PRICE, currency: fields.currency }])}
        >
          {word('where.priceAdd')}
        </Button>
      </div>
    </>
  );
}
