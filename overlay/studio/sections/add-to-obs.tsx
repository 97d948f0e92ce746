import { MonitorUp } from 'lucide';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { say } from '../model/words.ts';

const STEPS = ['stage.hand1', 'stage.hand2', 'stage.hand3', 'stage.hand4'] as const;

/** One press where OBS is connected, and the same by hand for everybody else. */
export function AddToObs({ stage }: { stage: string }) {
  const act = useAct();
  const obs = view.value?.obs;
  const connected = obs?.state === 'connected';
  return (
    <section class="card stack" aria-label={say('stage.add')}>
      <h2>{say('stage.add')}</h2>
      {connected ? (
        <>
          <p>{say('stage.addTo', { scene: obs.scene ?? '' })}</p>
          <div>
            <Button
              look="primary"
              icon={MonitorUp}
              disabled={act.busy}
              onClick={() => void act.run('POST', '/obs/add-stage', { stage })}
            >
              {say('stage.add')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p class="quiet">{say('stage.addOff')}</p>
          <div>
            <LinkButton href="#scenes">{say('scenes.connect')} OBS</LinkButton>
          </div>
        </>
      )}
      {act.done && <Notice tone="positive" title={say('stage.added')} />}
      <RefusedNote refused={act.refused} />
      <hr class="rule" />
      <h3>{say('stage.byHand')}</h3>
      <ol class="hand-steps">
        {STEPS.map((step) => (
          <li key={step}>{say(step)}</li>
        ))}
      </ol>
    </section>
  );
}
