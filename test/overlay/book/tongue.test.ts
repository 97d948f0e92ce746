import { expect, test } from 'vitest';
import { inLanguage, languageGiven } from '../../../shared/local-text.ts';

test('[VP92] a creator’s text in another language than the page’s says which it is', () => {
  const both = { en: 'CV check', de: 'Lebenslauf-Check' };
  expect([languageGiven(both, 'de'), inLanguage(both, 'de')]).toEqual(['de', 'Lebenslauf-Check']);
  expect([languageGiven(both, 'nl'), inLanguage(both, 'nl')]).toEqual(['en', 'CV check']);
  expect([languageGiven({ nb: 'CV-sjekk' }, 'nl'), inLanguage({ nb: 'CV-sjekk' }, 'nl')]).toEqual(['nb', 'CV-sjekk']);
  expect([languageGiven({}, 'nl'), inLanguage({}, 'nl')]).toEqual(['nl', '']);
});
