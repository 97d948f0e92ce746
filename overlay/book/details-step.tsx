import { useState } from 'preact/hooks';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import type { PublicPage, PublicService } from '../../shared/public-page.ts';
import { MARK_DAYS } from '../../shared/viewer-mark.ts';
import { Button } from '../parts/button.tsx';
import { Check, TextArea, TextField } from '../parts/field.tsx';
import { focusFirstWrong } from '../parts/focus-wrong.ts';
import { Trouble } from './faces.tsx';
import type { Faults, FieldName } from './form-check.ts';
import { faultsOf, faultsOfIssues } from './form-check.ts';
import { HoldLeft } from './hold-left.tsx';
import { loadFree } from './offers-state.ts';
import { Progress } from './progress.tsx';
import { Questions } from './questions.tsx';
import type { Form } from './request-state.ts';
import { busy, form, pick, picked, purpose, refused, send, taken, withoutTime } from './request-state.ts';
import { markSent } from './sent-mark.ts';
import { serverNow } from './server-clock.ts';
import { StepTitle } from './step-title.tsx';
import { goTo } from './steps-state.ts';
import { Summary } from './summary.tsx';
import { Taken } from './taken.tsx';
import { Terms } from './terms.tsx';
import { sayMinutes, sayWaiting } from './times.ts';
import { WaitDays } from './wait-days.tsx';
import { say } from './words.ts';

interface Props {
  handle: string;
  page: PublicPage;
  service: PublicService;
}

const TITLES = { time: 'details.title', message: 'details.titleMessage', waitlist: 'waitlist.title' } as const;

/** The last step before sending. Leads to the private thread when all went well. */
export function DetailsStep({ handle, page, service }: Props) {
  const slot = picked.value;
  if (taken.value) return <Lost handle={handle} page={page} service={service} />;
  return (
    <section class="stack">
      <Progress at="details" timeless={purpose.value === 'message'} />
      <Summary service={service} start={slot?.start ?? null} end={slot?.end ?? null} />
      {slot?.hold && <HoldLeft until={slot.hold.expiresAt} />}
      <StepTitle key={purpose.value}>{say(TITLES[purpose.value])}</StepTitle>
      {purpose.value === 'waitlist' && <p class="quiet">{sayWaiting(page.name)}</p>}
      <Fields handle={handle} page={page} service={service} />
    </section>
  );
}

/** Somebody else got the time: the ways on alone. What was typed is kept for whichever is taken. */
function Lost({ handle, service }: Props) {
  async function takeOther(start: string) {
    if (!(await pick(handle, service, start))) void loadFree(handle, service);
  }
  return (
    <section class="stack">
      <Progress at="details" />
      <Summary service={service} start={null} end={null} />
      <StepTitle key="lost">{say('time.title')}</StepTitle>
      {taken.value && <Taken {...taken.value} pick={(start) => void takeOther(start)} />}
      {refused.value && <Trouble why={refused.value.why} />}
      <Button wide onClick={() => goTo('time')}>
        {say('taken.other')}
      </Button>
      {service.waitlist && (
        <Button look="plain" wide onClick={() => withoutTime('waitlist')}>
          {say('waitlist.button')}
        </Button>
      )}
    </section>
  );
}

/** What was wrong when it was sent last, and the form as it was then. */
interface Found {
  readonly faults: Faults;
  readonly form: Form;
}
const NOTHING_FOUND: Found = { faults: {}, form: form.value };

/** What is mended says so at once; what the server alone found stands until something is changed. */
function stillWrong({ faults, form: sent }: Found, service: PublicService): Faults {
  if (form.value === sent) return faults;
  const wrong = faultsOf(form.value, purpose.value, service);
  return Object.fromEntries(Object.entries(faults).filter(([field]) => field in wrong));
}

function Fields({ handle, page, service }: Props) {
  const [found, setFound] = useState<Found>(NOTHING_FOUND);
  const faults = stillWrong(found, service);
  const setFaults = (faults: Faults) => setFound({ faults, form: form.value });
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const target = event.currentTarget;
    const wrong = faultsOf(form.value, purpose.value, service);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return focusFirstWrong(target);
    if (busy.value) return;
    const thread = await send(handle, service);
    if (thread === null) {
      setFaults(faultsOfIssues(refused.value?.issues ?? []));
      return focusFirstWrong(target);
    }
    leaveFor(thread);
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <Inputs page={page} service={service} faults={faults} />
      {purpose.value !== 'message' && (
        <section class="before stack gap-2" aria-labelledby="before-sending">
          <h2 id="before-sending">{say('terms.title')}</h2>
          <Terms name={page.name} service={service} />
        </section>
      )}
      <Agreements page={page} service={service} faults={faults} />
      {refused.value && <Trouble why={refused.value.why} />}
      <Button look="primary" wide type="submit" aria-disabled={busy.value}>
        {say(busy.value ? 'details.sending' : sendWord(service))}
      </Button>
    </form>
  );
}

function leaveFor(thread: string): void {
  markSent();
  // The path alone: the page may have been opened by another name of the same door.
  location.assign(new URL(thread, location.href).pathname);
}

function sendWord(service: PublicService) {
  if (purpose.value === 'waitlist') return 'waitlist.send';
  if (purpose.value === 'message') return 'details.sendMessage';
  return service.instant ? 'details.sendInstant' : 'details.send';
}

function change(part: Partial<Form>): void {
  form.value = { ...form.value, ...part };
}

function errorAt(faults: Faults, field: FieldName): string | null {
  const fault = faults[field];
  return fault ? say(fault) : null;
}

function Inputs({ page, service, faults }: Omit<Props, 'handle'> & { faults: Faults }) {
  const typed = form.value;
  return (
    <>
      <TextField
        label={say('details.name')}
        hint={say('details.nameHint')}
        error={errorAt(faults, 'name')}
        value={typed.name}
        autocomplete="name"
        maxLength={80}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      {purpose.value !== 'message' && <Questions service={service} faults={faults} />}
      {purpose.value === 'waitlist' && <WaitDays service={service} faults={faults} />}
      <TextArea
        label={say(purpose.value === 'message' ? 'details.messageNeeded' : 'details.message')}
        hint={say('details.messageHint')}
        error={errorAt(faults, 'message')}
        rows={3}
        dir="auto"
        value={typed.message}
        maxLength={LONGEST_MESSAGE}
        onInput={(event) => change({ message: event.currentTarget.value })}
      />
      {page.mails && (
        <TextField
          label={say('details.email')}
          hint={say(purpose.value === 'message' ? 'details.emailHintMessage' : 'details.emailHint')}
          error={errorAt(faults, 'contact.email')}
          type="email"
          inputMode="email"
          autocomplete="email"
          value={typed.email}
          maxLength={254}
          onInput={(event) => change({ email: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** What is agreed to. The words of age and consent are counted by {@link CONSENT_VERSION}. */
function Agreements({ page, service, faults }: Omit<Props, 'handle'> & { faults: Faults }) {
  const typed = form.value;
  const isMessage = purpose.value === 'message';
  return (
    <div class="stack gap-2">
      {service.adultsOnly && (
        <Check
          label={say('details.adult')}
          hint={isMessage ? say('details.adultMessage') : undefined}
          error={errorAt(faults, 'adult')}
          checked={typed.adult}
          onChange={(event) => change({ adult: event.currentTarget.checked })}
        />
      )}
      <Check
        label={say('details.onAir')}
        hint={say('details.onAirHint')}
        checked={typed.onAir}
        onChange={(event) => change({ onAir: event.currentTarget.checked })}
      />
      <Check
        label={say(isMessage ? 'details.consentMessage' : 'details.consent', { name: page.name })}
        hint={consentHint(service)}
        error={errorAt(faults, 'consent')}
        checked={typed.consent}
        onChange={(event) => change({ consent: event.currentTarget.checked })}
      />
      {page.keep && <p class="quiet small">{say('details.keptFor', page.keep)}</p>}
      <p class="quiet small">{say('details.mark', { name: page.name, days: MARK_DAYS })}</p>
    </div>
  );
}

/** What is promised about cancelling is what the service keeps to. What has no time yet has nothing to cut off. */
function consentHint(service: PublicService): string {
  if (purpose.value === 'message') return say('details.consentErase');
  if (purpose.value !== 'time') return say('details.consentHint');
  if (service.cutoffMinutes === 0) return say('details.consentStart');
  const start = picked.value?.start;
  if (start && Date.parse(start) - service.cutoffMinutes * 60_000 <= serverNow()) return say('details.consentOver');
  return say('details.consentUntil', { span: sayMinutes(service.cutoffMinutes) });
}
