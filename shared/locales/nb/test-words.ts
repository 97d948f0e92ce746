import type { Catalogue } from '../catalogue.ts';
import type { testWords as english } from '../en/test-words.ts';

export const testWords: Catalogue<typeof english> = {
  name: 'En test',
  gift: 'Testgave',
  person: 'Eksempel',
  comment: 'Står denne kommentaren riktig her?',
  offer: 'Eksempeltilbud',
  line: 'Det som står her, er et eksempel.',
  code: 'EKSEMPEL',
};
