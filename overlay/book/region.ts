import { computed, signal } from '@preact/signals';
import type { Money } from '../../shared/money.ts';
import type { PublicService } from '../../shared/public-page.ts';
import { type Deposited, depositIn, type Priced, priceIn } from '../../shared/region-price.ts';
import { localeOf } from '../../shared/time-words.ts';
import { isZoneOf } from '../parts/zone-countries.ts';
import { page } from './offers-state.ts';
import { spoken } from './words.ts';
import { ownZone } from './zones.ts';

/** What the viewer chose; null while nothing was, and empty for any other country. */
export const chosenRegion = signal<string | null>(null);

/** The countries that an offer of the page names. */
const named = computed(() => {
  const services = page.value.type === 'ready' ? page.value.value.services : [];
  return [...new Set(services.flatMap(({ regions, prices }) => [...regions, ...prices.map((one) => one.region)]))];
});

/** The country that the viewer books from: chosen, else where the device is; null where neither says. */
export const region = computed(() =>
  chosenRegion.value === null ? guess(navigator.languages, ownZone, named.value) : chosenRegion.value || null,
);

/**
 * Of the countries that matter here the one whose clock the device has, which a phone sets by where it is. Else that of the
 * first tag that names one, unless its clocks are others: `en-US` is on phones all over the world. A language alone says
 * nothing of where its speaker lives.
 */
export function guess(tags: ReadonlyArray<string>, zone: string, countries: ReadonlyArray<string>): string | null {
  const there = countries.find((code) => isZoneOf(zone, code));
  if (there) return there;
  const tagged = countryOfTags(tags);
  if (tagged === null || zone === 'UTC') return tagged;
  return isZoneOf(zone, tagged) === false ? null : tagged;
}

function countryOfTags(tags: ReadonlyArray<string>): string | null {
  for (const tag of tags) {
    const named = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(tag)?.[1];
    if (named) return named.toUpperCase();
  }
  return null;
}

export function priceHere(offer: Priced): Money {
  return priceIn(offer, region.value);
}

export function depositHere(offer: Deposited): Money | null {
  return depositIn(offer, region.value);
}

/** The countries to choose from, with where the viewer is now. `other`: any other can be chosen, since the offer is for all. */
export function regionChoices(
  { regions, prices }: Pick<PublicService, 'regions' | 'prices'>,
  here: string | null,
): { readonly codes: ReadonlyArray<string>; readonly other: boolean } {
  const named = regions.length > 0 ? regions : prices.map((one) => one.region);
  return { codes: [...new Set(here ? [...named, here] : named)], other: regions.length === 0 };
}

/** "Germany, Austria and Netherlands". */
export function sayRegions(codes: ReadonlyArray<string>): string {
  return new Intl.ListFormat(localeOf(spoken())).format(codes.map(sayRegion));
}

/** A country's name in the viewer's language: "Germany". */
export function sayRegion(code: string): string {
  return new Intl.DisplayNames([spoken()], { type: 'region' }).of(code) ?? code;
}
