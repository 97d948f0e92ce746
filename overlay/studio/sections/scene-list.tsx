import { Clapperboard } from 'lucide';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { ObsStatus } from '../../../shared/scenes.ts';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/surface.tsx';
import { nearSecond } from '../../parts/time-words.ts';
import { heldText } from '../model/held-words.ts';
import { stages } from '../model/staging.ts';
import { now } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';

interface SceneListProps {
  obs: ObsStatus;
  rules: ReadonlyArray<SceneRule>;
}

/** The scenes of OBS, which of them is on air and which in the preview, and whether rules may change them. */
export function SceneList({ obs, rules }: SceneListProps) {
  return (
    <section class="card stack" aria-label={say('scenes.list')}>
      <h2>{say('scenes.list')}</h2>
      {obs.scenes.length === 0 ? (
        <p class="quiet">{say('scenes.listEmpty')}</p>
      ) : (
        <ul class="scenes">
          {obs.scenes.map((scene) => (
            <li key={scene} class="scene" {...(scene === obs.scene ? { 'aria-current': 'true' as const } : {})}>
              <Icon node={Clapperboard} size={16} />
              <span class="one-line">{scene}</span>
              {scene === obs.preview && <span class="in-preview">{say('scenes.inPreview')}</span>}
              {scene === obs.scene && <span class="on-air">{say('scenes.onAir')}</span>}
            </li>
          ))}
        </ul>
      )}
      {obs.studioMode && rules.some(stages) && <Notice tone="accent" title={say('scenes.studioMode')} />}
      <p class="quiet small automation-said">
        <strong>{say('scenes.automation')}.</strong> {automationText(obs)}
      </p>
    </section>
  );
}

/** Whether rules change scenes now and which of them holds one; in a pause who began it, and what ends it. */
function automationText({ state, automation, pause, hold }: ObsStatus): string {
  if (state !== 'connected' || automation === 'off') return say('scenes.automationOff');
  if (!pause) return hold ? heldText(hold) : say('scenes.automationOn');
  if (pause.by === 'hand') return say('scenes.pausedByHand');
  if (pause.until === null) return say('scenes.pausedOpen');
  return say('scenes.pausedUntil', { time: nearSecond(pause.until, now.value, undefined, tongue()) });
}
