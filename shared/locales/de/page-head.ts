import type { Catalogue } from '../catalogue.ts';
import type { pageHead as english } from '../en/page-head.ts';

export const pageHead: Catalogue<typeof english> = {
  title: 'Termin bei {{name}}',
  description: 'Such dir einen Termin bei {{name}} aus und buch ihn in unter einer Minute: {{offers}}.',
  nobody: 'Hier ist nichts',
  nobodyText:
    'Vielleicht ist die Adresse vertippt oder die Seite nicht mehr offen. Prüf die Buchstaben und versuch es noch einmal.',
  noScript: 'Zum Buchen brauchst du JavaScript. Schalte es in deinem Browser ein.',
};
