import type { LiveSession, SourceState, SourceStatus } from '../../../shared/live.ts';
import type { ObsStatus } from '../../../shared/scenes.ts';
import type { StageStatus, StudioView } from '../../../shared/studio-view.ts';
import type { Instant } from '../../../shared/time.ts';

/**
 * How a part of the show stands. Each has its own icon and colour on the strip; `idle` is nothing set up, `busy` is
 * something that is about to change by itself, `attention` works but wants a look, `broken` needs a person.
 */
export type Standing = 'good' | 'busy' | 'idle' | 'attention' | 'broken';

const SOURCE: Readonly<Record<SourceState, Standing>> = {
  live: 'good',
  connecting: 'busy',
  reconnecting: 'attention',
  waiting: 'busy',
  failed: 'broken',
  finished: 'idle',
  off: 'idle',
};
const OBS: Readonly<Record<ObsStatus['state'], Standing>> = {
  connected: 'good',
  connecting: 'busy',
  off: 'idle',
  refused: 'attention',
  frozen: 'broken',
  'wrong-password': 'broken',
  'too-old': 'broken',
};
/** Worst first: what the strip shows when several sources run. */
const WORST: ReadonlyArray<SourceState> = [
  'failed',
  'reconnecting',
  'connecting',
  'waiting',
  'live',
  'finished',
  'off',
];

export function sourceStanding(state: SourceState): Standing {
  return SOURCE[state];
}

/** The source that the strip speaks of: the one in the worst state. Null without any. */
export function worstSource(sources: ReadonlyArray<SourceStatus>): SourceStatus | null {
  return [...sources].sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state))[0] ?? null;
}

/** Whom the strip speaks of: a source, else whoever posts to the API, else nobody. */
export type Feeding =
  /** `posts`: events come by the API beside it. */
  | { readonly type: 'source'; readonly source: SourceStatus; readonly posts: boolean }
  | { readonly type: 'posted'; readonly at: Instant }
  | { readonly type: 'nobody' };

export function feeding({ sources, postedAt }: Pick<StudioView, 'sources' | 'postedAt'>): Feeding {
  const source = worstSource(sources);
  // Of sources that are over, the worst says nothing of what comes now.
  if (postedAt !== null && (!source || sourceStanding(source.state) === 'idle'))
    return { type: 'posted', at: postedAt };
  return source ? { type: 'source', source, posts: postedAt !== null } : { type: 'nobody' };
}

/** Whether a test at that time is the newest that there is to say: events that came since by the API count, and it does not. */
export function isTestNewest(testAt: Instant | null, fed: Feeding): boolean {
  return testAt !== null && !(fed.type === 'posted' && Date.parse(fed.at) > Date.parse(testAt));
}

/** A show that is on and a stage that is gone wants a look; before the show it does not. */
export function stageStanding(stages: ReadonlyArray<StageStatus>, running: boolean): Standing {
  if (stages.some((stage) => stage.state === 'connected')) return 'good';
  if (stages.every((stage) => stage.state === 'never')) return 'idle';
  return running ? 'broken' : 'attention';
}

export function obsStanding(obs: Pick<ObsStatus, 'state' | 'automation'>): Standing {
  if (obs.state === 'connected' && obs.automation === 'paused') return 'attention';
  return OBS[obs.state];
}

export function queueStanding(queue: StudioView['queue']): Standing {
  return queue.unanswered > 0 ? 'attention' : queue.open > 0 ? 'good' : 'idle';
}

/** As much of a view as says whether a show runs. */
interface InShow {
  readonly live: Pick<LiveSession, 'session'>;
}

/** True while a session is on. */
export function isRunning(view: InShow): boolean {
  return view.live.session !== null && view.live.session.endedAt === null;
}

/** What is said while events are posted: after the end of a show some may still come, and no live is on. */
export function postedWord(view: InShow): 'live' | 'receiving' {
  return isRunning(view) ? 'live' : 'receiving';
}
