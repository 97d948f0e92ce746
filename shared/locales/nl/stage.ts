import type { Catalogue } from '../catalogue.ts';
import type { stage as english } from '../en/stage.ts';

export const stage: Catalogue<typeof english> = {
  book: 'Boek via',
  nextFree: 'Eerste vrije plek',
  today: 'vandaag {{clock}}',
  tomorrow: 'morgen {{clock}}',
  leftThisWeek_one: 'nog {{count}} deze week',
  leftThisWeek_other: 'nog {{count}} deze week',
  minutes: '{{count}} min',
  free: 'Gratis',
  upNext: 'Hierna',
  inQueue: 'In de wachtrij',
  sent: 'stuurt {{gift}}',
  follow: 'volgt nu',
  share: 'heeft de live gedeeld',
  'fan-club': 'is lid van de fanclub',
  subscribe: 'heeft zich geabonneerd',
  tip: 'geeft een fooi',
  more_one: 'en nog {{count}}',
  more_other: 'en nog {{count}}',
  meanwhile_one: 'Intussen nog {{count}}',
  meanwhile_other: 'Intussen nog {{count}}',
  times_one: '{{count}} keer',
  times_other: '{{count}} keer',
  codeLabel: 'Code die naar {{address}} leidt',
};
