import type { Catalogue } from '../catalogue.ts';
import type { widgetKinds as english } from '../en/widget-kinds.ts';

export const widgetKinds: Catalogue<typeof english> = {
  bio: 'Profiel',
  booking: 'Zo boek je',
  queue: 'Wachtrij',
  alerts: 'Meldingen',
  leaderboard: 'Ranglijst',
  goal: 'Doel',
  featured: 'Reactie in beeld',
  pinned: 'Vastgezet aanbod',
  discount: 'Kortingscode',
  ticker: 'Tekstregels',
  clock: 'Klok',
  feed: 'Stand van de feed',
};
