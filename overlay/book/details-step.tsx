import { useState } from 'preact/hooks';
import type { PublicPage, PublicService } from '../../shared/public-page.ts';
import { Button } from '../parts/button.tsx';
import { Check, TextArea, TextField } from '../parts/field.tsx';
import { Trouble } from './faces.tsx';
import type { Faults } from './form-check.ts';
import { faultsOf, faultsOfIssues } from './form-check.ts';
import { HoldLeft } from './hold-left.tsx';
import { loadFree } from './offers-state.ts';
import { Progress } from './progress.tsx';
import type { Form } from './request-state.ts';
import { busy, form, pick, picked, refused, send, taken } from './request-state.ts';
import { StepTitle } from './step-title.tsx';
import { goTo } from './steps-state.ts';
import { Summary } from './summary.tsx';
import { Taken } from './taken.tsx';
import { markSent } from './thread-state.ts';
import { sayMinutes } from './times.ts';
import { say } from './words.ts';

interface Props {
  handle: string;
  page: PublicPage;
  service: PublicService;
}

/** The last step before sending. Leads to the private thread when all went well. */
export function DetailsStep({ handle, page, service }: Props) {
  const slot = picked.value;
  async function takeOther(start: string) {
    if (!(await pick(handle, service, start))) void loadFree(handle, service);
  }
  return (
    <section class="stack">
      <Progress at="details" />
      <Summary service={service} start={slot?.start ?? null} end={slot?.end ?? null} />
      {slot?.hold && !taken.value && <HoldLeft until={slot.hold.expiresAt} />}
      {taken.value && (
        <>
          <Taken {...taken.value} pick={(start) => void takeOther(start)} />
          <Button look="plain" onClick={() => goTo('time')}>
            {say('taken.other')}
          </Button>
        </>
      )}
      <StepTitle>{say(slot ? 'details.title' : 'details.titleMessage')}</StepTitle>
      <Fields handle={handle} page={page} service={service} />
    </section>
  );
}

function Fields({ handle, page, service }: Props) {
  const [faults, setFaults] = useState<Faults>({});
  const withTime = picked.value !== null;
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const found = faultsOf(form.value, withTime);
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFirst(event.currentTarget);
    if (busy.value) return;
    const thread = await send(handle, service);
    if (thread === null) return setFaults(faultsOfIssues(refused.value?.issues ?? []));
    markSent();
    // The path alone: the page may have been opened by another name of the same door.
    location.assign(new URL(thread, location.href).pathname);
  }
  const word = !withTime ? 'details.sendMessage' : service.instant ? 'details.sendInstant' : 'details.send';
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <Inputs page={page} service={service} withTime={withTime} faults={faults} />
      {refused.value && <Trouble why={refused.value.why} />}
      <Button look="primary" wide type="submit" aria-disabled={busy.value}>
        {say(busy.value ? 'details.sending' : word)}
      </Button>
    </form>
  );
}

interface InputsProps {
  page: PublicPage;
  service: PublicService;
  withTime: boolean;
  faults: Faults;
}

function Inputs({ page, service, withTime, faults }: InputsProps) {
  const typed = form.value;
  const change = (part: Partial<Form>) => {
    form.value = { ...form.value, ...part };
  };
  const error = (field: keyof Form) => {
    const fault = faults[field];
    return fault ? say(fault) : null;
  };
  return (
    <>
      <TextField
        label={say('details.name')}
        hint={say('details.nameHint')}
        error={error('name')}
        value={typed.name}
        autocomplete="name"
        maxLength={80}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <TextArea
        label={say(withTime ? 'details.message' : 'details.messageNeeded')}
        hint={say('details.messageHint')}
        error={error('message')}
        rows={3}
        dir="auto"
        value={typed.message}
        maxLength={4000}
        onInput={(event) => change({ message: event.currentTarget.value })}
      />
      <TextField
        label={say('details.email')}
        hint={say('details.emailHint')}
        error={error('email')}
        type="email"
        inputMode="email"
        autocomplete="email"
        value={typed.email}
        maxLength={254}
        onInput={(event) => change({ email: event.currentTarget.value })}
      />
      <div>
        <Check
          label={say('details.adult')}
          error={error('adult')}
          checked={typed.adult}
          onChange={(event) => change({ adult: event.currentTarget.checked })}
        />
        <Check
          label={say('details.onAir')}
          hint={say('details.onAirHint')}
          checked={typed.onAir}
          onChange={(event) => change({ onAir: event.currentTarget.checked })}
        />
        <Check
          label={say('details.consent', { name: page.name })}
          hint={consentHint(service, withTime)}
          error={error('consent')}
          checked={typed.consent}
          onChange={(event) => change({ consent: event.currentTarget.checked })}
        />
      </div>
    </>
  );
}

/** What is promised about cancelling is what the service keeps to. A message without a time has nothing to cut off. */
function consentHint(service: PublicService, withTime: boolean): string {
  if (!withTime) return say('details.consentHint');
  if (service.cutoffMinutes === 0) return say('details.consentStart');
  return say('details.consentUntil', { span: sayMinutes(service.cutoffMinutes) });
}

/** Takes the viewer to what needs mending; the fields are marked in the same turn, so it waits for them. */
function focusFirst(form: EventTarget | null): void {
  requestAnimationFrame(() => {
    const field = form instanceof HTMLElement ? form.querySelector('[aria-invalid="true"]') : null;
    if (field instanceof HTMLElement) field.focus();
  });
}
