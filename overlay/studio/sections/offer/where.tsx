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
        <div class={fields.asksDeposit ? 'price-row price-row-deposit' : 'price-row'} key={index}>
          <CountrySelect
            label={word('where.country')}
            code={one.region}
            without={fields.prices.map(({ region }) => region)}
            onChange={(region) => putPrice(index, { region })}
          />
          <TextField
            label={word('where.priceIn')}
            inputMode="decimal"
            value={one.price}
            onInput={(event) => putPrice(index, { price: event.currentTarget.value })}
          />
          {fields.asksDeposit && (
            <TextField
              label={word('where.depositIn')}
              inputMode="decimal"
              value={one.deposit}
              placeholder={word('where.depositSame')}
              onInput={(event) => putPrice(index, { deposit: event.currentTarget.value })}
            />
          )}
          <CurrencySelect value={one.currency} onChange={(currency) => putPrice(index, { currency })} />
          {fields.asksDeposit && (
            <div class="price-url">
              <TextField
                label={word('where.urlIn')}
                type="url"
                value={one.paymentUrl}
                placeholder={word('where.depositSame')}
                error={faultOf(refused, `prices.${index}.paymentUrl`)}
                onInput={(event) => putPrice(index, { paymentUrl: event.currentTarget.value })}
              />
            </div>
          )}
          <IconButton
            icon={Trash2}
            label={word('where.remove', {
              name: one.region ? countryName(one.region, tongue()) : word('where.country'),
            })}
            onClick={() => putPrices(fields.prices.filter((_, at) => at !== index))}
          />
        </div>
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
