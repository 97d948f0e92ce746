import { useEffect, useRef, useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../shared/local-text.ts';
import type { RequestMade } from '../../shared/public-page.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { copyText } from '../parts/clipboard.ts';
import { SelectField, TextArea, TextField } from '../parts/field.tsx';
import { AboutOffer } from './paste-offer.tsx';
import { FROM_ELSEWHERE, pastedFrom, pasting } from './paste-state.ts';
import { sayQueue } from './queue-words.ts';
import { refusedText } from './refusal-card.tsx';
import { fresh, open } from './state.ts';
import { say, tongue } from './words.ts';

interface Draft {
  readonly name: string;
  readonly text: string;
  /** Number of the comment that it was written in. */
  readonly comment?: number;
  readonly language: Language;
  readonly email: string;
  /** Id of the offer; empty for the first one. */
  readonly service: string;
  /** The viewer's country; empty where it is not known. */
  readonly region: string;
}

/** A message that came elsewhere becomes a request; the private link goes back to the viewer by hand. */
export function PastePanel() {
  const box = useRef<HTMLDialogElement>(null);
  const shown = pasting.value;
  useEffect(() => {
    if (shown) box.current?.showModal();
    else box.current?.close();
  }, [shown]);
  return (
    <dialog ref={box} class="paste-panel" aria-label={titleNow()} onClose={close}>
      {shown && <PasteForm />}
    </dialog>
  );
}

/** A comment of the chat is no message from elsewhere. */
function titleNow(): string {
  return pastedFrom.value.comment === undefined ? say('paste.title') : sayQueue('comment.title');
}

function close(): void {
  pasting.value = false;
  pastedFrom.value = FROM_ELSEWHERE;
}

function PasteForm() {
  const [draft, setDraft] = useState<Draft>({
    language: tongue(),
    ...pastedFrom.peek(),
    email: '',
    service: '',
    region: '',
  });
  const [key] = useState(() => crypto.randomUUID());
  const [made, setMade] = useState<RequestMade | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const { email, service, region, ...rest } = draft;
    const contact = email.trim() === '' ? {} : { contact: { email: email.trim() } };
    const body = { ...rest, ...contact, ...(service ? { service } : {}), ...(region ? { region } : {}) };
    const answer = await ask<RequestMade>('POST', '/requests', body, { 'idempotency-key': key });
    setBusy(false);
    if (answer.type === 'done') setMade(answer.value);
    else setRefused(answer);
  }
  if (made) return <Made made={made} name={draft.name} />;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const lacking = draft.name.trim() === '' || draft.text.trim() === '';
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <div class="stack gap-2">
        <h2>{titleNow()}</h2>
        <p class="quiet">
          {draft.comment === undefined ? say('paste.text') : sayQueue('comment.text', { name: pastedFrom.value.name })}
        </p>
      </div>
      <Fields draft={draft} set={set} />
      {refused && <p role="alert">{refusedText(refused, null)}</p>}
      <div class="row gap-2">
        <Button look="primary" type="submit" disabled={busy || lacking || !fresh.value}>
          {say('paste.open')}
        </Button>
        <Button look="plain" onClick={close}>
          {say('paste.close')}
        </Button>
      </div>
    </form>
  );
}

function Fields({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const names = new Intl.DisplayNames(tongue(), { type: 'language' });
  return (
    <>
      <TextField
        label={say('paste.name')}
        value={draft.name}
        maxLength={80}
        required
        onInput={(event) => set({ name: event.currentTarget.value })}
      />
      <TextArea
        label={say('paste.message')}
        rows={5}
        value={draft.text}
        maxLength={6000}
        required
        onInput={(event) => set({ text: event.currentTarget.value })}
      />
      <SelectField
        label={say('paste.language')}
        value={draft.language}
        onChange={(event) => {
          const language = LANGUAGES.find((one) => one === event.currentTarget.value);
          if (language) set({ language });
        }}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {names.of(language)}
          </option>
        ))}
      </SelectField>
      <AboutOffer service={draft.service} region={draft.region} choose={set} />
      <TextField
        label={say('paste.email')}
        type="email"
        value={draft.email}
        maxLength={254}
        onInput={(event) => set({ email: event.currentTarget.value })}
      />
    </>
  );
}

function Made({ made, name }: { made: RequestMade; name: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div class="stack" role="status">
      <h2>{say('paste.madeTitle')}</h2>
      <p>{say('paste.madeText', { name })}</p>
      <code class="paste-link">{made.thread}</code>
      <div class="row gap-2">
        <Button look="primary" onClick={() => void copyText(made.thread).then(setCopied)}>
          {say(copied ? 'paste.copied' : 'paste.copy')}
        </Button>
        <Button
          onClick={() => {
            close();
            open(made.id);
          }}
        >
          {say('paste.show')}
        </Button>
        <Button look="plain" onClick={close}>
          {say('paste.close')}
        </Button>
      </div>
    </div>
  );
}
