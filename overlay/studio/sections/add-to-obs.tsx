import { MonitorUp } from 'lucide';
import { useState } from 'preact/hooks';
import type { StageStatus } from '../../../shared/studio-view.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { say } from '../model/words.ts';

const STEPS = ['stage.hand1', 'stage.hand2', 'stage.hand3', 'stage.hand4'] as const;

/** One press where OBS is connected, and the same by hand for everybody else; once for all stages, of which one is chosen. */
export function AddToObs({ stages }: { stages: ReadonlyArray<StageStatus> }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const obs = view.value?.obs;
  const chosen = stages.find(({ id }) => id === wanted) ?? stages[0];
  if (!chosen) return null;
  return (
    <section class="card stack" aria-label={say('stage.add')}>
      <h2>{say('stage.add')}</h2>
      {obs?.state === 'connected' ? (
        <>
          {stages.length > 1 && (
            <SelectField
              label={say('stage.addWhich')}
              value={chosen.id}
              onChange={(event) => setWanted(event.currentTarget.value)}
            >
              {stages.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <p>{say('stage.addTo', { scene: obs.scene ?? '' })}</p>
          <AddOne key={chosen.id} stage={chosen.id} />
        </>
      ) : (
        <>
          <p class="quiet">{say('stage.addOff')}</p>
          <div>
            <LinkButton href="#scenes">{say('stage.connectObs')}</LinkButton>
          </div>
        </>
      )}
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

function AddOne({ stage }: { stage: string }) {
  const act = useAct();
  return (
    <>
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
      {act.done && <Notice tone="positive" title={say('stage.added')} />}
      <RefusedNote refused={act.refused} />
    </>
  );
}
