import { z } from 'zod';
import { RIGHT_SETS, RIGHTS } from './rights.ts';
import { Instant } from './time.ts';

/** The longest that an invitation for a span may run, in hours: a month. */
export const MOST_HOURS = 720;

export const Right = z.enum(RIGHTS);
const Rights = z
  .array(Right)
  .max(RIGHTS.length)
  // In the order of the list and each once, so that two equal sets look equal.
  .transform((given) => RIGHTS.filter((right) => given.includes(right)));
/** For one show: until an hour after the live that runs, or else the next one, has ended; {@link SHOW_HOURS} at the longest. */
const ForShow = z.literal('show');
export const SHOW_HOURS = 72;
const PersonName = z.string().trim().min(1).max(80);

/** What the owner asks for to let somebody in. */
export const InvitationDraft = z.object({
  name: PersonName,
  rights: Rights.default([...RIGHT_SETS.desk]),
  /** How long the person may be in, from now; null: until revoked. */
  hours: z
    .union([ForShow, z.int().min(1).max(MOST_HOURS)])
    .nullable()
    .default('show'),
});
export type InvitationDraft = z.infer<typeof InvitationDraft>;

/** What can be changed of a person; what is left out stays. */
export const PersonChange = z.object({
  name: PersonName.optional(),
  rights: Rights.optional(),
  /** Null: until revoked. */
  until: z.union([ForShow, Instant]).nullable().optional(),
});
export type PersonChange = z.infer<typeof PersonChange>;

/** An invitation's link: a key, shown once. It opens for its person alone, on each of their devices, until it ends. */
export const InvitationLink = z.object({ id: z.string(), url: z.string(), expiresAt: Instant });
export type InvitationLink = z.infer<typeof InvitationLink>;

/** One act of a person. `result` is `done`, `held` while it waits to be undone, or the stable word of its refusal. It holds no text, secret or contact. */
export const AuditEntry = z.object({
  seq: z.int(),
  at: Instant,
  /** Null: nobody who is known, as with a refused sign-in. */
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** What was done, as `requests.accept`. */
  act: z.string(),
  /** The id of what it was done to; empty when there is no such. Of `audit.shorten`: how many entries went, and from when. */
  object: z.string(),
  result: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Somebody who is or was let in. */
export const ListedPerson = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['owner', 'moderator']),
  rights: z.array(Right),
  from: Instant,
  until: Instant.nullable(),
  /** Whether `until` follows the live. */
  forShow: z.boolean(),
  revokedAt: Instant.nullable(),
  /** False while the person is invited and never came. */
  joined: z.boolean(),
  /** Until when the newest link opens; null when there is none. */
  linkUntil: Instant.nullable(),
  lastAct: AuditEntry.nullable(),
});
export type ListedPerson = z.infer<typeof ListedPerson>;
