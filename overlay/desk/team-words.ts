import type { Catalogue } from '../../shared/locales/catalogue.ts';
import type { deskTeam } from '../../shared/locales/en/desk-team.ts';
import { wordsOf } from '../words.ts';

/** The words of what makes the desk quick and shared, beside those of the queue itself. */
export const teamWords = wordsOf<Catalogue<typeof deskTeam>>({
  en: () => import('../../shared/locales/en/desk-team.ts').then((file) => file.deskTeam),
  de: () => import('../../shared/locales/de/desk-team.ts').then((file) => file.deskTeam),
  nl: () => import('../../shared/locales/nl/desk-team.ts').then((file) => file.deskTeam),
  nb: () => import('../../shared/locales/nb/desk-team.ts').then((file) => file.deskTeam),
});

export const sayTeam = teamWords.say;
