import type { Issue } from '../../shared/rejections.ts';
import type { Form } from './request-state.ts';

type Fault =
  | 'details.missingName'
  | 'details.missingMessage'
  | 'details.badEmail'
  | 'details.missingAdult'
  | 'details.missingConsent';

/** What is wrong with each field, by the key of its sentence. */
export type Faults = Partial<Record<keyof Form, Fault>>;

/** What keeps the form from being sent. A message without a time needs its words; all else is as the server has it. */
export function faultsOf(form: Form, withTime: boolean): Faults {
  return {
    ...(form.name.trim() === '' ? { name: 'details.missingName' as const } : {}),
    ...(!withTime && form.message.trim() === '' ? { message: 'details.missingMessage' as const } : {}),
    ...(form.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(form.email.trim())
      ? { email: 'details.badEmail' as const }
      : {}),
    ...(form.adult ? {} : { adult: 'details.missingAdult' as const }),
    ...(form.consent ? {} : { consent: 'details.missingConsent' as const }),
  };
}

/** The server's own finds, where a field of the form is meant. */
export function faultsOfIssues(issues: ReadonlyArray<Issue>): Faults {
  const names = new Set(issues.map((issue) => issue.path.replace(/^body\./, '')));
  return {
    ...(names.has('name') ? { name: 'details.missingName' as const } : {}),
    ...(names.has('message') ? { message: 'details.missingMessage' as const } : {}),
    ...(names.has('contact.email') ? { email: 'details.badEmail' as const } : {}),
    ...(names.has('adult') ? { adult: 'details.missingAdult' as const } : {}),
    ...(names.has('consent') ? { consent: 'details.missingConsent' as const } : {}),
  };
}
