import { expect, test } from 'vitest';
import { Bio } from '../../../shared/booking.ts';
import { languageName, languagesIn, languageTag } from '../../../shared/spoken-languages.ts';

test('[SU202] a language is read by its tag or by its name in any of the four languages or its own', () => {
  expect(['de', 'DE', 'German', 'Deutsch', 'duits', ' tysk '].map(languageTag)).toEqual(Array(6).fill('de'));
  expect(['pt-br', 'Español', 'Norsk', 'Türkçe', 'Japanisch'].map(languageTag)).toEqual([
    'pt-BR',
    'es',
    'no',
    'tr',
    'ja',
  ]);
  expect(['German (native)', 'Klingonish', 'body'].map(languageTag)).toEqual(['German (native)', 'Klingonish', 'body']);
});

test('[SU202] the choices have names in the language of the page, in the order of its alphabet, each once', () => {
  for (const language of ['en', 'de', 'nl', 'nb']) {
    const names = languagesIn(language).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(150);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, language)));
    expect(languagesIn(language).filter(({ tag, name }) => tag.toLowerCase() === name.toLowerCase())).toEqual([]);
  }
  expect([languageName('de', 'nb'), languageName('German (native)', 'nb')]).toEqual(['Tysk', 'German (native)']);
});

test('[SU202] a bio that is sent with names of languages keeps their tags', () => {
  const languages = ['Deutsch', 'en', 'a bit of French'];
  const sent = Bio.parse({ handle: 'lena', name: 'Lena', region: 'DE', zone: 'Europe/Berlin', languages });
  expect(sent.languages).toEqual(['de', 'en', 'a bit of French']);
});
