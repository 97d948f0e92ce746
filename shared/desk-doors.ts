import { z } from 'zod';
import { Language } from './languages.ts';
import { Region } from './offer-terms.ts';
import { Instant, WholeMinute, Zone } from './time.ts';

/** A direct message that a moderator copied from somewhere. Without `service` it is for the first offer. */
export const PasteDraft = z.object({
  name: z.string().trim().min(1).max(80),
  text: z.string().trim().min(1).max(6000),
  language: Language.default('en'),
  service: z.string().min(1).max(64).optional(),
  start: WholeMinute.optional(),
  /** The viewer's, where it is known; else the creator's. */
  zone: Zone.optional(),
  /** The viewer's country, where it is known: it decides the price where prices differ. */
  region: Region.optional(),
  contact: z.object({ email: z.email().max(254).optional() }).optional(),
  /** The comment of the chat that it is, by its number in the journal: whose request it is, the platform has said then. */
  comment: z.int().min(1).optional(),
});
export type PasteDraft = z.infer<typeof PasteDraft>;

/** The door by which a request came in. `paste`: by a moderator; `tiktok`: a direct message there. */
export const RequestVia = z.enum(['page', 'chat', 'paste', 'tiktok']);

/**
 * The conversation that a request's replies go into. `windowEndsAt`: until when TikTok takes a reply; `repliesLeft`: how
 * many until the viewer writes again. `trouble`: why the last reply did not arrive, or null.
 */
export const RequestChannel = z.object({
  type: z.literal('tiktok'),
  windowEndsAt: Instant,
  repliesLeft: z.int(),
  waiting: z.int(),
  trouble: z.enum(['refused', 'window-closed', 'too-many-conversations', 'signed-out', 'unanswered']).nullable(),
});
export type RequestChannel = z.infer<typeof RequestChannel>;

/** TikTok's limits on answering (Business Messaging): within 48 hours of the viewer's last message, 10 replies. */
export const REPLY_WINDOW_HOURS = 48;
export const MOST_REPLIES = 10;

/** Why a call of the webhook was turned away. `signature` covers a missing header too. */
export const WEBHOOK_REFUSALS = ['signature', 'age', 'content', 'no-offer'] as const;

/** The studio's section "Messages from TikTok". Nothing in it is a secret. */
export const TikTokMessages = z.object({
  /** `unset`: no key in the environment; `unlinked`: no account yet; `signed-out`: TikTok took the access away. */
  state: z.enum(['unset', 'unlinked', 'linked', 'signed-out']),
  webhook: z.string(),
  businessId: z.string().nullable(),
  lastReceivedAt: Instant.nullable(),
  received: z.int(),
  repeated: z.int(),
  /** Since Cuedesk was started, by reason. */
  refused: z.record(z.enum(WEBHOOK_REFUSALS), z.int()),
  lastRefusedAt: Instant.nullable(),
  waiting: z.int(),
  failed: z.int(),
});
export type TikTokMessages = z.infer<typeof TikTokMessages>;

/** What links an account: its id there, and the refresh token that TikTok gave the app for it. */
export const TikTokAccount = z.object({
  businessId: z.string().trim().min(1).max(200),
  refreshToken: z.string().trim().min(8).max(2000),
});
export type TikTokAccount = z.infer<typeof TikTokAccount>;
