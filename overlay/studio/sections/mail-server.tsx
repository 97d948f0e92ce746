import { Send } from 'lucide';
import { useState } from 'preact/hooks';
import type { MailSecurity, MailSettings } from '../../../shared/mail.ts';
import { MAIL_TROUBLES } from '../../../shared/mail-template.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { tellMail, troubleWord } from '../model/mail-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { tongue } from '../model/words.ts';

export interface SettingsProps {
  settings: MailSettings;
  onChange: (settings: MailSettings) => void;
}

const PORTS: Readonly<Record<MailSecurity, number>> = { tls: 465, starttls: 587, none: 25 };
const EMPTY = { host: '', port: 587, security: 'starttls', user: '', from: '', passwordSet: false } as const;

/** The server that takes outgoing mail. The password is never sent to the page, so leaving it empty keeps it. */
export function ServerForm({ settings, onChange }: SettingsProps) {
  const { act, server, edit, password, setPassword, addresses, save, send } = useServer(settings, onChange);
  return (
    <form class="card stack" onSubmit={save}>
      <h2>{tellMail('server.title')}</h2>
      {settings.from === 'environment' ? (
        <p>{tellMail('server.outside', { host: server.host })}</p>
      ) : (
        <>
          <p class="quiet small">{tellMail('server.text')}</p>
          <ServerFields server={server} edit={edit} password={password} onPassword={setPassword} />
        </>
      )}
      <Addresses {...addresses} />
      <div class="mail-acts">
        <Button look="primary" type="submit" disabled={act.busy}>
          {tellMail('server.save')}
        </Button>
        {settings.from === 'studio' && (
          <Button disabled={act.busy} onClick={() => void send({ server: null })}>
            {tellMail('server.off')}
          </Button>
        )}
      </div>
      {act.done && settings.server && <Notice tone="positive" title={tellMail('server.saved')} />}
      <RefusedNote refused={act.refused} />
    </form>
  );
}

/** The form as it is typed, and what sends it. */
function useServer(settings: MailSettings, onChange: SettingsProps['onChange']) {
  const act = useAct<MailSettings>();
  const [server, setServer] = useState<Server>(settings.server ?? EMPTY);
  const [password, setPassword] = useState('');
  const [replyTo, setReplyTo] = useState(settings.replyTo ?? '');
  const [notify, setNotify] = useState(settings.notify ?? '');
  const outside = settings.from === 'environment';
  const edit = (part: Partial<Server>) => setServer({ ...server, ...part });
  async function send(body: unknown): Promise<void> {
    const answer = await act.run('PUT', '/mail', body);
    if (answer.type !== 'done') return;
    setPassword('');
    setServer(answer.value.server ?? EMPTY);
    onChange(answer.value);
  }
  function save(event: SubmitEvent): void {
    event.preventDefault();
    const { passwordSet: _set, ...rest } = server;
    const kept = { ...rest, ...(password === '' ? {} : { password }) };
    void send({ ...(outside ? {} : { server: kept }), replyTo: replyTo.trim() || null, notify: notify.trim() || null });
  }
  const addresses = { replyTo, notify, onReplyTo: setReplyTo, onNotify: setNotify };
  return { act, server, edit, password, setPassword, addresses, save, send };
}

interface AddressesProps {
  replyTo: string;
  notify: string;
  onReplyTo: (address: string) => void;
  onNotify: (address: string) => void;
}

/** Where answers of viewers go, and the creator's own news. */
function Addresses({ replyTo, notify, onReplyTo, onNotify }: AddressesProps) {
  return (
    <>
      <TextField
        label={tellMail('server.replyTo')}
        hint={tellMail('server.replyToHint')}
        type="email"
        value={replyTo}
        onInput={(event) => onReplyTo(event.currentTarget.value)}
      />
      <TextField
        label={tellMail('server.notify')}
        hint={tellMail('server.notifyHint')}
        type="email"
        value={notify}
        onInput={(event) => onNotify(event.currentTarget.value)}
      />
    </>
  );
}

type Server = NonNullable<MailSettings['server']>;

interface ServerFieldsProps {
  server: Server;
  edit: (part: Partial<Server>) => void;
  password: string;
  onPassword: (password: string) => void;
}

/** Which server it is, how one signs in there, and who the mail is from. */
function ServerFields({ server, edit, password, onPassword }: ServerFieldsProps) {
  return (
    <>
      <TextField
        label={tellMail('server.host')}
        value={server.host}
        placeholder="smtp.example.org"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        required
        onInput={(event) => edit({ host: event.currentTarget.value })}
      />
      <WayThere server={server} edit={edit} />
      <TextField
        label={tellMail('server.user')}
        value={server.user}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        onInput={(event) => edit({ user: event.currentTarget.value })}
      />
      <TextField
        label={tellMail('server.password')}
        type="password"
        value={password}
        autocomplete="new-password"
        hint={server.passwordSet ? tellMail('server.passwordKept') : undefined}
        onInput={(event) => onPassword(event.currentTarget.value)}
      />
      <TextField
        label={tellMail('server.from')}
        hint={tellMail('server.fromHint')}
        type="email"
        value={server.from}
        required
        onInput={(event) => edit({ from: event.currentTarget.value })}
      />
    </>
  );
}

/** The encryption, and the port that goes with it. */
function WayThere({ server, edit }: Pick<ServerFieldsProps, 'server' | 'edit'>) {
  return (
    <div class="two-tight">
      <SelectField
        label={tellMail('server.security')}
        value={server.security}
        onChange={(event) => {
          const security = event.currentTarget.value as MailSecurity;
          edit({ security, port: PORTS[security] });
        }}
      >
        {(['starttls', 'tls', 'none'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {tellMail(`server.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={tellMail('server.port')}
        type="number"
        min={1}
        max={65535}
        required
        value={String(server.port)}
        onInput={(event) => edit({ port: Number(event.currentTarget.value) })}
      />
    </div>
  );
}

/** Sends one mail at once, and says what became of it. */
export function TestForm({ on }: { on: boolean }) {
  const act = useAct();
  const [to, setTo] = useState('');
  const trouble = MAIL_TROUBLES.find((word) => word === act.refused?.issues[0]?.path);
  const failed = act.refused?.why === 'mail-failed' && trouble !== undefined;
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void act.run('POST', '/mail/test', { to: to.trim(), language: tongue() });
      }}
    >
      <h2>{tellMail('test.title')}</h2>
      <TextField
        label={tellMail('test.to')}
        type="email"
        autocomplete="email"
        value={to}
        required
        disabled={!on}
        onInput={(event) => setTo(event.currentTarget.value)}
      />
      <div>
        <Button icon={Send} type="submit" disabled={!on || act.busy || to.trim() === ''}>
          {tellMail(act.busy ? 'test.sending' : 'test.send')}
        </Button>
      </div>
      {act.done && <Notice tone="positive" title={tellMail('test.done')} />}
      {failed ? (
        <Notice tone="danger" title={troubleWord(trouble)}>
          <p class="small">{tellMail('said', { said: act.refused?.issues[0]?.message ?? '' })}</p>
        </Notice>
      ) : (
        <RefusedNote refused={act.refused} />
      )}
    </form>
  );
}
