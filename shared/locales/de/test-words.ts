import type { Catalogue } from '../catalogue.ts';
import type { testWords as english } from '../en/test-words.ts';

export const testWords: Catalogue<typeof english> = {
  name: 'Ein Test',
  gift: 'Testgeschenk',
  person: 'Beispiel',
  comment: 'Steht dieser Kommentar hier richtig?',
  offer: 'Beispielangebot',
  line: 'Was hier steht, ist ein Beispiel.',
  code: 'BEISPIEL',
};
