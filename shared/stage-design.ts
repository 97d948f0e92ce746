import { z } from 'zod';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/*
 * How a stage looks: which widgets, where, in which theme, and by which rules alerts come. The streamer shapes it in the
 * studio; the server keeps it whole; the stage draws it. Lengths are pixels of the layout's own canvas.
 */

/** One word per kind; what each shows is told in docs/stage.md. */
export const WIDGET_KINDS = [
  'bio',
  'booking',
  'queue',
  'alerts',
  'leaderboard',
  'goal',
  'featured',
  'pinned',
  'discount',
  'ticker',
  'clock',
  'feed',
] as const;
export type WidgetKind = (typeof WIDGET_KINDS)[number];

export const THEMES = ['glass', 'paper', 'bold', 'edge', 'festive'] as const;
export type Theme = (typeof THEMES)[number];

const line = z.string().max(200);

/** What a goal counts, of this live or of all since `since`. */
export const GOAL_MEASURES = ['diamonds', 'money', 'follows', 'subscribes', 'likes', 'bookings'] as const;

const widgetId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'is made of small letters, digits and hyphens')
  // Boxes are looked up by it in a plain object, where this word finds a function.
  .refine((id) => id !== 'constructor', { error: 'is a word of the machinery' });

/** One widget with its settings. `id` names it to the layouts of its design. */
export const Widget = z.discriminatedUnion('kind', [
  z.object({
    id: widgetId,
    kind: z.literal('bio'),
    offers: z.boolean(),
    skills: z.boolean(),
    // Left out by scripts of the days before there were such; a design that was kept then shows them (kept-design.ts).
    proofs: z.boolean().default(false),
    prices: z.boolean(),
    turnSeconds: z.int().min(3).max(120),
  }),
  z.object({ id: widgetId, kind: z.literal('booking'), code: z.boolean(), nextFree: z.boolean() }),
  z.object({ id: widgetId, kind: z.literal('queue'), names: z.int().min(0).max(5), nowServing: z.boolean() }),
  z.object({ id: widgetId, kind: z.literal('alerts'), most: z.int().min(1).max(3) }),
  z.object({
    id: widgetId,
    kind: z.literal('leaderboard'),
    span: z.enum(['live', 'today']),
    rows: z.int().min(1).max(10),
  }),
  z.object({
    id: widgetId,
    kind: z.literal('goal'),
    title: line,
    measure: z.enum(GOAL_MEASURES),
    /** In the measure's own unit; of money in minor units of `currency`. */
    target: z.int().min(1).max(1_000_000_000),
    /** What was there before this live: a goal of several evenings goes on. */
    from: z.int().min(0).max(1_000_000_000),
    /** Crowdfunding goes on: what every live brought that began at this time or later. Left out: this live alone. */
    since: Instant.optional(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    milestones: z.array(z.object({ at: z.int().min(1).max(1_000_000_000), title: line })).max(8),
    /** A line of the streamer's own that asks for gifts or thanks for them; shown while {@link GiftTalk} allows calls. */
    call: line.default(''),
  }),
  z.object({ id: widgetId, kind: z.literal('featured'), showSeconds: z.int().min(3).max(600) }),
  z.object({
    id: widgetId,
    kind: z.literal('pinned'),
    title: line,
    text: line,
    price: Money.nullable(),
    address: line,
    /** The short name of an offer: while that has a code of its own, its short address stands in place of `address`. */
    offer: z.string().max(64).optional(),
  }),
  z.object({ id: widgetId, kind: z.literal('discount'), code: line, text: line, endsAt: Instant.nullable() }),
  z.object({
    id: widgetId,
    kind: z.literal('ticker'),
    lines: z.array(line).max(12),
    turnSeconds: z.int().min(3).max(120),
  }),
  z.object({ id: widgetId, kind: z.literal('clock'), shows: z.enum(['session', 'time']) }),
  z.object({ id: widgetId, kind: z.literal('feed') }),
]);
export type Widget = z.infer<typeof Widget>;
export type WidgetOf<K extends WidgetKind> = Extract<Widget, { kind: K }>;

/** Where a widget stands; what is smaller than its box keeps to the named edges of it. */
export const Box = z.object({
  x: z.int().min(-8192).max(8192),
  y: z.int().min(-8192).max(8192),
  width: z.int().min(16).max(8192),
  height: z.int().min(16).max(8192),
  across: z.enum(['left', 'center', 'right']),
  down: z.enum(['top', 'center', 'bottom']),
});
export type Box = z.infer<typeof Box>;

/** Widgets without a box are not on this layout. `scene` null: for every OBS scene that has none of its own. */
export const Layout = z.object({
  id: widgetId,
  name: z.string().min(1).max(80),
  canvas: z.object({ width: z.int().min(160).max(8192), height: z.int().min(160).max(8192) }),
  scene: z.string().max(200).nullable(),
  boxes: z.record(widgetId, Box),
});
export type Layout = z.infer<typeof Layout>;

/** By which rules alerts of one type come. */
export const AlertRule = z.object({
  on: z.boolean(),
  /** Least time between two of this type; one that comes earlier waits its turn. */
  cooldownSeconds: z.int().min(0).max(600),
  /** A gift streak or a tip below this waits for nobody: it is not shown. In diamonds, or minor units of money. */
  least: z.int().min(0).max(1_000_000_000),
  sound: z.enum(['none', 'chime', 'pluck', 'bell', 'rise', 'drum']),
});
export type AlertRule = z.infer<typeof AlertRule>;

export const AlertRules = z.object({
  types: z.object({
    gift: AlertRule,
    tip: AlertRule,
    subscribe: AlertRule,
    follow: AlertRule,
    share: AlertRule,
    'fan-club': AlertRule,
    // Left out by scripts of the days before there were such.
    own: AlertRule.default({ on: true, cooldownSeconds: 0, least: 0, sound: 'chime' }),
  }),
  /** How long an alert stays after it last grew. */
  leastSeconds: z.int().min(2).max(60),
  /** Beyond this one that still grows makes room, when others wait. */
  mostSeconds: z.int().min(2).max(300),
  /** Waiting alerts beyond this are told as a number alone. */
  waitingMost: z.int().min(1).max(200),
  volume: z.number().min(0).max(1),
  speech: z.boolean(),
});
export type AlertRules = z.infer<typeof AlertRules>;

/**
 * TikTok frowns on soliciting gifts: all of these are off until the streamer, warned, switches them on. `prices`: what a
 * streak is worth, on its alert. `pictures`: TikTok's picture of a gift, on its alert. `calls`: the goals' own lines.
 */
export const GiftTalk = z.object({ prices: z.boolean(), calls: z.boolean(), pictures: z.boolean() });

/** The parts of a design, each with its own shape; whether they fit together is told by {@link StageDesign}. */
export const DesignParts = z.object({
  theme: z.enum(THEMES),
  /** The brand's colour as `#rrggbb`; null means the theme's own. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as #1f7a8c')
    .nullable(),
  widgets: z.array(Widget).max(40),
  layouts: z.array(Layout).min(1).max(20),
  alerts: AlertRules,
  giftTalk: GiftTalk,
  /** What is on air when the server has been gone for half a minute: the last picture without what may be stale, or nothing. */
  withoutServer: z.enum(['keep', 'blank']),
  /** Of the streamer's own; cannot load anything (`overlay/stage/own-css.ts`). */
  css: z.string().max(20_000),
});

export const StageDesign = DesignParts.superRefine(({ widgets, layouts }, context) => {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const ids = new Set<string>();
  for (const [at, { id }] of widgets.entries()) {
    if (ids.has(id)) refuse(['widgets', at, 'id'], 'is the id of another widget');
    ids.add(id);
  }
  const named = new Set<string>();
  for (const [at, layout] of layouts.entries()) {
    if (named.has(layout.id)) refuse(['layouts', at, 'id'], 'is the id of another layout');
    named.add(layout.id);
    for (const id of Object.keys(layout.boxes)) {
      if (!ids.has(id)) refuse(['layouts', at, 'boxes', id], 'is a box for a widget that is not there');
    }
  }
});
export type StageDesign = z.infer<typeof StageDesign>;

/** What the streamer or a moderator puts on the stage by hand. */
export const Featured = z.object({
  id: z.string().min(1).max(80),
  kind: z.enum(['comment', 'question']),
  name: z.string().max(200),
  text: z.string().max(500),
  at: Instant,
});
export type Featured = z.infer<typeof Featured>;

/** What can be done to the alerts of all stages at once. */
export const ALERT_ACTS = ['pause', 'resume', 'skip', 'replay', 'clear', 'mute', 'unmute'] as const;
export type AlertAct = (typeof ALERT_ACTS)[number];
