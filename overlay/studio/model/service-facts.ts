import type { Service } from '../../../shared/booking.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';
import { isProduct } from '../../../shared/product-link.ts';
import { languageName } from '../../../shared/spoken-languages.ts';
import { word } from './offer-words.ts';
import { tongue } from './words.ts';

/** For how many and for whom it is, which a product does not say, and in which languages its title is written. */
export function audienceOf(service: Pick<Service, 'kind' | 'link' | 'capacity' | 'adultsOnly' | 'title'>): string {
  const { capacity, adultsOnly, title } = service;
  const written = LANGUAGES.filter((language) => title[language]).map((language) => languageName(language, tongue()));
  const whom = [word('list.seats', { count: capacity }), adultsOnly ? word('viewers.adultsMark') : ''];
  const parts = [...(isProduct(service) ? [] : whom), new Intl.ListFormat(tongue(), { type: 'unit' }).format(written)];
  return parts.filter(Boolean).join(' · ');
}

/** "Within 24 hours", and in days from two whole ones on: "Within 7 days". */
export function withinText(hours: number): string {
  const isDays = hours > 24 && hours % 24 === 0;
  return isDays ? word('promise.withinDays', { count: hours / 24 }) : word('promise.within', { count: hours });
}
