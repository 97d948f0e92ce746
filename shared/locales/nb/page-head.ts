import type { Catalogue } from '../catalogue.ts';
import type { pageHead as english } from '../en/page-head.ts';

export const pageHead: Catalogue<typeof english> = {
  title: 'Bestill time hos {{name}}',
  description: 'Velg en time hos {{name}} og bestill på under ett minutt: {{offers}}.',
  nobody: 'Her er det ingenting',
  nobodyText: 'Adressen kan være feilskrevet, eller siden er ikke lenger åpen. Sjekk bokstavene og prøv igjen.',
  noScript: 'For å bestille her må du slå på JavaScript i nettleseren.',
};
