import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import type { studioOffers } from '../../../shared/locales/en/studio-offers.ts';
import { wordsOf } from '../../words.ts';

/** Apart from the studio's words: services, pictures and licences have many of their own. */
export const offerWords = wordsOf<Catalogue<typeof studioOffers>>({
  en: () => import('../../../shared/locales/en/studio-offers.ts').then((file) => file.studioOffers),
  de: () => import('../../../shared/locales/de/studio-offers.ts').then((file) => file.studioOffers),
  nl: () => import('../../../shared/locales/nl/studio-offers.ts').then((file) => file.studioOffers),
  nb: () => import('../../../shared/locales/nb/studio-offers.ts').then((file) => file.studioOffers),
});

/** A text of a service's form, of pictures, proofs or licences. */
export const word = offerWords.say;
