import { RotateCcw } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../../shared/local-text.ts';
import type { MailPreview, MailSettings } from '../../../shared/mail.ts';
import { MAIL_KINDS, MAIL_VARIABLES, type MailKind, templateFaults } from '../../../shared/mail-template.ts';
import { ask } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextArea, TextField } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { kindWord, tellMail } from '../model/mail-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { tongue } from '../model/words.ts';
import type { SettingsProps } from './mail-server.tsx';

const PREVIEW_AFTER_MS = 300;

/** The wording of each kind in each language, checked while it is typed, with a preview beside it. */
export function TemplatesCard({ settings, onChange }: SettingsProps) {
  const [kind, setKind] = useState<MailKind>('confirmed');
  const [language, setLanguage] = useState<Language>(tongue());
  const names = new Intl.DisplayNames([tongue()], { type: 'language' });
  return (
    <section class="card stack">
      <h2>{tellMail('templates.title')}</h2>
      <p class="quiet small section-text">{tellMail('templates.text')}</p>
      <div class="two-tight">
        <SelectField
          label={tellMail('templates.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as MailKind)}
        >
          {MAIL_KINDS.map((one) => (
            <option key={one} value={one}>
              {kindWord(one)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={tellMail('templates.language')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value as Language)}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {names.of(one) ?? one}
            </option>
          ))}
        </SelectField>
      </div>
      <Editor key={`${kind} ${language}`} kind={kind} language={language} settings={settings} onChange={onChange} />
    </section>
  );
}

type EditorProps = SettingsProps & { kind: MailKind; language: Language };

/** The wording as it is typed, and the ways to keep it and to go back to the first one. */
function useWording({ kind, language, settings, onChange }: EditorProps) {
  const act = useAct<MailSettings>();
  const keptIn = (from: MailSettings) => from.templates.find((one) => one.kind === kind && one.language === language);
  const kept = keptIn(settings);
  const [subject, setSubject] = useState(kept?.subject ?? '');
  const [body, setBody] = useState(kept?.body ?? '');
  async function run(method: 'PUT' | 'DELETE', path: string, sent?: unknown): Promise<void> {
    const answer = await act.run(method, path, sent);
    if (answer.type !== 'done') return;
    setSubject(keptIn(answer.value)?.subject ?? '');
    setBody(keptIn(answer.value)?.body ?? '');
    onChange(answer.value);
  }
  const save = () => void run('PUT', '/mail/templates', { kind, language, subject, body });
  const reset = () => void run('DELETE', `/mail/templates/${kind}/${language}`);
  return { act, kept, subject, setSubject, body, setBody, save, reset };
}

function Editor(props: EditorProps) {
  const { kind, language } = props;
  const { act, kept, subject, setSubject, body, setBody, save, reset } = useWording(props);
  const place = useRef<HTMLDivElement>(null);
  const edited = subject !== kept?.subject || body !== kept?.body;
  const faults = { subject: faultText(kind, subject), body: faultText(kind, body) };
  const sound = faults.subject === null && faults.body === null && subject.trim() !== '' && body.trim() !== '';
  function putIn(name: string): void {
    const field = place.current?.querySelector('textarea');
    const at = field?.selectionStart ?? body.length;
    setBody(`${body.slice(0, at)}{{${name}}}${body.slice(field?.selectionEnd ?? at)}`);
    field?.focus();
  }
  return (
    <div class="mail-editor">
      <div class="stack gap-3" ref={place} lang={language}>
        <TextField
          label={tellMail('templates.subject')}
          value={subject}
          maxLength={200}
          error={faults.subject}
          onInput={(event) => setSubject(event.currentTarget.value)}
        />
        <TextArea
          label={tellMail('templates.body')}
          value={body}
          rows={14}
          maxLength={8000}
          error={faults.body}
          onInput={(event) => setBody(event.currentTarget.value)}
        />
        <Variables kind={kind} putIn={putIn} />
        <Acts
          busy={act.busy}
          mayKeep={edited && sound}
          mayReset={kept?.changed === true}
          said={act.done && !edited ? tellMail('templates.saved') : kept?.changed ? tellMail('templates.changed') : ''}
          save={save}
          reset={reset}
        />
        <RefusedNote refused={act.refused} />
      </div>
      <Preview kind={kind} language={language} subject={subject} body={body} sound={sound} />
    </div>
  );
}

interface ActsProps {
  busy: boolean;
  mayKeep: boolean;
  mayReset: boolean;
  /** What has become of the wording. */
  said: string;
  save: () => void;
  reset: () => void;
}

function Acts({ busy, mayKeep, mayReset, said, save, reset }: ActsProps) {
  return (
    <div class="mail-acts">
      <Button look="primary" disabled={!mayKeep || busy} onClick={save}>
        {tellMail('templates.save')}
      </Button>
      {mayReset && (
        <Button icon={RotateCcw} disabled={busy} onClick={reset}>
          {tellMail('templates.reset')}
        </Button>
      )}
      <span class="quiet small" role="status">
        {said}
      </span>
    </div>
  );
}

/** The names that are filled in, each put in where the text is being written. */
function Variables({ kind, putIn }: { kind: MailKind; putIn: (name: string) => void }) {
  return (
    <div class="stack gap-2">
      <p class="quiet small">{tellMail('templates.variables')}</p>
      <div class="mail-acts">
        {MAIL_VARIABLES[kind].map((name) => (
          <Button key={name} size="small" onClick={() => putIn(name)}>
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** What of the text could not be filled in, in the page's words; the server refuses the same. */
function faultText(kind: MailKind, text: string): string | null {
  const [fault] = templateFaults(kind, text);
  if (!fault) return null;
  const { name, line, column } = fault;
  return name === ''
    ? tellMail('templates.loose', { line, column })
    : tellMail('templates.unknown', { name: `{{${name}}}`, line, column });
}

interface PreviewProps {
  kind: MailKind;
  language: Language;
  subject: string;
  body: string;
  sound: boolean;
}

function Preview({ kind, language, subject, body, sound }: PreviewProps) {
  const [shown, setShown] = useState<MailPreview | null>(null);
  useEffect(() => {
    if (!sound) return;
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await ask<MailPreview>('POST', '/mail/templates/preview', { kind, language, subject, body });
      if (current && answer.type === 'done') setShown(answer.value);
    }, PREVIEW_AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [kind, language, subject, body, sound]);
  return (
    <div class="stack gap-2" data-sound={sound}>
      <p class="field-label">{tellMail('templates.preview')}</p>
      <div class="mail-preview" lang={language}>
        <p class="mail-subject">{shown?.subject ?? ''}</p>
        <p class="mail-text">{shown?.text ?? ''}</p>
      </div>
    </div>
  );
}
