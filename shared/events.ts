import { z } from 'zod';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** Longest text a person may send into the live; a source cuts before, the API refuses above. */
export const LONGEST_TEXT = 10_000;

/** Control characters are refused in names of things: PostgreSQL cannot keep NUL, and keys are joined by it. */
const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u, 'must not hold control characters');
const name = z.string().max(LONGEST_TEXT);
const text = z.string().max(LONGEST_TEXT);
const count = z.int().min(0).max(1_000_000_000_000);
/** An address that a page could load; anything but http and https is refused, so `javascript:` never gets in. */
const webAddress = z
  .string()
  .max(4096)
  .regex(/^https?:\/\//i, 'is not an http or https address');

/** Who did it. `id` is the platform's own and stable; handle and name may change or be missing. Roles are kebab-case words. */
export const LiveUser = z.object({
  id,
  handle: name.optional(),
  name: name.optional(),
  avatarUrl: webAddress.optional(),
  roles: z.array(z.string().min(1).max(40)).max(20).optional(),
});
export type LiveUser = z.infer<typeof LiveUser>;

/**
 * A gift. `diamonds` is what ONE of them is worth, `count` the running total of the streak so far. Without `streak` it
 * is a single gift, complete in one message. `streak.id` is the platform's mark for one row of taps; it is unique per
 * viewer, gift and room only. `pictureUrl` is where the platform keeps the gift's picture.
 */
export const Gift = z.object({
  id,
  name,
  pictureUrl: webAddress.optional(),
  diamonds: z.int().min(0).max(10_000_000),
  count: z.int().min(1).max(10_000_000),
  streak: z.object({ id, ended: z.boolean() }).optional(),
});
export type Gift = z.infer<typeof Gift>;

const base = {
  id,
  /** Which source said so; events posted without one get `api`. `id` is unique within its source. */
  source: id.default('api'),
  /** The platform's room, where it has one: likes are counted per room, streaks are told apart by it. */
  room: id.optional(),
  at: Instant,
};
const byUser = { ...base, user: LiveUser };

/**
 * One thing that happened in a live session, as it goes over the wire, into the journal and out of it
 * (interface document, section 5). Unknown fields are left out.
 */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ ...byUser, type: z.literal('chat'), chat: z.object({ text, language: z.string().max(35).optional() }) }),
  z.object({ ...byUser, type: z.literal('gift'), gift: Gift }),
  z.object({ ...byUser, type: z.literal('like'), like: z.object({ count, total: count.optional() }) }),
  z.object({ ...byUser, type: z.literal('follow') }),
  z.object({ ...byUser, type: z.literal('share') }),
  z.object({ ...byUser, type: z.literal('join') }),
  z.object({
    ...byUser,
    type: z.literal('subscribe'),
    subscribe: z.object({ months: z.int().min(0).max(10_000), tier: z.string().max(200).optional() }),
  }),
  z.object({ ...byUser, type: z.literal('tip'), tip: z.object({ amount: Money, message: text.optional() }) }),
  z.object({ ...base, type: z.literal('viewers'), viewers: z.object({ now: count, total: count.optional() }) }),
  z.object({ ...byUser, type: z.literal('question'), question: z.object({ text }) }),
  z.object({
    ...byUser,
    type: z.literal('message'),
    message: z.object({
      conversationId: id,
      text,
      attachments: z
        .array(z.object({ type: z.string().max(40), url: webAddress.optional() }))
        .max(20)
        .optional(),
    }),
  }),
  z.object({
    ...byUser,
    type: z.literal('order'),
    order: z.object({
      items: z
        .array(z.object({ productId: id, title: name, quantity: z.int().min(1).max(1_000_000), price: Money }))
        .min(1)
        .max(200),
      code: z.string().max(200).optional(),
    }),
  }),
  z.object({
    ...base,
    type: z.literal('session'),
    session: z.object({ state: z.enum(['started', 'paused', 'resumed', 'ended']) }),
  }),
  z.object({
    ...base,
    type: z.literal('moderation'),
    moderation: z.object({
      deletedIds: z.array(id).max(1000).optional(),
      blockedUserIds: z.array(id).max(1000).optional(),
    }),
  }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
export type LiveEventType = LiveEvent['type'];
export type EventOf<T extends LiveEventType> = Extract<LiveEvent, { type: T }>;

/** Most bytes of one event that is posted, as JSON. Lists of the longest texts would come to megabytes each. */
const MOST_BYTES_AN_EVENT = 64 * 1024;

/** An event as it may be posted; one that is too large is refused by the field that has the most of it. */
export const SentEvent = LiveEvent.superRefine((event, context) => {
  if (bytesOf(event) <= MOST_BYTES_AN_EVENT) return;
  const [largest] = Object.entries(event).toSorted(([, a], [, b]) => bytesOf(b) - bytesOf(a));
  context.addIssue({
    code: 'custom',
    path: [largest?.[0] ?? 'type'],
    message: 'has most of an event that is larger than 64 kB: make it shorter',
  });
});

function bytesOf(value: unknown): number {
  const json = JSON.stringify(value);
  // A unit of UTF-16 is three bytes at most: nearly every event is small enough without being counted.
  return json.length * 3 <= MOST_BYTES_AN_EVENT ? json.length : new TextEncoder().encode(json).byteLength;
}

/** What `POST /api/v1/events` takes: one event, or 1 to 1,000 of them that are kept together or not at all. */
export const MOST_EVENTS_A_POST = 1000;
export const EventBatch = z.array(SentEvent).min(1).max(MOST_EVENTS_A_POST);

/** An event as the journal keeps it: `seq` counts from 1 without a hole per creator, in the order of acceptance. */
export type JournalEntry = LiveEvent & { readonly seq: number };

/** Blanks, and signs of which nothing is seen: a name of these alone is none. */
const NOTHING_SEEN = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** The name that may be shown of a viewer: the display name, else the handle. Never the id. */
export function nameOf(user: LiveUser): string {
  const name = user.name?.trim() ?? '';
  return NOTHING_SEEN.test(name) ? (user.handle ?? '') : name;
}
