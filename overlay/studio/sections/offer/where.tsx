import { Plus, Trash2, X } from 'lucide';
import { countryName } from '../../../../shared/countries.ts';
import { Button, IconButton } from '../../../parts/button.tsx';
import { TextField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { faultOf } from '../../model/refused.tsx';
import type { PriceFields } from '../../model/service-draft.ts';
import { view } from '../../model/state.ts';
import { tongue } from '../../model/words.ts';
import { CurrencySelect } from './basics.tsx';
import { CountrySelect } from './country-select.tsx';
import { Fold } from './fold.tsx';
import type { PartProps } from './part.ts';

const NO_PRICE = { region: '', price: '', deposit: '', paymentUrl: '' };

/** The countries it is offered in, and prices that differ by country. */
export function WhereFold({ fields, change, wrong, refused }: PartProps) {
  const own = view.value?.bio?.region ?? '';
  const names = addedTo(fields, own).map((region) => countryName(region, tongue()));
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
      <Countries fields={fields} change={change} />
      <hr class="rule" />
      <p class="quiet small">{word('where.pricesHint')}</p>
      {fields.prices.map((one, index) => (
        <PriceRow
          key={index}
          one={one}
          asksDeposit={fields.asksDeposit}
          others={fields.prices.map(({ region }) => region)}
          urlFault={faultOf(refused, `prices.${index}.paymentUrl`)}
          put={(part) => putPrice(index, part)}
          remove={() => putPrices(fields.prices.filter((_, at) => at !== index))}
        />
      ))}
      {wrong.includes('prices') && <p class="field-error">{word('where.needPrice')}</p>}
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

/** What was added to the creator's own country, which goes without saying: kept as it was chosen all the same. */
function addedTo(fields: PartProps['fields'], own: string): string[] {
  return fields.regions.filter((region) => region !== own);
}

/** The countries, each of which but the creator's own can be taken away. */
function Countries({ fields, change }: Pick<PartProps, 'fields' | 'change'>) {
  const own = view.value?.bio?.region ?? '';
  const added = addedTo(fields, own);
  return (
    <>
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

interface PriceRowProps {
  one: PriceFields;
  asksDeposit: boolean;
  /** The countries that have a price. */
  others: ReadonlyArray<string>;
  urlFault: string | null;
  put: (part: Partial<PriceFields>) => void;
  remove: () => void;
}

/** What it costs in one country. */
function PriceRow({ one, asksDeposit, others, urlFault, put, remove }: PriceRowProps) {
  const name = one.region ? countryName(one.region, tongue()) : word('where.country');
  return (
    <div class={asksDeposit ? 'price-row price-row-deposit' : 'price-row'}>
      <CountrySelect
        label={word('where.country')}
        code={one.region}
        without={others}
        onChange={(region) => put({ region })}
      />
      <TextField
        label={word('where.priceIn')}
        inputMode="decimal"
        value={one.price}
        onInput={(event) => put({ price: event.currentTarget.value })}
      />
      {asksDeposit && (
        <TextField
          label={word('where.depositIn')}
          inputMode="decimal"
          value={one.deposit}
          placeholder={word('where.depositSame')}
          onInput={(event) => put({ deposit: event.currentTarget.value })}
        />
      )}
      <CurrencySelect value={one.currency} onChange={(currency) => put({ currency })} />
      {asksDeposit && (
        <div class="price-url">
          <TextField
            label={word('where.urlIn')}
            type="url"
            value={one.paymentUrl}
            placeholder={word('where.depositSame')}
            error={urlFault}
            onInput={(event) => put({ paymentUrl: event.currentTarget.value })}
          />
        </div>
      )}
      <IconButton icon={Trash2} label={word('where.remove', { name })} onClick={remove} />
    </div>
  );
}
