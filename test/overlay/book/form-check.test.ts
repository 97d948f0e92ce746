import { expect, test } from 'vitest';
import { faultsOf, faultsOfIssues } from '../../../overlay/book/form-check.ts';

const good = { name: 'Jonas', email: '', message: '', adult: true, consent: true, onAir: false };

test('[VP5] a name, being of age and agreeing are all that a booking asks for', () => {
  expect(faultsOf(good, true)).toEqual({});
  expect(faultsOf({ ...good, name: '  ', adult: false, consent: false }, true)).toEqual({
    name: 'details.missingName',
    adult: 'details.missingAdult',
    consent: 'details.missingConsent',
  });
});

test('[VP5] a message without a time needs its words', () => {
  expect(faultsOf(good, false)).toEqual({ message: 'details.missingMessage' });
  expect(faultsOf({ ...good, message: 'Hi' }, false)).toEqual({});
});

test('[VP5] an e-mail address may be left out, but not half written', () => {
  expect(faultsOf({ ...good, email: 'jonas@' }, true)).toEqual({ email: 'details.badEmail' });
  expect(faultsOf({ ...good, email: ' jonas@example.org ' }, true)).toEqual({});
});

test('[VP5] what the server finds wrong is shown at its field', () => {
  expect(faultsOfIssues([{ path: 'contact.email', message: 'Invalid email address' }])).toEqual({
    email: 'details.badEmail',
  });
  expect(faultsOfIssues([{ path: 'start', message: 'x' }])).toEqual({});
});
