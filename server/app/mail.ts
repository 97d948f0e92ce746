import type { Language } from '../../shared/languages.ts';
import type { MailChange, MailPreview, MailSettings, MailStatus } from '../../shared/mail.ts';
import { isToCreator, MAIL_TROUBLES, type MailKind } from '../../shared/mail-template.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import type { Delivery, ReadyMail } from '../core/mail/delivery.ts';
import { htmlPart, textPart } from '../core/mail/letter.ts';
import { previewMail, readyMail, testMail } from '../core/mail/ready.ts';
import type { Template } from '../core/mail/wording.ts';
import { awaitTurn } from '../store/await-turn.ts';
import { dropWaiting } from '../store/outbox.ts';
import { countMails, forgetMails, hurryMails, lastFailedMails } from '../store/outbox-counts.ts';
import { comingBookings } from '../store/requests.ts';
import type { Store } from '../store/store.ts';
import { type CalendarFeedDoor, openCalendarFeed } from './calendar-feed.ts';
import { createListeners } from './listeners.ts';
import type { MailQueue } from './mail-port.ts';
import { createMailQueue } from './mail-queue.ts';
import { type MailTarget, openMailSettings } from './mail-settings.ts';
import { type MailTemplates, openMailTemplates, templateIssues } from './mail-templates.ts';
import { createMailWorker } from './mail-worker.ts';
import { secretOf } from './thread-secret.ts';

interface Deps {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  readonly newId: () => string;
  readonly onFault: (error: unknown) => void;
  readonly secretBox: { seal(text: string): string; open(sealed: string): string | null };
  readonly derive: (label: string) => string;
  /** What threads' addresses are derived from. */
  readonly threadSecret: string;
  readonly publicUrl: () => string;
  /** The desk's, which opens on the creator's side alone. */
  readonly deskUrl: () => string;
  /** The creator's language. */
  readonly language: () => Language;
  readonly environment: MailTarget | null;
  readonly senderTo: (target: MailTarget) => { deliver(mail: ReadyMail, stop: AbortSignal): Promise<Delivery> };
}

/** Outgoing mail and the creator's calendar feed. */
export interface Mail {
  readonly queue: MailQueue;
  readonly templates: MailTemplates;
  readonly feed: CalendarFeedDoor;
  /** Sends what is due; to be called after changes and every few seconds. */
  run(): Promise<void>;
  status(): Promise<MailStatus>;
  settings(): Promise<MailSettings>;
  /** Refuses with `mail-set-outside` a server in the studio while the environment names one. */
  change(part: MailChange): Promise<null | Refusal>;
  /** Sends a mail at once, past the outbox. Refuses with `mail-off`, or `mail-failed` and the trouble as the issue. */
  test(to: string, language: Language): Promise<null | Refusal>;
  /** Refuses with `bad-template` as keeping it would. */
  preview(kind: MailKind, language: Language, template: Template): MailPreview | Refusal;
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

const FAILED_SHOWN = 20;
const KEPT_MS = 30 * 24 * 60 * 60_000;
/** It is run after every change, and bookings come in storms. */
const FORGET_EVERY_MS = 60 * 60_000;
const MOST_BOOKINGS = 5000;

export async function openMail(deps: Deps): Promise<Mail> {
  const { store, creatorId, clock } = deps;
  const listeners = createListeners<void>(deps.onFault);
  const settings = await openMailSettings(deps);
  const templates = await openMailTemplates(deps);
  const feed = await openCalendarFeed(deps);
  const queue = createMailQueue({
    ...deps,
    secret: deps.derive('mail-addresses'),
    isOn: () => settings.target() !== null,
    reminders: settings.reminders,
    notify: settings.notify,
  });
  const linkTo = (kind: MailKind, request: string) =>
    isToCreator(kind)
      ? `${deps.deskUrl()}#${request}`
      : `${deps.publicUrl()}/t/${secretOf(deps.threadSecret, request)}`;
  const worker = createMailWorker({
    ...deps,
    random: Math.random,
    queue,
    sender: () => {
      const target = settings.target();
      return target && deps.senderTo(target);
    },
    write: ({ id, kind, recipient }, facts) => {
      const target = settings.target();
      const envelope = target && { id, to: recipient, from: target.from, replyTo: settings.replyTo() };
      return (
        envelope && readyMail(kind, templates.of(kind, facts.language), facts, linkTo(kind, facts.request), envelope)
      );
    },
    onChange: () => listeners.tell(),
  });

  let forgottenAt = 0;

  async function status(): Promise<MailStatus> {
    const counts = await countMails(store.db, creatorId, clock());
    const standing = worker.trouble();
    const on = settings.target() !== null;
    return {
      ...counts,
      state: on ? (standing ? 'trouble' : 'ready') : 'off',
      trouble: standing?.why ?? null,
      said: standing?.said ?? '',
      retryAt: standing?.retryAt ? toInstant(standing.retryAt) : null,
    };
  }

  /** The reminders of all coming bookings, after their times or the way to send them changed. */
  async function planAnew(): Promise<void> {
    await store.transaction(async (tx) => {
      await awaitTurn(store, tx, creatorId, 'booking');
      const now = clock();
      await dropWaiting(tx, creatorId, 'reminder', null);
      for (const booking of await comingBookings(tx, creatorId, now, MOST_BOOKINGS))
        await queue.planReminders({ tx, now }, booking);
    });
  }

  return {
    queue,
    templates,
    feed,
    run: async () => {
      if (clock() - forgottenAt > FORGET_EVERY_MS) {
        forgottenAt = clock();
        await forgetMails(store.db, creatorId, clock() - KEPT_MS);
      }
      await worker.run();
    },
    status,
    settings: async () => {
      const target = settings.target();
      const server = target && withoutPassword(target);
      const failed = (await lastFailedMails(store.db, creatorId, FAILED_SHOWN)).map((one) => ({
        ...one,
        kind: one.kind as MailKind,
        at: toInstant(one.at),
        why: MAIL_TROUBLES.find((word) => word === one.why) ?? 'gave-up',
        said: one.said ?? '',
      }));
      const shown = { server, from: settings.from(), replyTo: settings.replyTo() } as const;
      const reminders = [...settings.reminders()];
      const notify = settings.notify();
      return {
        ...shown,
        reminders,
        notify,
        status: await status(),
        failed,
        templates: templates.all(),
        feed: feed.state(),
      };
    },
    change: async (part) => {
      if (part.server !== undefined && deps.environment) return refuse('mail-set-outside');
      await settings.change(part);
      if (part.server !== undefined) {
        worker.reset();
        await hurryMails(store.db, creatorId, clock());
      }
      if (part.server !== undefined || part.reminders !== undefined) await planAnew();
      listeners.tell();
      return null;
    },
    test: async (to, language) => {
      const target = settings.target();
      if (!target) return refuse('mail-off');
      const envelope = { id: deps.newId(), to, from: target.from, replyTo: settings.replyTo() };
      const delivery = await deps.senderTo(target).deliver(testMail(language, envelope), AbortSignal.timeout(60_000));
      if (delivery.type === 'sent') {
        // What waits for a server that did not answer need not wait any longer.
        worker.reset();
        await hurryMails(store.db, creatorId, clock());
        return null;
      }
      return refuse('mail-failed', { issues: [{ path: delivery.why, message: delivery.said }] });
    },
    preview: (kind, language, template) => {
      const issues = templateIssues({ kind, ...template });
      if (issues.length > 0) return refuse('bad-template', { issues });
      const link = isToCreator(kind) ? deps.deskUrl() : `${deps.publicUrl()}/t/sample`;
      const worded = previewMail(kind, language, template, link, settings.replyTo() !== null, clock());
      return { subject: worded.subject, text: textPart(worded), html: htmlPart(worded) };
    },
    onChange: listeners.add,
    close: worker.close,
  };
}

function withoutPassword({ password, ...server }: MailTarget): NonNullable<MailSettings['server']> {
  return { ...server, passwordSet: password !== null };
}
