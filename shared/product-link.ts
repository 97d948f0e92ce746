/*
 * Apart from the schemas of an offer (offer-terms.ts), because importing those brings zod along, which the viewers' page
 * cannot spare.
 */

/** What an offer says of how it is sold. */
export interface Sold {
  readonly kind: string;
  readonly link: string | null;
}

/** Whether the offer is a product: sold by its link and not by times. One that an older Cuedesk kept has no link, and times. */
export function isProduct<T extends Sold>(offer: T): offer is T & { readonly link: string } {
  return offer.kind === 'ecommerce' && offer.link !== null;
}

/** Whether people can be sent there: https, and no name or password that would make another host look like this one. */
export function isProductLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}

/** Where a link leads, for people to read: its host, letters of other scripts as the browser's address bar has them. */
export function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host.replace(/^www\./, '') : link;
}
