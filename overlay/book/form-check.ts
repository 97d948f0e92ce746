import type { PublicService } from '../../shared/public-page.ts';
import type { Issue } from '../../shared/rejections.ts';
import type { Form, Purpose } from './request-state.ts';

/** A field of the form, by the path that the server has for it; `answers.ID` is the answer to a question. */
export type FieldName = 'name' | 'message' | 'contact.email' | 'adult' | 'consent' | 'latest' | `answers.${string}`;

type Fault =
  | 'details.missingName'
  | 'details.missingMessage'
  | 'details.badEmail'
  | 'details.missingAdult'
  | 'details.adultMessage'
  | 'details.missingConsent'
  | 'details.missingAnswer'
  | 'waitlist.badUntil';

/** What is wrong with each field, by the key of its sentence. */
export type Faults = Partial<Record<FieldName, Fault>>;

/** What an offer asks for beside name and consent. */
type Asked = Pick<PublicService, 'adultsOnly' | 'questions'>;

/** What keeps the form from being sent. A message without a time needs its words; all else is as the server has it. */
export function faultsOf(form: Form, purpose: Purpose, { adultsOnly, questions }: Asked): Faults {
  const faults: Faults = {};
  if (form.name.trim() === '') faults.name = 'details.missingName';
  if (purpose === 'message' && form.message.trim() === '') faults.message = 'details.missingMessage';
  for (const { id, required } of purpose === 'message' ? [] : questions) {
    if (required && !form.answers[id]?.trim()) faults[`answers.${id}`] = 'details.missingAnswer';
  }
  const email = form.email.trim();
  if (email !== '' && !/^\S+@\S+\.\S+$/.test(email)) faults['contact.email'] = 'details.badEmail';
  if (adultsOnly && !form.adult) faults.adult = purpose === 'message' ? 'details.adultMessage' : 'details.missingAdult';
  const { from, until } = form.days;
  if (purpose === 'waitlist' && until !== '' && until < from) faults.latest = 'waitlist.badUntil';
  if (!form.consent) faults.consent = 'details.missingConsent';
  return faults;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  name: 'details.missingName',
  message: 'details.missingMessage',
  'contact.email': 'details.badEmail',
  adult: 'details.missingAdult',
  consent: 'details.missingConsent',
  latest: 'waitlist.badUntil',
};

/** The server's own finds, where a field of the form is meant. */
export function faultsOfIssues(issues: ReadonlyArray<Issue>): Faults {
  const found = issues.flatMap(({ path }) => {
    const name = path.replace(/^body\./, '');
    const fault = name.startsWith('answers.') ? 'details.missingAnswer' : FAULTS[name];
    return fault ? [[name, fault] as const] : [];
  });
  return Object.fromEntries(found);
}
