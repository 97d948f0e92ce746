import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import type { studioPeople } from '../../../shared/locales/en/studio-people.ts';
import { wordsOf } from '../../words.ts';

export const peopleWords = wordsOf<Catalogue<typeof studioPeople>>({
  en: () => import('../../../shared/locales/en/studio-people.ts').then((file) => file.studioPeople),
  de: () => import('../../../shared/locales/de/studio-people.ts').then((file) => file.studioPeople),
  nl: () => import('../../../shared/locales/nl/studio-people.ts').then((file) => file.studioPeople),
  nb: () => import('../../../shared/locales/nb/studio-people.ts').then((file) => file.studioPeople),
});

export const tellPeople = peopleWords.say;
