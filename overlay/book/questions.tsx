import { inLanguage } from '../../shared/local-text.ts';
import type { PublicService } from '../../shared/public-page.ts';
import { TextArea } from '../parts/field.tsx';
import type { Faults } from './form-check.ts';
import { form } from './request-state.ts';
import { say, spoken } from './words.ts';

/** What the creator wants to know before the appointment, in the creator's own words. */
export function Questions({ service, faults }: { service: PublicService; faults: Faults }) {
  return (
    <>
      {service.questions.map(({ id, label, required }) => {
        const text = inLanguage(label, spoken());
        const fault = faults[`answers.${id}`];
        return (
          <TextArea
            key={id}
            label={required ? text : say('details.optional', { label: text })}
            error={fault ? say(fault) : null}
            rows={2}
            dir="auto"
            maxLength={500}
            {...(required ? { 'aria-required': 'true' as const } : {})}
            value={form.value.answers[id] ?? ''}
            onInput={(event) => {
              const answers = { ...form.value.answers, [id]: event.currentTarget.value };
              form.value = { ...form.value, answers };
            }}
          />
        );
      })}
    </>
  );
}
