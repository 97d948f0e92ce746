import type { Bio, Service } from './booking.ts';
import type { BusyFeed } from './busy.ts';
import type { MomentNow } from './codes.ts';
import type { FollowersKnown, ServiceLicences } from './eligibility.ts';
import type { Language } from './languages.ts';
import type { Gap, LiveSession, SourceStatus } from './live.ts';
import type { MailStatus } from './mail.ts';
import type { SceneAutomation, SceneRule } from './scene-rules.ts';
import type { ObsStatus, RuleTrace } from './scenes.ts';
import type { OnStage } from './stage-view.ts';
import type { Instant } from './time.ts';

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
  /** When the newest test was taken in; null while there was none. */
  lastTestAt: Instant | null;
  /** When the last event was posted to the API, while events come by it; else null. */
  postedAt: Instant | null;
  sources: SourceStatus[];
  /** `designRevision` rises with each design given: a studio that shapes an older one reads it again. */
  stages: (StageStatus & { designRevision: number })[];
  onStage: OnStage;
  /** How many alerts are not on air yet, on the page of a stage where most wait; null while none is open. */
  alertsWaiting: number | null;
  obs: ObsStatus;
  rules: SceneRule[];
  /** What became of each rule, and what holds for all of them. */
  ruleTraces: RuleTrace[];
  /** Of the rules, and of what holds for all of them: a save upon an older one is refused. */
  ruleRevisions: { rules: string; automation: string };
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
  /** What keeps some services out of what viewers see; the others are published. */
  leftOut: EligibilityPoint[];
  /** Whether the bio says anything else than what is published. */
  bioChanged: boolean;
  services: Service[];
  /** Ids of the services by a short name that they had before. */
  oldSlugs: Readonly<Record<string, string>>;
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
    /** How many days the person of a request without a booking is kept, after its last change or the asked time. */
    keepRequestDays: number;
    /** The same of a booking, after its end. */
    keepBookingDays: number;
    /** How many days it is kept what people said in a live. */
    keepWordsDays: number;
    sampleShow: boolean;
  };
  gapsOpen: Gap[];
  serverTime: Instant;
}
