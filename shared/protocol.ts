import type { CommentBatch } from './comments.ts';
import type {
  DeskChoice,
  DeskDraft,
  DeskPresence,
  DraftWritten,
  HeldAct,
  HeldFailed,
  Here,
  OffAir,
  TakenOver,
} from './desk-team.ts';
import type { DeskCounts, DeskListPart, DeskRequest, DeskRows, DeskView } from './desk-view.ts';
import type { KeptDeskView } from './kept-desk-views.ts';
import type { Label } from './labels.ts';
import type { Macro } from './macros.ts';
import type { PreparedForDesk } from './prepared-replies.ts';
import type { StageDesign } from './stage-design.ts';
import type { StageFigures, StageMoment, StageSample, StageView } from './stage-view.ts';
import type { StudioView } from './studio-view.ts';
import type { ThreadView } from './thread-view.ts';

/*
 * What goes over our own sockets. Each role has ONE view (`stage-view.ts`, `desk-view.ts` and so on), made whole by one
 * pure function of server/core/views.ts and sent on connect and after every change (coalesced); a page that reconnects
 * needs nothing more. These are types, not schemas: the pages trust their own server, and a second check would cost the
 * stage 20 kB.
 */

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
  /** The studio asks to see where this widget stands. */
  point: (widget: string) => void;
  /** The studio asks to see a widget with what it shows here, for some seconds. */
  sample: (sample: StageSample) => void;
}

/**
 * Page to server: sign of life every 5 s, which alert a skip sent away, and how many alerts are not on air yet, at most
 * twice a second and only when it is another number (0 on connect).
 */
export interface StageToServer {
  alive: (report: { width: number; height: number; browser: string; framesPerSecond: number }) => void;
  skipped: (key: string) => void;
  waiting: (alerts: number) => void;
}

/** Why the owner keeps a person out who was in: access taken away, or a time that has passed. */
export type WhyOut = 'revoked' | 'over';

export interface DeskFromServer {
  /** The last word before the page is cut, where the owner has ended its person's access. */
  out: (why: WhyOut) => void;
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
  /** What this person had put on the stage was replaced by another's. */
  offAir: (off: OffAir) => void;
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
