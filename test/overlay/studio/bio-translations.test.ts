import { expect, test } from 'vitest';
import { translationIn, withTranslation } from '../../../overlay/studio/model/bio-translations.ts';
import { bioIn } from '../../../shared/bio-text.ts';

const FIRST = { headline: 'Career coach', about: 'Forty CVs a week.', skills: ['CVs'], translations: {} };

test('[SU295] a text in another language is added beside those that are there, and is gone once it is emptied', () => {
  const german = withTranslation(FIRST, 'de', { headline: 'Karriere-Coach' });
  expect(german).toEqual({ de: { headline: 'Karriere-Coach', about: '', skills: [] } });
  const both = withTranslation({ translations: german }, 'nl', { skills: ['Cv'] });
  expect(Object.keys(both)).toEqual(['de', 'nl']);
  expect(translationIn({ translations: both }, 'nb')).toEqual({ headline: '', about: '', skills: [] });
  expect(withTranslation({ translations: both }, 'de', { headline: ' ' })).toEqual({
    nl: { headline: '', about: '', skills: ['Cv'] },
  });
});

test('[BK214] what is not written in a language is read as it was written first, each text by itself', () => {
  const translations = withTranslation(FIRST, 'de', { headline: 'Karriere-Coach' });
  const bio = { ...FIRST, translations };
  expect(bioIn(bio, 'de')).toEqual({ headline: 'Karriere-Coach', about: 'Forty CVs a week.', skills: ['CVs'] });
  expect(bioIn(bio, 'nb')).toEqual({ headline: 'Career coach', about: 'Forty CVs a week.', skills: ['CVs'] });
});
