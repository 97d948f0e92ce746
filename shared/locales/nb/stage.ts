import type { Catalogue } from '../catalogue.ts';
import type { stage as english } from '../en/stage.ts';

export const stage: Catalogue<typeof english> = {
  book: 'Bestill på',
  nextFree: 'Neste ledige time',
  today: 'i dag {{clock}}',
  tomorrow: 'i morgen {{clock}}',
  leftThisWeek_one: '{{count}} igjen denne uken',
  leftThisWeek_other: '{{count}} igjen denne uken',
  minutes: '{{count}} min',
  free: 'Gratis',
  upNext: 'Neste i køen',
  inQueue: 'I køen',
  sent: 'sendte {{gift}}',
  follow: 'følger nå',
  share: 'delte sendingen',
  'fan-club': 'ble med i fanklubben',
  subscribe: 'har abonnert',
  tip: 'ga et tips',
  more_one: 'og {{count}} til',
  more_other: 'og {{count}} til',
  meanwhile_one: '{{count}} til i mellomtiden',
  meanwhile_other: '{{count}} til i mellomtiden',
  times_one: '{{count}} gang',
  times_other: '{{count}} ganger',
  codeLabel: 'Kode som fører til {{address}}',
};
