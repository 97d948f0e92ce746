import type { AlertRules } from '../../../shared/stage-design.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { NumberField } from './number-field.tsx';
import { Switch } from './switch.tsx';

/** What holds for the alerts of all types: how long, how many, how loud. */
export function AlertPace({ editing }: { editing: Editing }) {
  const { alerts } = editing.design.value;
  const change = (part: Partial<AlertRules>) => {
    const design = editing.design.peek();
    editing.edit({ ...design, alerts: { ...design.alerts, ...part } }, `alerts ${Object.keys(part).join()}`);
  };
  const seconds = (name: 'leastSeconds' | 'mostSeconds', most: number) => (
    <NumberField
      label={tell(`alerts.${name}`)}
      value={alerts[name]}
      least={2}
      most={most}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <h3>{tell('alerts.pace')}</h3>
      <div class="numbers">
        {seconds('leastSeconds', 60)}
        {seconds('mostSeconds', 300)}
      </div>
      <NumberField
        label={tell('alerts.waiting')}
        hint={tell('alerts.waitingHint')}
        value={alerts.waitingMost}
        least={1}
        most={200}
        onValue={(waitingMost) => change({ waitingMost })}
      />
      <Volume volume={alerts.volume} onVolume={(volume) => change({ volume })} />
      <Switch
        label={tell('alerts.speech')}
        hint={tell('alerts.speechHint')}
        on={alerts.speech}
        onTurn={(speech) => change({ speech })}
      />
    </>
  );
}

function Volume({ volume, onVolume }: { volume: number; onVolume: (volume: number) => void }) {
  const percent = Math.round(volume * 100);
  return (
    <label class="field">
      <span class="apart">
        <span class="field-label">{tell('alerts.volume')}</span>
        <span class="figures small">{tell('alerts.loudness', { percent })}</span>
      </span>
      <input
        type="range"
        class="volume"
        min={0}
        max={100}
        step={5}
        value={percent}
        onInput={(event) => onVolume(Number(event.currentTarget.value) / 100)}
      />
    </label>
  );
}
