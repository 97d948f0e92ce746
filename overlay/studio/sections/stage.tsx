import { MonitorPlay, RotateCw } from 'lucide';
import type { StageStatus } from '../../../shared/studio-view.ts';
import { Button } from '../../parts/button.tsx';
import { Empty, Notice } from '../../parts/surface.tsx';
import { relative } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { browserName } from '../model/browser-name.ts';
import { tell } from '../model/editor-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { StandingWord } from '../model/standing.tsx';
import { now, view } from '../model/state.ts';
import { isRunning, stageStanding } from '../model/strip.ts';
import { say, tongue } from '../model/words.ts';
import { AddStage } from './add-stage.tsx';
import { AddToObs } from './add-to-obs.tsx';
import { SectionHead } from './section-head.tsx';
import { StageAddress } from './stage-address.tsx';
import { StageSettings } from './stage-settings.tsx';

/** Each stage: is it open, how large, in what; its address; and the way into OBS. */
export function StageSection() {
  const stages = view.value?.stages ?? [];
  return (
    <div class="section">
      <SectionHead title={say('stage.title')} text={say('stage.text')} />
      {stages.length === 0 && (
        <div class="card">
          <Empty icon={MonitorPlay} title={say('stage.empty')} />
        </div>
      )}
      <div class="two">
        {stages.length > 0 && (
          <div class="stack gap-6">
            {stages.map((stage) => (
              <StageCard key={stage.id} stage={stage} />
            ))}
          </div>
        )}
        <div class="stack gap-6">
          <AddToObs stages={stages} />
          <AddStage />
        </div>
      </div>
    </div>
  );
}

function StageCard({ stage }: { stage: StageStatus }) {
  const current = view.value;
  if (!current) return null;
  const standing = stageStanding([stage], isRunning(current));
  const seen = stage.seenAt ? relative(stage.seenAt, now.value, tongue()) : null;
  return (
    <section class="card stack" aria-label={stage.name}>
      <div class="apart">
        <h2>{stage.name}</h2>
        <StandingWord standing={standing}>{stateText(stage, seen)}</StandingWord>
      </div>
      <dl class="facts">
        <div class="fact">
          <dt>{say('stage.size')}</dt>
          <dd class="figures">{stage.size ? `${stage.size.width} × ${stage.size.height}` : '–'}</dd>
        </div>
        <div class="fact">
          <dt>{say('stage.browser')}</dt>
          <dd>{stage.browser ? browserName(stage.browser) : '–'}</dd>
        </div>
        <div class="fact">
          <dt>{say('stage.seen')}</dt>
          <dd>{seen ?? '–'}</dd>
        </div>
        <div class="fact">
          <dt>{tell('stages.frames')}</dt>
          <dd class="figures">{framesText(stage)}</dd>
        </div>
      </dl>
      {stage.size && !isKnownShape(stage.size) && <Notice tone="warning" title={say('stage.sizeOff')} />}
      <StageAddress stage={stage.id} />
      <hr class="rule" />
      <Reload stage={stage} />
      <hr class="rule" />
      <StageSettings stage={stage} />
    </section>
  );
}

/** What is said by who did it: the page itself, OBS with its refresh button, or nobody. */
const RELOADED = { page: 'stage.reloaded', obs: 'stage.reloadedByObs', nobody: 'stage.reloadedByNobody' } as const;

/** Asks the page to load itself anew. Where none is open, a connected OBS can still refresh its source. */
function Reload({ stage }: { stage: StageStatus }) {
  const act = useAct<{ by: keyof typeof RELOADED }>();
  const canReach = stage.state === 'connected' || view.value?.obs.state === 'connected';
  return (
    <>
      <div class="row">
        <Button
          size="small"
          icon={RotateCw}
          disabled={!canReach || act.busy}
          onClick={() => void act.run('POST', `/stages/${stage.id}/reload`)}
        >
          {say('stage.reload')}
        </Button>
        {act.state.type === 'done' && (
          <span class="quiet small" role="status">
            {say(RELOADED[act.state.value.by])}
          </span>
        )}
      </div>
      <RefusedNote refused={act.refused} />
    </>
  );
}

/** From here on a page draws about as fast as videos do. */
const MANY_FRAMES = 20;

/** The stage draws what changes and nothing else, so that a calm show has few: without a word they would look like a fault. */
function framesText({ framesPerSecond: frames, state }: StageStatus): string {
  if (frames === null || state !== 'connected') return '–';
  if (frames === 0) return tell('stages.framesIdle', { count: 0 });
  const few = new Intl.NumberFormat(tongue(), { maximumFractionDigits: 1 }).format(frames);
  return frames < MANY_FRAMES ? tell('stages.framesFew', { frames: few }) : few;
}

function stateText(stage: StageStatus, seen: string | null): string {
  if (stage.state === 'never') return say('strip.stageNever');
  if (stage.state === 'gone') return seen ? say('strip.stageSeen', { ago: seen }) : say('strip.stageGone');
  return say(stage.pages > 1 ? 'stage.connectedMany' : 'stage.connected', { count: stage.pages });
}

/** The plates are laid out upright and wide; any picture of one of the two shapes fits. */
function isKnownShape({ width, height }: { width: number; height: number }): boolean {
  return [1080 / 1920, 1920 / 1080].some((shape) => Math.abs(width / height / shape - 1) < 0.03);
}
