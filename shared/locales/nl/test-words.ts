import type { Catalogue } from '../catalogue.ts';
import type { testWords as english } from '../en/test-words.ts';

export const testWords: Catalogue<typeof english> = {
  name: 'Een test',
  gift: 'Testcadeau',
  person: 'Voorbeeld',
  comment: 'Staat deze reactie hier goed?',
  offer: 'Voorbeeldaanbod',
  line: 'Wat hier staat, is een voorbeeld.',
  code: 'VOORBEELD',
};
