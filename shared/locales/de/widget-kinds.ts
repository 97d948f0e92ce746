import type { Catalogue } from '../catalogue.ts';
import type { widgetKinds as english } from '../en/widget-kinds.ts';

export const widgetKinds: Catalogue<typeof english> = {
  bio: 'Profil',
  booking: 'So wird gebucht',
  queue: 'Warteschlange',
  alerts: 'Einblendungen',
  leaderboard: 'Bestenliste',
  goal: 'Ziel',
  featured: 'Kommentar auf Sendung',
  pinned: 'Angeheftetes Angebot',
  discount: 'Rabattcode',
  ticker: 'Laufzeilen',
  clock: 'Uhr',
  feed: 'Zustand des Feeds',
};
