import type { IconNode } from 'lucide';
import { Clapperboard, Inbox, MonitorPlay, Radio } from 'lucide';
import type { SourceStatus } from '../../shared/live.ts';
import type { ObsStatus } from '../../shared/scenes.ts';
import type { StudioView } from '../../shared/studio-view.ts';
import type { Instant } from '../../shared/time.ts';
import { Icon } from '../parts/icon.tsx';
import { showWords } from '../parts/show-words.ts';
import { relative } from '../parts/time-words.ts';
import { GapNotice } from './gap-notice.tsx';
import { LookAlarm } from './look-alarm.tsx';
import { isInObs } from './model/first-steps.ts';
import { sourceName } from './model/source-name.ts';
import { StandingWord } from './model/standing.tsx';
import { fresh, now, type Section, view } from './model/state.ts';
import {
  feeding,
  isRunning,
  isTestNewest,
  obsStanding,
  postedWord,
  queueStanding,
  type Standing,
  sourceStanding,
  stageStanding,
} from './model/strip.ts';
import { say, tongue } from './model/words.ts';
import { RunningTotals } from './running-totals.tsx';
import { ShowBar } from './show-bar.tsx';

interface CellProps {
  name: 'feed' | 'stage' | 'obs' | 'queue';
  icon: IconNode;
  to: Section;
  standing: Standing;
  word: string;
  detail: string;
}

function Cell({ name, icon, to, standing, word, detail }: CellProps) {
  // Without the server nobody knows how it stands now: no sign of ours may say that all is well.
  const old = view.value !== null && !fresh.value;
  const sign = old ? 'idle' : standing;
  const whole = detail ? `${word} · ${detail}` : word;
  return (
    <a class="strip-cell" href={`#${to}`} title={whole} data-part={name} data-standing={sign}>
      <span class="strip-part">
        <Icon node={icon} size={16} />
        {say(`strip.${name}`)}
        {old && <span class="strip-old one-line">{say('strip.lastKnown')}</span>}
      </span>
      <StandingWord standing={sign}>{word}</StandingWord>
      <span class="strip-detail figures">{detail}</span>
    </a>
  );
}

/** What runs and what does not, on every page of the studio. */
export function LiveStrip() {
  const current = view.value;
  return (
    <div class="strip-block">
      <section class="strip" aria-label={say('strip.label')}>
        {current ? (
          <>
            <FeedCell view={current} />
            <StageCell view={current} />
            <ObsCell obs={current.obs} />
            <QueueCell queue={current.queue} />
          </>
        ) : (
          <Unknown />
        )}
      </section>
      <ShowBar />
      <LookAlarm />
    </div>
  );
}

/** What is said of the show beside its four parts; it scrolls away with the page. */
export function ShowFacts() {
  const current = view.value;
  return (
    <div class="studio-facts">
      {current && <RunningTotals view={current} />}
      {current && <GapNotice gaps={current.live.gaps} />}
    </div>
  );
}

function Unknown() {
  const cells = [
    { name: 'feed', icon: Radio, to: 'feed' },
    { name: 'stage', icon: MonitorPlay, to: 'stage' },
    { name: 'obs', icon: Clapperboard, to: 'scenes' },
    { name: 'queue', icon: Inbox, to: 'desk' },
  ] as const;
  return cells.map((cell) => (
    <Cell key={cell.name} {...cell} standing="busy" word={say('strip.connecting')} detail="" />
  ));
}

function FeedCell({ view: current }: { view: StudioView }) {
  const fed = feeding(current);
  const cell = { name: 'feed', icon: Radio, to: 'feed' } as const;
  const test = isTestNewest(current.lastTestAt, fed) ? testWords(current.lastTestAt) : null;
  if (fed.type === 'nobody') {
    return <Cell {...cell} standing="idle" word={say('strip.none')} detail={test ?? say('strip.feedNone')} />;
  }
  if (fed.type === 'posted') {
    const detail = `${say('strip.lastEvent', { ago: ago(fed.at) })} · ${say('source-api')}`;
    return <Cell {...cell} standing="good" word={say(`strip.${postedWord(current)}`)} detail={test ?? detail} />;
  }
  const { source, posts } = fed;
  const names = [sourceNames(source, current.sources.length - 1), ...(posts ? [say('source-api')] : [])];
  return (
    <Cell
      {...cell}
      standing={sourceStanding(source.state)}
      word={say(`strip.${source.state}`)}
      detail={test ?? [sourceTime(source, names.length > 1), ...names].join(' · ')}
    />
  );
}

/** `isBrief`: beside so much else that the time has to do without its words. */
function sourceTime({ retryAt, lastEventAt }: SourceStatus, isBrief: boolean): string {
  if (retryAt) return say('strip.nextTry', { in: ago(retryAt) });
  if (lastEventAt && isBrief) return ago(lastEventAt);
  return lastEventAt ? say('strip.lastEvent', { ago: ago(lastEventAt) }) : say('strip.noEvent');
}

function sourceNames({ id }: SourceStatus, others: number): string {
  const own = sourceName(id);
  return others > 0 ? `${own}, ${say('strip.more', { count: others })}` : own;
}

function ago(at: Instant): string {
  return relative(at, now.value, tongue(), 'narrow');
}

/** For how long a test is spoken of. */
const TEST_SAID_MS = 60_000;

function testWords(at: Instant | null): string | null {
  if (at === null || Date.parse(now.value) - Date.parse(at) > TEST_SAID_MS) return null;
  return say('strip.test', { ago: ago(at) });
}

function StageCell({ view: current }: { view: StudioView }) {
  if (current.onStage.blank)
    return (
      <Cell
        name="stage"
        icon={MonitorPlay}
        to="stage"
        standing="broken"
        word={showWords.say('isBlankWord')}
        detail={showWords.say('unblank')}
      />
    );
  const setUp = current.stages.find((stage) => stage.state === 'connected' && stage.setUp);
  if (setUp)
    return (
      <Cell
        name="stage"
        icon={MonitorPlay}
        to="stage"
        standing="attention"
        word={say('strip.stageSetUp')}
        detail={say('strip.stageSetUpText')}
      />
    );
  const standing = stageStanding(current.stages, isRunning(current));
  const on = current.stages.find((stage) => stage.state === 'connected');
  const gone = current.stages.find((stage) => stage.state === 'gone');
  const word = say(
    on ? (isInObs([on]) ? 'strip.stageOn' : 'strip.stageOpen') : gone ? 'strip.stageGone' : 'strip.stageNever',
  );
  const size = on?.size ? `${on.size.width} × ${on.size.height}` : (on?.name ?? '');
  const seen = gone?.seenAt ? say('strip.stageSeen', { ago: ago(gone.seenAt) }) : '';
  const detail = on ? size : gone ? seen : say('strip.stageAdd');
  return <Cell name="stage" icon={MonitorPlay} to="stage" standing={standing} word={word} detail={detail} />;
}

const OBS_WORDS = {
  connected: 'strip.obsConnected',
  connecting: 'strip.obsConnecting',
  refused: 'strip.obsRefused',
  'wrong-password': 'strip.obsPassword',
  'too-old': 'strip.obsOld',
  frozen: 'strip.obsFrozen',
  off: 'strip.obsOff',
} as const satisfies Record<ObsStatus['state'], string>;

function ObsCell({ obs }: { obs: ObsStatus }) {
  const paused = obs.state === 'connected' && obs.automation === 'paused';
  const scene = obs.scene ? say('strip.obsScene', { scene: obs.scene }) : say('strip.obsNoScene');
  return (
    <Cell
      name="obs"
      icon={Clapperboard}
      to="scenes"
      standing={obsStanding(obs)}
      word={paused ? say('strip.obsPausedShort') : say(OBS_WORDS[obs.state])}
      detail={obs.state === 'connected' ? scene : say('strip.obsFix')}
    />
  );
}

function QueueCell({ queue }: { queue: StudioView['queue'] }) {
  const word = queue.open > 0 ? say('strip.queueOpen', { count: queue.open }) : say('strip.queueEmpty');
  const detail =
    queue.unanswered > 0 ? say('strip.queueUnanswered', { count: queue.unanswered }) : say('strip.queueAnswered');
  return <Cell name="queue" icon={Inbox} to="desk" standing={queueStanding(queue)} word={word} detail={detail} />;
}
