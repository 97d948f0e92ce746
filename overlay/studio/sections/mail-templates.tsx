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

function Editor({ kind, language, settings, onChange }: EditorProps) {
  const act = useAct<MailSettings>();
  const kept = settings.templates.find((one) => one.kind === kind && one.language === language);
  const [subject, setSubject] = useState(kept?.subject ?? '');
  const [body, setBody] = useState(kept?.body ?? '');
  const place = useRef<HTMLDivElement>(null);
  const edited = subject !== kept?.subject || body !== kept?.body;
  const faults = { subject: faultText(kind, subject), body: faultText(kind, body) };
  const sound = faults.subject === null && faults.body === null && subject.trim() !== '' && body.trim() !== '';

  function take(next: MailSettings): void {
    const fresh = next.templates.find((one) => one.kind === kind && one.language === language);
    setSubject(fresh?.subject ?? '');
    setBody(fresh?.body ?? '');
    onChange(next);
  }
  async function save(): Promise<void> {
    const answer = await act.run('PUT', '/mail/templates', { kind, language, subject, body });
    if (answer.type === 'done') take(answer.value);
  }
  async function reset(): Promise<void> {
    const answer = await act.run('DELETE', `/mail/templates/${kind}/${language}`);
    if (answer.type === 'done') take(answer.value);
  }
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
        <div class="mail-acts">
          <Button look="primary" disabled={!edited || !sound || act.busy} onClick={() => void save()}>
            {tellMail('templates.save')}
          </Button>
          {kept?.changed && (
            <Button icon={RotateCcw} disabled={act.busy} onClick={() => void reset()}>
              {tellMail('templates.reset')}
            </Button>
          )}
          <span class="quiet small" role="status">
            {act.done && !edited ? tellMail('templates.saved') : kept?.changed ? tellMail('templates.changed') : ''}
          </span>
        </div>
        <RefusedNote refused={act.refused} />
      </div>
      <Preview kind={kind} language={language} subject={subject} body={body} sound={sound} />
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
