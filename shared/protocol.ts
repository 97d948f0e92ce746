import type { Bio, RequestState, Service, ThreadMessage } from './booking.ts';
import type { BusyFeed } from './busy.ts';
import type { ChatHold } from './chat-word.ts';
import type { CodeKind, MomentNow } from './codes.ts';
import type { CommentBatch } from './comments.ts';
import type { RequestChannel } from './desk-doors.ts';
import type {
  DeskChoice,
  DeskDraft,
  DeskPresence,
  DraftWritten,
  HeldAct,
  HeldFailed,
  Here,
  TakenOver,
} from './desk-team.ts';
import type { KeptDeskView } from './desk-views.ts';
import type { FollowersKnown, ServiceLicences } from './eligibility.ts';
import type { Flood } from './floods.ts';
import type { Label } from './labels.ts';
import type { Language, LocalText } from './languages.ts';
import type { DeskLive, Gap, LiveSession, SourceStatus } from './live.ts';
import type { Macro } from './macros.ts';
import type { MailStatus } from './mail.ts';
import type { Money } from './money.ts';
import type { Deposit, Place } from './offer-terms.ts';
import type { PreparedForDesk } from './prepared-replies.ts';
import type { Right } from './rights.ts';
import type { SceneAutomation, SceneRule } from './scene-rules.ts';
import type { ObsStatus, RuleTrace } from './scenes.ts';
import type { SpamSign } from './spam-signs.ts';
import type { Featured, StageDesign } from './stage-design.ts';
import type { Instant } from './time.ts';

/*
 * What goes over our own sockets. Each role has ONE view, made whole by one pure function of server/core/views.ts and
 * sent on connect and after every change (coalesced); a page that reconnects needs nothing more. These are types, not
 * schemas: the pages trust their own server, and a second check would cost the stage 20 kB.
 */

/** Who a socket or a request speaks for. `stage` sees what is on air and nothing else. */
export const ROLES = ['owner', 'moderator', 'stage', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Names of the socket.io namespaces; `auth` of the handshake carries what is named here. */
export const NAMESPACES = {
  /** auth: { token } from the page's fragment. */
  stage: '/stage',
  /** auth: { token } from `GET /api/v1/login`. */
  desk: '/desk',
  /** auth: { token } from `GET /api/v1/login`. */
  studio: '/studio',
  /** auth: { secret } of the thread. On both doors. */
  thread: '/thread',
} as const;

/**
 * One thing worth showing on air. A gift streak is ONE moment that grows: the same `key` comes again with a higher
 * `count`. No id of a person. What a gift is worth and its picture are on it only for a stage whose design shows them.
 */
export type StageMoment =
  | {
      seq: number;
      at: Instant;
      type: 'gift';
      key: string;
      name: string;
      gift: string;
      count: number;
      ended: boolean;
      /**
       * How much is given so far, as an order of magnitude: the doublings of one diamond, rounded up. By it the stage shows
       * the great before the small; what a gift is worth to the diamond is in no frame of a stage that does not show it.
       */
      rank?: number;
      /** What the streak is worth so far. */
      diamonds?: number;
      /** Where this server serves the gift's picture; it may turn out to have none. */
      picture?: string;
    }
  | { seq: number; at: Instant; type: 'follow' | 'share' | 'subscribe' | 'fan-club'; key: string; name: string }
  | { seq: number; at: Instant; type: 'tip'; key: string; name: string; amount: Money };

/** An offer as the stage shows it. */
export interface OfferCard {
  /** As in the address of its page. */
  slug: string;
  title: LocalText;
  minutes: number;
  price: Money;
  /** The code that was made for it, and the address that leads by it; null where there is none, or it has ended. */
  code: { letters: string; address: string } | null;
}

/** The whole of what one stage may know. No contact data, no message text, no internal id: by type (promise 5). */
export interface StageView {
  stage: { id: string; name: string; language: Language };
  /** Null while nothing is published. */
  bio: { name: string; handle: string; headline: string; skills: string[]; offers: OfferCard[] } | null;
  /** The address a viewer can type, and the same as a QR path. Null while nothing is published; the studio warns while it is this machine's alone. */
  booking: {
    /** The short one, `host/c/CODE`, while there is a code; else that of the viewers' page. */
    address: string;
    /** The code that is on, to be said aloud: of the moment, the scene or this card. Null: none can be made. */
    code: string | null;
    qr: { modules: number; path: string };
  } | null;
  /** The next bookable start; null when there is none or it is not certain. `checkedAt` lets the page withdraw it when stale. */
  nextFree: { start: Instant; zone: string; leftThisWeek: number; checkedAt: Instant } | null;
  /** `nowServing`: whose booked session runs now, by on-air name. */
  queue: {
    waiting: number;
    nowServing: string | null;
    next: { name: string; service: LocalText; start: Instant | null }[];
  };
  /** Times that a word in the chat holds until their viewers come, the newest first: on-air names and codes. */
  chatHolds: { code: string; name: string; until: Instant }[];
  /** What OBS shows, for layouts of their own; null while that is not known. */
  scene: string | null;
  /** True after the panic key: nothing at all is on air. */
  blank: boolean;
  /** The stage tells of itself for whoever sets it up; never during a show. */
  setUp: boolean;
  featured: Featured | null;
  /** The layout that a scene rule has called for, by id; null or left out: by the scene. */
  layout?: string | null;
  alertControl: AlertControl;
  /** In the first view after a connect, what came in the last 30 seconds, oldest first: a reload shows what is still on. */
  moments: StageMoment[];
  serverTime: Instant;
}

/** What was done to the alerts by hand. Numbers only rise, so that a page does each once, whenever it hears of it. */
export interface AlertControl {
  paused: boolean;
  muted: boolean;
  /** How often the alert on air was sent away. */
  skips: number;
  /** Moments up to this number were cleared. */
  clearedSeq: number;
  /** How often the last alert was asked for again. */
  replays: number;
}

/** What holds for all stages by hand: blanked by the panic key, what is featured, the alerts. */
export interface OnStage {
  blank: boolean;
  featured: Featured | null;
  /** The layout that a scene rule has called for, by id; null or left out: by the scene. */
  layout?: string | null;
  alertControl: AlertControl;
}

/** What goals, leaderboard and clock count. Sent apart from the view, at most twice a second. */
export interface StageFigures {
  sessionStartedAt: Instant | null;
  diamonds: number;
  follows: number;
  subscribes: number;
  likes: number;
  money: Money[];
  bookings: number;
  /** The most generous first. Names as they may be on air. */
  board: { live: BoardRow[]; today: BoardRow[] };
  /** True when the feed was away during this live: sums may be short. */
  short: boolean;
  /** `name` is the kind of the source, the first part of its id: `tiktok`. */
  feed: { state: SourceStatus['state']; name: string }[];
}
export interface BoardRow {
  name: string;
  diamonds: number;
}

/** A request as the desk sees it; `contact` and `terms.price` are null for whoever may not see them. */
export interface DeskRequest {
  id: string;
  state: RequestState;
  service: { id: string; title: LocalText };
  start: Instant | null;
  end: Instant | null;
  /** The viewer's zone, and the creator's: the desk shows both. */
  zone: string;
  /** Empty once the viewer has erased the own data. */
  name: string;
  language: Language;
  contact: { email?: string | undefined } | null;
  /** What was agreed on with the ask: what the viewer was shown and said. */
  terms: {
    price: Money | null;
    region: string | null;
    answers: { question: string; answer: string }[];
    code: string | null;
    via: 'page' | 'chat' | 'paste' | 'tiktok';
  };
  /** Until when an offered time is kept for this viewer. */
  offersUntil: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  claim: { by: string; name: string; until: Instant } | null;
  /** Until when the desk has put it aside; past once it is back and the desk has not acted on it since. */
  snoozedUntil: Instant | null;
  /** It comes back with the end of the live, and at `snoozedUntil` at the latest. */
  snoozedForLive: boolean;
  /** By when the viewer was promised an answer; null once it is answered, or where nothing was promised. */
  answerBy: Instant | null;
  /** Whether it was back when this was made: the clock of a page need not say so before. */
  back: boolean;
  /** True while the slot is held by an accepted request of another. */
  slotTaken: boolean;
  unread: boolean;
  /** The door by which it came in, and the code that led to it. */
  via: 'page' | 'chat' | 'paste' | 'tiktok';
  code: string | null;
  /** What that short code was for; null without one, or when it was taken away since. */
  codeFor: { kind: CodeKind; label: string } | null;
  /** The conversation elsewhere that replies go into; null when the thread is the only one. */
  channel: RequestChannel | null;
  /** Id of the block that its viewer is kept out by; null for who is not. */
  block: string | null;
  /** Ids of its own labels, and of those of its person. */
  labels: { request: string[]; person: string[] };
  /** The name that its question may be asked under on air; null when its viewer did not agree to that. */
  airName: string | null;
  messages: ThreadMessage[];
}

/**
 * A request as one line of the desk's list. Nothing in it needs a right: the rest is in its thread, which is made for
 * each person. `service` is the id of what is asked for, whose title stands in the view.
 */
export type DeskRow = Pick<
  DeskRequest,
  | 'id'
  | 'state'
  | 'start'
  | 'name'
  | 'language'
  | 'updatedAt'
  | 'claim'
  | 'snoozedUntil'
  | 'snoozedForLive'
  | 'back'
  | 'slotTaken'
  | 'unread'
  | 'block'
> & {
  service: string;
  /** Since when its viewer has been waiting for the desk; for the rest, when it changed last. */
  since: Instant;
  /** What is lost next while the desk does not answer, and when; null when nothing is, or the viewer has to answer. */
  loss: { what: 'reply-window' | 'promised' | 'slot-start'; at: Instant } | null;
  /** Ids of its labels, its person's among them, each once. */
  labels: string[];
  /** Why it may be spam, by the rules; null when nothing speaks for that, or somebody has looked at it. */
  spamSign: SpamSign | null;
};

/** How many requests there are in each state, also of those that the list does not hold. */
export type DeskCounts = Record<RequestState, number>;

/** A part of the whole list as it stood at `version`; `first` is where in the list it begins, `total` how long that is. */
export interface DeskListPart {
  version: number;
  first: number;
  total: number;
  rows: DeskRow[];
}

/** What changed from one version of the list to another. A page that is not at `from` has missed something. */
export interface DeskRows {
  from: number;
  version: number;
  rows: DeskRow[];
  /** Ids of what is no longer in the list. */
  gone: string[];
}

/** The desk without its list, which comes by itself. */
export interface DeskView {
  me: { id: string; name: string; role: Role; rights: Right[] };
  creator: { name: string; handle: string; zone: string } | null;
  /** What the requests of the list ask for, by id: also what is no longer offered. */
  services: Record<string, LocalText>;
  /** What floods the queue, each flood in one line; none of its asks is in the list. The largest first. */
  floods: Flood[];
  /** Times that the chat holds now, the oldest first. */
  chatHolds: ChatHold[];
  /** The code of what is being spoken of now: who answers in the chat can say it too. */
  moment: MomentNow | null;
  /** `host/c/`, before a code. */
  codeAddress: string;
  live: DeskLive;
  /** With the right to control the stage it is blanked and the alerts are controlled from here too. */
  onStage: Pick<OnStage, 'blank' | 'alertControl'>;
  /** The request whose question is on the stages; null while none is. */
  onAir: DeskOnAir | null;
  /** Null without the right to control scenes. */
  scenes: DeskScenes | null;
  serverTime: Instant;
}

/** A request whose question stands on the stages, and when the last of them lets go of it by itself. */
export interface DeskOnAir {
  request: string;
  until: Instant;
}

/** What the desk has of OBS. `buttons`: the rules that are on and have a button for moderators, in the owner's order. */
export interface DeskScenes extends Pick<ObsStatus, 'scene' | 'automation' | 'pause'> {
  connected: boolean;
  buttons: { rule: string; name: string }[];
}

/** A stage's page as the studio knows it from its heartbeats. */
export interface StageStatus {
  id: string;
  name: string;
  state: 'connected' | 'gone' | 'never';
  seenAt: Instant | null;
  size: { width: number; height: number } | null;
  browser: string | null;
  /** Frames drawn a second as the page last told; an idle stage draws none. */
  framesPerSecond: number | null;
  pages: number;
  setUp: boolean;
}

/** How viewers reach the booking page. */
export interface BookingAddress {
  url: string;
  /** True while the address works on this machine (or its network) alone. */
  localOnly: boolean;
  from: 'setting' | 'environment' | 'tunnel' | 'door';
  tunnel: { program: TunnelProgram; state: 'starting' | 'open' | 'failed' | 'off'; detail: string } | null;
  /** Tunnel programs found on this machine. */
  installed: TunnelProgram[];
}
export type TunnelProgram = 'cloudflared' | 'tailscale' | 'ngrok';

/** One line of the eligibility check that gates publishing. `why` is a stable word; pages translate it. */
export interface EligibilityPoint {
  path: string;
  why:
    | 'handle-missing'
    | 'not-adult'
    | 'too-few-followers'
    | 'no-proof'
    | 'licence-unconfirmed'
    | 'licence-activity'
    | 'licence-never'
    | 'headline-missing';
  message: string;
}

/** The whole of the studio. The stage's address is fetched on demand and never part of a view. */
export interface StudioView {
  live: LiveSession;
  sources: SourceStatus[];
  /** `designRevision` rises with each design given: a studio that shapes an older one reads it again. */
  stages: (StageStatus & { designRevision: number })[];
  onStage: OnStage;
  obs: ObsStatus;
  rules: SceneRule[];
  /** What became of each rule, and what holds for all of them. */
  ruleTraces: RuleTrace[];
  automation: SceneAutomation;
  queue: { open: number; unanswered: number };
  /** Short codes. `revision` rises whenever their list or its numbers are worth reading again. */
  codes: { revision: number; moment: MomentNow | null };
  address: BookingAddress;
  /** Outgoing mail. */
  mail: MailStatus;
  bio: Bio | null;
  published: boolean;
  missing: EligibilityPoint[];
  services: Service[];
  /** Calendars that block time. Their addresses are in no view. */
  calendars: BusyFeed[];
  /** What the list of regulated activities says of each service. */
  licences: ServiceLicences[];
  followersKnown: FollowersKnown;
  settings: {
    tiktokHandle: string | null;
    language: Language;
    obsAddress: string;
    obsPasswordSet: boolean;
    /** Whether moderators may use the desk at the public address too. */
    deskOutside: boolean;
    /** How many days the log of acts is kept. */
    auditDays: number;
    /** Within how many hours viewers are promised an answer; null: nothing is promised. */
    answerWithinHours: number | null;
    sampleShow: boolean;
  };
  gapsOpen: Gap[];
  serverTime: Instant;
}

/** What a viewer's page may offer to do. `receipt` is the page's own, the others are asked of the server. */
export const THREAD_ACTIONS = ['message', 'cancel', 'move', 'calendar', 'waitlist', 'receipt', 'erase'] as const;

/** One viewer's private thread, as its page sees it (interface document, section 6). */
export interface ThreadView {
  state: RequestState;
  creator: { name: string; handle: string };
  service: { id: string; title: LocalText; minutes: number; price: Money };
  name: string;
  start: Instant | null;
  end: Instant | null;
  zone: string;
  createdAt: Instant;
  /** What both sides may name the booking by on the phone. No secret. */
  number: string;
  /** As it was agreed on. */
  price: Money;
  /** The link and the number are in it only while it is booked. */
  place: Place;
  /** The payment link is in it only while it is booked. */
  deposit: Deposit | null;
  answers: { question: string; answer: string }[];
  messages: ThreadMessage[];
  actions: (typeof THREAD_ACTIONS)[number][];
  /** Bookable starts to choose from: what is offered, or the nearest to a time that went to another. */
  nearest: Instant[];
  /** By when an answer is promised; null once it is answered, or where nothing is promised. */
  answerBy: Instant | null;
  /** Until when a booking can be cancelled or moved here; null while nothing is booked. */
  cutoffAt: Instant | null;
  /** Until when the offered time is kept for this viewer alone; null: it is not kept. */
  offersUntil: Instant | null;
  /** The place in the line for this offer, the first being 1; null when the viewer is not in it. */
  waitlist: { position: number } | null;
  serverTime: Instant;
}

/** Server to page. `moments` come joined per turn; a page applies them once a frame. */
export interface StageFromServer {
  view: (view: StageView) => void;
  moments: (moments: StageMoment[]) => void;
  /** On connect and after each change of the design. */
  design: (design: StageDesign) => void;
  /** On connect and, at most twice a second, after a change. */
  figures: (figures: StageFigures) => void;
  /** Whether this page is the one of all that makes the sounds. */
  voice: (mine: boolean) => void;
  /** The studio asks the page to load itself anew. */
  reload: () => void;
}
/** Page to server: sign of life every 5 s. */
export interface StageToServer {
  alive: (report: { width: number; height: number; browser: string; framesPerSecond: number }) => void;
}
export interface DeskFromServer {
  view: (view: DeskView) => void;
  /** On connect and when asked for, part by part; the next comes once `heard` was called. */
  list: (part: DeskListPart, heard: () => void) => void;
  rows: (rows: DeskRows) => void;
  /** On connect and after each change: what the ids at requests mean. */
  labels: (labels: Label[]) => void;
  /** On connect and after each change: the views that this person may choose from. */
  views: (views: KeptDeskView[]) => void;
  /** On connect and after a change, at most once a second. */
  counts: (counts: DeskCounts) => void;
  /** The opened request, on opening and after each of its changes; null when there is none by this id. */
  thread: (id: string, request: DeskRequest | null) => void;
  /** On connect and after each change, for who may reply or change them. */
  prepared: (prepared: PreparedForDesk) => void;
  /** On connect and after each change. */
  macros: (macros: Macro[]) => void;
  /** On connect: all that this person has typed and not sent. */
  drafts: (drafts: DeskDraft[]) => void;
  /** One of them, as it is kept now; to each page of the person, also the one that it came from. */
  draft: (draft: DeskDraft) => void;
  /** On connect and after each change: who looks at what. */
  presence: (presence: DeskPresence[]) => void;
  /** A claim of this person was taken over. */
  taken: (taken: TakenOver) => void;
  /** On connect and after each change: everybody's acts that can still be undone. */
  held: (held: HeldAct[]) => void;
  heldFailed: (failed: HeldFailed) => void;
  /** On connect and after a change: what this person has chosen. */
  choice: (choice: DeskChoice) => void;
  /** The chat of the live: on connect what came before, then batches; for who can do something with a comment. */
  comments: (batch: CommentBatch) => void;
}
/** Page to server. No act: those are routes. */
export interface DeskToServer {
  draft: (written: DraftWritten) => void;
  here: (here: Here) => void;
  /** Which request is open, null for none. */
  open: (id: string | null) => void;
  /** The list is to be sent anew. */
  list: () => void;
}
export interface StudioFromServer {
  view: (view: StudioView) => void;
}
export interface ThreadFromServer {
  view: (view: ThreadView) => void;
}
