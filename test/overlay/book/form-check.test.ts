import { expect, test } from 'vitest';
import { faultsOf, faultsOfIssues } from '../../../overlay/book/form-check.ts';

const good = {
  name: 'Jonas',
  email: '',
  message: '',
  adult: true,
  consent: true,
  onAir: false,
  answers: {},
  days: { from: '', until: '' },
};
const plain = { adultsOnly: true, questions: [] };

test('[VP5] a name, being of age and agreeing are all that a booking asks for', () => {
  expect(faultsOf(good, 'time', plain)).toEqual({});
  expect(faultsOf({ ...good, name: '  ', adult: false, consent: false }, 'time', plain)).toEqual({
    name: 'details.missingName',
    adult: 'details.missingAdult',
    consent: 'details.missingConsent',
  });
});

test('[VP5] a message without a time needs its words', () => {
  expect(faultsOf(good, 'message', plain)).toEqual({ message: 'details.missingMessage' });
  expect(faultsOf({ ...good, message: 'Hi' }, 'message', plain)).toEqual({});
});

test('[VP215] who sends a message without being of age reads about writing, not about booking', () => {
  expect(faultsOf({ ...good, message: 'Hi', adult: false }, 'message', plain)).toEqual({
    adult: 'details.adultMessage',
  });
});

test('[VP180] the questions of an appointment have to be answered by who asks for a time or waits for one alone', () => {
  const asking = { adultsOnly: false, questions: [{ id: 'goal', label: { en: 'What for?' }, required: true }] };
  const written = { ...good, message: 'Hi' };
  expect(faultsOf(written, 'message', asking)).toEqual({});
  expect(faultsOf(written, 'time', asking)).toEqual({ 'answers.goal': 'details.missingAnswer' });
  expect(faultsOf(written, 'waitlist', asking)).toEqual({ 'answers.goal': 'details.missingAnswer' });
});

test('[VP5] an e-mail address may be left out, but not half written', () => {
  expect(faultsOf({ ...good, email: 'jonas@' }, 'time', plain)).toEqual({ 'contact.email': 'details.badEmail' });
  expect(faultsOf({ ...good, email: ' jonas@example.org ' }, 'time', plain)).toEqual({});
});

test('[VP5] what the server finds wrong is shown at its field', () => {
  expect(faultsOfIssues([{ path: 'contact.email', message: 'Invalid email address' }])).toEqual({
    'contact.email': 'details.badEmail',
  });
  expect(faultsOfIssues([{ path: 'start', message: 'x' }])).toEqual({});
});

test('[VP53] who waits cannot end before the first day, and only who waits is asked', () => {
  const days = { from: '2026-12-02', until: '2026-12-01' };
  expect(faultsOf({ ...good, days }, 'waitlist', plain)).toEqual({ latest: 'waitlist.badUntil' });
  expect(faultsOf({ ...good, days }, 'time', plain)).toEqual({});
  expect(faultsOf({ ...good, days: { from: '', until: '2026-12-01' } }, 'waitlist', plain)).toEqual({});
});

test('[VP42] a required question needs an answer, and the server’s word on one is shown at it', () => {
  const asked = {
    adultsOnly: true,
    questions: [
      { id: 'goal', label: { en: 'Your goal?' }, required: true },
      { id: 'hint', label: { en: 'Anything else?' }, required: false },
    ],
  };
  expect(faultsOf(good, 'time', asked)).toEqual({ 'answers.goal': 'details.missingAnswer' });
  expect(faultsOf({ ...good, answers: { goal: ' ' } }, 'time', asked)).toEqual({
    'answers.goal': 'details.missingAnswer',
  });
  expect(faultsOf({ ...good, answers: { goal: 'A job' } }, 'time', asked)).toEqual({});
  expect(faultsOfIssues([{ path: 'answers.goal', message: 'needs an answer' }])).toEqual({
    'answers.goal': 'details.missingAnswer',
  });
});

test('[VP43] being of age is asked only where the offer asks', () => {
  expect(faultsOf({ ...good, adult: false }, 'time', { adultsOnly: false, questions: [] })).toEqual({});
});
