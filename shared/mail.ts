import { z } from 'zod';
import { Language } from './languages.ts';
import { MAIL_KINDS, MAIL_TROUBLES } from './mail-template.ts';
import { Instant } from './time.ts';

/** What the studio sets and reads of outgoing mail and of the creator's calendar feed. */

export const MailKind = z.enum(MAIL_KINDS);

/** A header of one line: what could end it is refused, so that nobody can add headers of their own. */
const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line');

/** `tls`: encrypted from the first byte (port 465); `starttls`: turned on before the login (587); `none`: not at all. */
export const MailSecurity = z.enum(['tls', 'starttls', 'none']);
export type MailSecurity = z.infer<typeof MailSecurity>;

/** Minutes before the start, longest first. Up to five: nobody wants more mail than that about one appointment. */
export const Reminders = z
  .array(
    z
      .int()
      .min(15)
      .max(14 * 24 * 60),
  )
  .max(5)
  .overwrite((minutes) => [...new Set(minutes)].sort((a, b) => b - a));

/** The server that takes outgoing mail, as the studio sets it. */
export const MailServer = z.object({
  host: oneLine(253).regex(/^[\w.:[\]-]+$/, 'is not the name of a mail server'),
  port: z.int().min(1).max(65_535),
  security: MailSecurity,
  /** Empty: the server asks for no login. */
  user: oneLine(254).default(''),
  /** Left out: the kept one stays, but only for the same server, port and user. Empty: none. */
  password: z.string().max(500).optional(),
  from: z.email().max(254),
});
export type MailServer = z.infer<typeof MailServer>;

/** A change of the settings: what is left out stays. `server: null` turns mail off. */
export const MailChange = z.object({
  server: MailServer.nullable().optional(),
  /** Where answers to a mail go; null: nowhere, and each mail says that its viewer answers on the private page. */
  replyTo: z.email().max(254).nullable().optional(),
  reminders: Reminders.optional(),
  /** Where the creator is told of new requests, and of bookings that viewers make, move and cancel; null: nowhere. */
  notify: z.email().max(254).nullable().optional(),
});
export type MailChange = z.infer<typeof MailChange>;

/** Why mail was not taken. */
export const MailTrouble = z.enum(MAIL_TROUBLES);
export type MailTrouble = z.infer<typeof MailTrouble>;

/** How outgoing mail stands. */
export const MailStatus = z.object({
  /** `off`: no server is set, and viewers read everything in their thread alone. `trouble`: the last try failed. */
  state: z.enum(['off', 'ready', 'trouble']),
  /** Due and not yet sent, tried or not. */
  waiting: z.int(),
  /** Reminders that wait for their time. */
  planned: z.int(),
  /** Of the last 30 days. */
  sent: z.int(),
  /** Given up or refused for good, of the last 30 days. */
  failed: z.int(),
  /** The trouble that stands now; null after the next mail that was taken. */
  trouble: MailTrouble.nullable(),
  /** What the mail server said, without secrets. */
  said: z.string(),
  retryAt: Instant.nullable(),
});
export type MailStatus = z.infer<typeof MailStatus>;

/** One mail that was not delivered, for the list in the studio. */
export const FailedMail = z.object({
  id: z.string(),
  kind: MailKind,
  request: z.string(),
  at: Instant,
  why: MailTrouble,
  said: z.string(),
});
export type FailedMail = z.infer<typeof FailedMail>;

const Text = z.object({ subject: oneLine(200).min(1), body: z.string().trim().min(1).max(8000) });
/** Subject and body of one kind of mail in one language, as the creator wrote them. */
export const MailTemplate = Text.extend({ kind: MailKind, language: Language });
export type MailTemplate = z.infer<typeof MailTemplate>;
/** With what Cuedesk came with, where nobody has changed it. */
export const ShownTemplate = MailTemplate.extend({ changed: z.boolean() });
export type ShownTemplate = z.infer<typeof ShownTemplate>;

/** A mail as its reader gets it, made with sample data. */
export const MailPreview = z.object({ subject: z.string(), text: z.string(), html: z.string() });
export type MailPreview = z.infer<typeof MailPreview>;

/** The creator's private calendar feed. */
export const CalendarFeed = z.object({
  /** Null while it is off. Whoever has it reads the bookings. */
  url: z.string().nullable(),
  /** Whether viewers' addresses and answers stand in it. */
  contacts: z.boolean(),
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;

/** Everything that the studio's section shows. */
export const MailSettings = z.object({
  server: MailServer.omit({ password: true }).extend({ passwordSet: z.boolean() }).nullable(),
  /** `environment`: SMTP_URL is set and goes before the studio. */
  from: z.enum(['environment', 'studio']).nullable(),
  replyTo: z.string().nullable(),
  reminders: z.array(z.int()),
  notify: z.string().nullable(),
  status: MailStatus,
  failed: z.array(FailedMail),
  templates: z.array(ShownTemplate),
  feed: CalendarFeed,
});
export type MailSettings = z.infer<typeof MailSettings>;
