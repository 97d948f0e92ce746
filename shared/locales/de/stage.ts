import type { Catalogue } from '../catalogue.ts';
import type { stage as english } from '../en/stage.ts';

export const stage: Catalogue<typeof english> = {
  book: 'Termin buchen',
  nextFree: 'Nächster freier Termin',
  today: 'heute {{clock}}',
  tomorrow: 'morgen {{clock}}',
  leftThisWeek_one: 'noch {{count}} diese Woche',
  leftThisWeek_other: 'noch {{count}} diese Woche',
  minutes: '{{count}} Min.',
  free: 'Kostenlos',
  upNext: 'Als Nächstes',
  inQueue: 'In der Warteschlange',
  sent: 'schickt {{gift}}',
  follow: 'folgt jetzt',
  share: 'hat das Live geteilt',
  'fan-club': 'ist jetzt im Fanclub',
  subscribe: 'hat abonniert',
  tip: 'gibt Trinkgeld',
  more_one: 'und {{count}} weitere',
  more_other: 'und {{count}} weitere',
  meanwhile_one: 'Inzwischen {{count}} weitere',
  meanwhile_other: 'Inzwischen {{count}} weitere',
  times_one: '{{count}}-mal',
  times_other: '{{count}}-mal',
  codeLabel: 'Code, der zu {{address}} führt',
};
