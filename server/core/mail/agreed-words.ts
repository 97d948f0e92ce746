import type { Language } from '../../../shared/languages.ts';
import { formatMoney } from '../../../shared/money-text.ts';
import type { Deposit, Place } from '../../../shared/offer-terms.ts';
import { priceText } from '../../../shared/price-text.ts';
import type { Agreed } from '../booking/agreed.ts';
import { oneLine } from '../one-line.ts';
import { MAIL_WORDS } from './languages.ts';

/** What was agreed, in words: for mails and calendar files. */

/** How much, to whom and until when, with the payment link where there is one; before the booking, when it falls due. */
export function depositText(deposit: Deposit | null, booked: boolean, creator: string, language: Language): string {
  if (deposit === null) return '';
  const { depositDue, depositLater } = MAIL_WORDS[language].words;
  const text = (booked ? depositDue : depositLater)
    .replace('{{amount}}', () => formatMoney(deposit.amount, language))
    .replace('{{creator}}', () => oneLine(creator));
  return deposit.paymentUrl ? `${text}: ${deposit.paymentUrl}` : text;
}

export function placeText(place: Place | null, language: Language): string {
  const { words } = MAIL_WORDS[language];
  switch (place?.type) {
    case undefined:
      return '';
    case 'video':
      return place.joinUrl ? `${words.video}: ${place.joinUrl}` : words.video;
    case 'chat':
      return words.chat;
    case 'on-site':
      return `${words.onSite}: ${oneLine(place.area)}`;
    case 'phone':
      return place.phone ? `${words.phone}: ${place.phone}` : words.phoneCalled;
  }
}

/**
 * For a calendar: the location alone and bare where it can be, since programs open a link there and show an area on a
 * map; what is to be paid as lines of the description. What the words of a place say to a viewer ("you will be called")
 * is left out `to` the creator.
 */
export function calendarWords(
  { place, price, deposit }: Agreed,
  creator: string,
  language: Language,
  to: 'viewer' | 'creator' = 'viewer',
): { readonly location: string; readonly agreed: string } {
  const { price: priceName, deposit: depositName } = MAIL_WORDS[language].words;
  const bare = place?.type === 'video' ? place.joinUrl : place?.type === 'on-site' ? place.area : undefined;
  const lines = [
    `${priceName}: ${priceText(price, language)}`,
    ...(deposit ? [`${depositName}: ${depositText(deposit, true, creator, language)}`] : []),
  ];
  const inWords = to === 'viewer' || place?.type === 'video' ? placeText(place, language) : '';
  return { location: bare ?? inWords, agreed: lines.join('\n') };
}
