import type { Catalogue } from '../catalogue.ts';
import type { pageHead as english } from '../en/page-head.ts';

export const pageHead: Catalogue<typeof english> = {
  title: 'Boeken bij {{name}}',
  description: 'Kies een tijd bij {{name}} en boek die binnen een minuut: {{offers}}.',
  nobody: 'Hier is niets',
  nobodyText:
    'Misschien is het adres verkeerd getypt of is de pagina niet meer open. Controleer de letters en probeer het opnieuw.',
  noScript: 'Om hier te boeken heb je JavaScript nodig. Zet het aan in je browser.',
};
