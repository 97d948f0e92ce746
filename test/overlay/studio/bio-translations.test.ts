import { expect, test } from 'vitest';
import {
  isWrittenIn,
  translationIn,
  withTitle,
  withTranslation,
} from '../../../overlay/studio/model/bio-translations.ts';
import { bioIn, proofTitle } from '../../../shared/bio-text.ts';

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

test('[BK214] [SU295] a proof is called as in the reader’s language, else as it was written first, and an emptied title is none', () => {
  const first = { kind: 'certificate', title: 'Certified coach', public: true } as const;
  const german = withTitle(first, 'de', 'Zertifizierter Coach');
  expect(proofTitle(german, 'de')).toBe('Zertifizierter Coach');
  expect(proofTitle(german, 'nb')).toBe('Certified coach');
  const bio = { translations: {}, proofs: [german] };
  expect([isWrittenIn(bio, 'de'), isWrittenIn(bio, 'nb')]).toEqual([true, false]);
  expect(withTitle(withTitle(german, 'nl', 'Coach'), 'de', ' ')).toEqual({ ...first, titles: { nl: 'Coach' } });
  expect(withTitle(german, 'de', '')).toEqual(first);
});
