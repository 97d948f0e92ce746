import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import type { studioPeople } from '../../../shared/locales/en/studio-people.ts';
import type { ListedPerson } from '../../../shared/people.ts';
import type { Instant } from '../../../shared/time.ts';
import { dayAndClock } from '../../parts/time-words.ts';
import { wordsOf } from '../../words.ts';
import { isOut } from './people.ts';
import { tongue } from './words.ts';

export const peopleWords = wordsOf<Catalogue<typeof studioPeople>>({
  en: () => import('../../../shared/locales/en/studio-people.ts').then((file) => file.studioPeople),
  de: () => import('../../../shared/locales/de/studio-people.ts').then((file) => file.studioPeople),
  nl: () => import('../../../shared/locales/nl/studio-people.ts').then((file) => file.studioPeople),
  nb: () => import('../../../shared/locales/nb/studio-people.ts').then((file) => file.studioPeople),
});

export const tellPeople = peopleWords.say;

/** Until when somebody may stay, or that their time is over. */
export function endOf(person: ListedPerson, now: Instant): string {
  if (isOut(person, now)) return tellPeople('ended');
  const { until } = person;
  return until === null ? tellPeople('always') : tellPeople('until', { when: dayAndClock(until, undefined, tongue()) });
}
