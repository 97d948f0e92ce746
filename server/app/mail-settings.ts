import type { MailChange, MailServer } from '../../shared/mail.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';

/** The mail server with its password in the clear: in memory alone. */
export interface MailTarget extends Omit<MailServer, 'password'> {
  /** Null: no login. */
  readonly password: string | null;
}

interface Kept {
  readonly server: (Omit<MailServer, 'password'> & { readonly sealed: string | null }) | null;
  readonly replyTo: string | null;
  readonly reminders: ReadonlyArray<number>;
  readonly notify: string | null;
}

const NAME = 'mail';
const FIRST: Kept = { server: null, replyTo: null, reminders: [24 * 60, 60], notify: null };

export type MailSettingsDoor = Awaited<ReturnType<typeof openMailSettings>>;

/** The mail server, where answers go, when reminders are due, and where the creator is told. What the environment says goes before the studio. */
export async function openMailSettings(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  secretBox: { seal(text: string): string; open(sealed: string): string | null };
  environment: MailTarget | null;
}) {
  const { store, creatorId, secretBox } = deps;
  let kept: Kept = { ...FIRST, ...((await readSetting(store.db, creatorId, NAME)) as Partial<Kept> | undefined) };
  const door = createDoor();

  function inStudio(): MailTarget | null {
    if (!kept.server) return null;
    const { sealed, ...server } = kept.server;
    return { ...server, password: sealed === null ? null : secretBox.open(sealed) };
  }

  function sealedFor(server: MailServer): string | null {
    if (server.password !== undefined) return server.password === '' ? null : secretBox.seal(server.password);
    const before = kept.server;
    const same = before?.host === server.host && before.port === server.port && before.user === server.user;
    // A password that was kept for one server is never sent to another one.
    return same ? before.sealed : null;
  }

  return {
    target: (): MailTarget | null => deps.environment ?? inStudio(),
    from: () => (deps.environment ? 'environment' : kept.server ? 'studio' : null),
    replyTo: () => kept.replyTo,
    reminders: () => kept.reminders,
    /** The creator's own address to be told at; null until one is named. */
    notify: () => kept.notify,
    /** Changes some of them; of two changes at once none undoes the other's. */
    change(part: MailChange): Promise<void> {
      return door.run(async () => {
        let { server } = kept;
        if (part.server === null) server = null;
        else if (part.server) {
          const { password: _password, ...rest } = part.server;
          server = { ...rest, sealed: sealedFor(part.server) };
        }
        const next: Kept = {
          server,
          replyTo: part.replyTo === undefined ? kept.replyTo : part.replyTo,
          reminders: part.reminders ?? kept.reminders,
          notify: part.notify === undefined ? kept.notify : part.notify,
        };
        await writeSetting(store.db, creatorId, NAME, next, deps.clock());
        kept = next;
      });
    },
  };
}
