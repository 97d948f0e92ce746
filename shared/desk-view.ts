import type { KnownBy } from './blocks.ts';
import type { RequestState, ThreadMessage } from './booking.ts';
import type { ChatHold } from './chat-word.ts';
import type { CodeKind, MomentNow } from './codes.ts';
import type { RequestChannel } from './desk-doors.ts';
import type { Flood } from './floods.ts';
import type { Language, LocalText } from './languages.ts';
import type { DeskLive } from './live.ts';
import type { Money } from './money.ts';
import type { Right, Role } from './rights.ts';
import type { ObsStatus } from './scenes.ts';
import type { SpamSign } from './spam-signs.ts';
import type { OnStage } from './stage-view.ts';
import type { Instant } from './time.ts';
import type { ViewerNews } from './viewer-news.ts';

/** A request as the desk sees it; `terms.price` is null, and of a contact no more than that there is one, for whoever may not see them. */
export interface DeskRequest {
  id: string;
  state: RequestState;
  service: { id: string; title: LocalText };
  start: Instant | null;
  end: Instant | null;
  /** The viewer's zone, and the creator's: the desk shows both. */
  zone: string;
  /** Empty once `erased`. */
  name: string;
  /** Nothing is known of who it was any more: what stands in the viewer's fields is nobody's. */
  erased: boolean;
  language: Language;
  contact: { email?: string | undefined; hidden?: true | undefined } | null;
  /** What was agreed on with the ask: what the viewer was shown and said. */
  terms: {
    price: Money | null;
    region: string | null;
    /** `question` as its viewer read it, `label` in all its languages; null where it was written anew since. */
    answers: { question: string; label: LocalText | null; answer: string }[];
    code: string | null;
    via: 'page' | 'chat' | 'paste' | 'tiktok';
  };
  /** Null where nothing is to be paid. `at`: when somebody of the desk said that it is paid; null: not said. */
  payment: { at: Instant | null } | null;
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
  /** Its viewer's ask or last words were not looked at. */
  unread: boolean;
  /** What its viewer did that nobody of the desk has opened since; words are `unread` instead. */
  news: ViewerNews | null;
  /** The door by which it came in, and the code that led to it. */
  via: 'page' | 'chat' | 'paste' | 'tiktok';
  /** Pasted by the desk from a comment in the chat of the live. */
  fromComment: boolean;
  code: string | null;
  /** What that short code was for; null without one, or when it was taken away since. */
  codeFor: { kind: CodeKind; label: string } | null;
  /** The conversation elsewhere that replies go into; null when the thread is the only one. */
  channel: RequestChannel | null;
  /** By what a block would know its viewer again, beside this thread; nothing of it is told, only that it is known. */
  knownBy: KnownBy[];
  /** Id of the block that its viewer is kept out by; null for who is not. */
  block: string | null;
  /** Ids of its own labels, and of those of its person. */
  labels: { request: string[]; person: string[] };
  /** The desk opened it, and nobody has opened its private address yet: its viewer reads nothing that is written here. */
  unopened: boolean;
  /** The request of the same person that it goes on in, by its id; null while it is not merged. */
  mergedInto: string | null;
  /** The name that its question may be asked under on air; null when its viewer did not agree to that, empty for one that cannot be shown. */
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
  | 'erased'
  | 'language'
  | 'updatedAt'
  | 'claim'
  | 'snoozedUntil'
  | 'snoozedForLive'
  | 'back'
  | 'slotTaken'
  | 'unread'
  | 'news'
  | 'block'
> & {
  service: string;
  /** Since when its viewer has been waiting for the desk; for the rest, when it changed last. */
  since: Instant;
  /** What is lost next while the desk does not answer, and when; null when nothing is. Of an ask that was answered in words alone, the start that it asked for. */
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
  /** How many alerts are not on air yet, on the page of a stage where most wait; null while none is open. */
  alertsWaiting: number | null;
  /** What is on the stages by hand; null while nothing is. */
  onAir: DeskOnAir | null;
  /** Whether a page of any stage is open: without one nobody sees what is put there. */
  stageOpen: boolean;
  /** Null without the right to control scenes. */
  scenes: DeskScenes | null;
  serverTime: Instant;
}

/** What somebody has put on the stages, and when the last of them lets go of it by itself. */
export interface DeskOnAir {
  /** The request whose question it is; null for what is none of the queue's. */
  request: string | null;
  /** The comment of the chat that it is, by its number in the journal; null for what is none. */
  comment: number | null;
  kind: 'comment' | 'question';
  /** The viewer's, as it stands there. */
  name: string;
  /** Who put it there. Null where that is not known, as after an update. */
  by: { id: string; name: string } | null;
  until: Instant;
}

/**
 * What the desk has of OBS. `buttons`: the rules that are on and have a button for moderators, in the owner's order, each with
 * the scene that it shows at once; null where it shows none.
 */
export interface DeskScenes extends Pick<ObsStatus, 'scene' | 'automation' | 'pause' | 'wayBack'> {
  connected: boolean;
  buttons: { rule: string; name: string; scene: string | null }[];
}
