import { useEffect, useState } from 'preact/hooks';
import { countryName } from '../../shared/countries.ts';
import type { Language } from '../../shared/languages.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { priceText } from '../../shared/price-text.ts';
import type { PublicPage } from '../../shared/public-page.ts';
import { type Priced, priceIn } from '../../shared/region-price.ts';
import { ask } from '../parts/ask.ts';
import { SelectField } from '../parts/field.tsx';
import { view } from './state.ts';
import { say, tongue } from './words.ts';

interface Props {
  /** Id of the offer; empty for the first one. */
  readonly service: string;
  readonly region: string;
  readonly choose: (part: { readonly service?: string; readonly region?: string }) => void;
}

/** Which offer a pasted message is about, where there are several, and from which country, where that decides the price. */
export function AboutOffer({ service, region, choose }: Props) {
  const offers = useOffers();
  const chosen = offers.find(({ id }) => id === service) ?? offers[0];
  return (
    <>
      {offers.length > 1 && (
        <SelectField
          label={say('paste.offer')}
          value={chosen?.id ?? ''}
          onChange={(event) => choose({ service: event.currentTarget.value, region: '' })}
        >
          {offers.map(({ id, title }) => (
            <option key={id} value={id}>
              {inLanguage(title, tongue())}
            </option>
          ))}
        </SelectField>
      )}
      {chosen && chosen.prices.length > 0 && (
        <SelectField
          label={say('paste.country')}
          value={region}
          onChange={(event) => choose({ region: event.currentTarget.value })}
        >
          <option value="">{priced(say('paste.countryUnknown'), chosen, null, tongue())}</option>
          {chosen.prices.map((one) => (
            <option key={one.region} value={one.region}>
              {priced(countryName(one.region, tongue()), chosen, one.region, tongue())}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}

/** "Norway: NOK 500.00", "Norway: free of charge". */
export function priced(country: string, offer: Priced, region: string | null, language: Language): string {
  return `${country}: ${priceText(priceIn(offer, region), language)}`;
}

/** What is published; nothing until it is known. */
function useOffers(): PublicPage['services'] {
  const [offers, setOffers] = useState<PublicPage['services']>([]);
  const handle = view.value?.creator?.handle;
  useEffect(() => {
    if (!handle) return;
    let isOld = false;
    void ask<PublicPage>('GET', `/public/${encodeURIComponent(handle)}`).then((answer) => {
      if (answer.type === 'done' && !isOld) setOffers(answer.value.services);
    });
    return () => {
      isOld = true;
    };
  }, [handle]);
  return offers;
}
