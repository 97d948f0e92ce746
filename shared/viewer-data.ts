import { z } from 'zod';
import { RequestState, ThreadMessage } from './booking.ts';
import { Language, LocalText } from './languages.ts';
import { MailKind } from './mail.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** One ask of a viewer: who asked, for what, and what was agreed to. */
const AskData = z.object({
  /** By which both sides may name it. */
  number: z.string(),
  state: RequestState,
  service: z.object({ id: z.string(), title: LocalText }),
  createdAt: Instant,
  updatedAt: Instant,
  start: Instant.nullable(),
  end: Instant.nullable(),
  /** By when an answer is promised; null where nothing is. */
  answerBy: Instant.nullable(),
  /** When the creator's side said that it is paid; null: not said. */
  paidAt: Instant.nullable(),
  /** The creator's wall time and zone of the start, as they read when it was chosen. */
  wallStart: z.string().nullable(),
  creatorZone: z.string().nullable(),
  person: z.object({
    name: z.string(),
    email: z.string().nullable(),
    language: Language,
    locale: z.string().nullable(),
    zone: z.string(),
  }),
  agreed: z.object({
    price: Money.nullable(),
    deposit: Money.nullable(),
    /** In minutes before the start; null where none was said. */
    cutoffMinutes: z.int().nullable(),
    region: z.string().nullable(),
    answers: z.array(z.object({ question: z.string(), answer: z.string() })),
    code: z.string().nullable(),
    via: z.enum(['page', 'chat', 'paste', 'tiktok']),
    adult: z.boolean(),
    onAir: z.boolean(),
    consentVersion: z.string().nullable(),
  }),
  /** Between which starts, both included, a viewer in line wants a time; null where nobody waits. */
  waitsFor: z.object({ earliest: Instant.nullable(), latest: Instant.nullable() }).nullable(),
});
export type AskData = z.infer<typeof AskData>;

/**
 * What is kept of a viewer, in a file for them (GDPR, articles 15 and 20): what they gave, agreed to, wrote and were written.
 * What the desk notes for itself is not in it, and neither are the names of those who sit there.
 */
export const ViewerData = z.object({
  format: z.literal('cuedesk-viewer-data'),
  version: z.literal(1),
  madeAt: Instant,
  creator: z.object({ name: z.string(), handle: z.string() }),
  /** The ask of this address first, then those that were merged into it. */
  asks: z.array(AskData),
  messages: z.array(ThreadMessage),
  /** Mails of the last 30 days, by when they were written; `to` is known until one has gone. */
  mails: z.array(z.object({ kind: MailKind, state: z.string(), writtenAt: Instant, to: z.string().nullable() })),
});
export type ViewerData = z.infer<typeof ViewerData>;
