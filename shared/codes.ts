import { z } from 'zod';
import { Instant } from './time.ts';

/**
 * What a short code is for. `card`: a booking card of a stage, made by itself. `scene`: an OBS scene, before the card's.
 * `offer`: one offer, wherever the stage shows it. `moment`: what is being spoken of now, before all others.
 */
export const CODE_KINDS = ['card', 'scene', 'offer', 'moment'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** A code with what came by it. */
export const ShortCode = z.object({
  code: z.string(),
  kind: z.enum(CODE_KINDS),
  /** The creator's own words for it: a stage, a scene, an offer's title, a moment. */
  label: z.string(),
  /** The offer that it leads to; null: the whole page. */
  service: z.string().nullable(),
  visits: z.int(),
  asks: z.int(),
  booked: z.int(),
  createdAt: Instant,
  /** Until when it is on the stage; null: until it is ended. It leads to the page, and is counted, afterwards too. */
  shownUntil: Instant.nullable(),
  ended: z.boolean(),
});
export type ShortCode = z.infer<typeof ShortCode>;

/** A week: what is to be on the stage for longer has no end. */
const MOST_MINUTES = 7 * 24 * 60;

/** Asks for a code. One scene, one offer and the moment have one code each: a new one ends the one before it. */
export const CodeAsk = z
  .object({
    kind: z.enum(['scene', 'offer', 'moment']).default('moment'),
    /** What a moment or an offer is listed as. A scene is listed by its name. */
    label: z.string().trim().max(120).default(''),
    /** As OBS names it. */
    scene: z.string().min(1).max(200).nullable().default(null),
    service: z.string().min(1).max(64).nullable().default(null),
    /** A word of the creator's own in place of a random one. */
    word: z.string().max(40).nullable().default(null),
    /** Null: until it is ended. */
    minutes: z.int().min(1).max(MOST_MINUTES).nullable().default(null),
  })
  .superRefine((ask, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (ask.kind === 'scene' ? ask.scene === null : ask.label === '')
      refuse(ask.kind === 'scene' ? 'scene' : 'label', 'is needed to tell what the code is for');
    if (ask.kind === 'offer' && ask.service === null) refuse('service', 'is needed for the code of an offer');
  });
export type CodeAsk = z.infer<typeof CodeAsk>;

/** The code of what is being spoken of now, on every stage. */
export interface MomentNow {
  code: string;
  label: string;
  shownUntil: Instant | null;
}
