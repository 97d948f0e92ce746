import { LANGUAGES, type Language } from '../../shared/local-text.ts';
import type { MailTemplate, ShownTemplate } from '../../shared/mail.ts';
import { MAIL_KINDS, MAIL_VARIABLES, type MailKind, templateFaults } from '../../shared/mail-template.ts';
import type { Issue } from '../../shared/rejections.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { defaultTemplate, type Template } from '../core/mail/wording.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';

const NAME = 'mail-templates';

export type MailTemplates = Awaited<ReturnType<typeof openMailTemplates>>;

/** The creator's own wording of mails; what nobody has changed is as Cuedesk came with it. */
export async function openMailTemplates(deps: { store: Store; creatorId: string; clock: () => EpochMillis }) {
  const { store, creatorId, clock } = deps;
  let own = ((await readSetting(store.db, creatorId, NAME)) ?? {}) as Readonly<Record<string, Template>>;
  const door = createDoor();
  const keyOf = (kind: MailKind, language: Language) => `${kind}.${language}`;

  function keep(change: (now: typeof own) => typeof own): Promise<void> {
    return door.run(async () => {
      const next = change(own);
      await writeSetting(store.db, creatorId, NAME, next, clock());
      own = next;
    });
  }

  const of = (kind: MailKind, language: Language): Template =>
    own[keyOf(kind, language)] ?? defaultTemplate(kind, language);

  return {
    of,
    all: (): ShownTemplate[] =>
      MAIL_KINDS.flatMap((kind) =>
        LANGUAGES.map((language) => {
          const { subject, body } = of(kind, language);
          return { kind, language, subject, body, changed: keyOf(kind, language) in own };
        }),
      ),
    /** Refuses with `bad-template`, naming each variable that the kind does not know and its place. */
    async put(template: MailTemplate): Promise<null | Refusal> {
      const issues = templateIssues(template);
      if (issues.length > 0) return refuse('bad-template', { issues });
      const { kind, language, subject, body } = template;
      await keep((now) => ({ ...now, [keyOf(kind, language)]: { subject, body } }));
      return null;
    },
    /** Back to what Cuedesk came with. */
    reset: (kind: MailKind, language: Language): Promise<void> =>
      keep((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== keyOf(kind, language)))),
  };
}

/** What of a template could not be filled in, with its place. */
export function templateIssues({ kind, subject, body }: Omit<MailTemplate, 'language'>): Issue[] {
  const known = MAIL_VARIABLES[kind].map((name) => `{{${name}}}`).join(', ');
  return Object.entries({ subject, body }).flatMap(([path, text]) =>
    templateFaults(kind, text).map(({ name, line, column }) => ({
      path,
      message:
        name === ''
          ? `has loose braces in line ${line}, column ${column}`
          : `has {{${name}}} in line ${line}, column ${column}, which this mail does not know; it knows ${known}`,
    })),
  );
}
