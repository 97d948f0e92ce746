import type { Catalogue } from '../catalogue.ts';
import type { widgetKinds as english } from '../en/widget-kinds.ts';

export const widgetKinds: Catalogue<typeof english> = {
  bio: 'Profil',
  booking: 'Slik bestiller man',
  queue: 'Kø',
  alerts: 'Varsler',
  leaderboard: 'Toppliste',
  goal: 'Mål',
  featured: 'Kommentar på lufta',
  pinned: 'Festet tilbud',
  discount: 'Rabattkode',
  ticker: 'Tekstlinjer',
  clock: 'Klokke',
  feed: 'Tilstanden til feeden',
};
