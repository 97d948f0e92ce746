import { BellRing, Volume2 } from 'lucide';
import type { AlertRule, AlertRules, AlertType } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { Check, SelectField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { playSound } from '../../stage/alerts/sounds.ts';
import { changeRule } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { NumberField } from './number-field.tsx';
import { TestEvent } from './test-widget.tsx';

const TYPES = ['gift', 'tip', 'subscribe', 'fan-club', 'follow', 'share'] as const satisfies ReadonlyArray<AlertType>;
const SOUNDS = ['none', 'chime', 'pluck', 'bell', 'rise', 'drum'] as const satisfies ReadonlyArray<AlertRule['sound']>;

/** By which rules alerts come, type by type, and what holds for all of them. */
export function AlertsPanel({ editing }: { editing: Editing }) {
  return (
    <>
      <h2>{tell('alerts.title')}</h2>
      <div class="alert-types">
        {TYPES.map((type) => (
          <TypeRules key={type} editing={editing} type={type} />
        ))}
      </div>
      <Pace editing={editing} />
    </>
  );
}

function TypeRules({ editing, type }: { editing: Editing; type: AlertType }) {
  const rule = editing.design.value.alerts.types[type];
  const change = (part: Partial<AlertRule>) =>
    editing.edit(changeRule(editing.design.peek(), type, part), `${type} ${Object.keys(part).join()}`);
  return (
    <details class="alert-type">
      <summary>
        <Icon node={BellRing} size={16} />
        <span class="alert-type-name">{tell(`alerts.${type}`)}</span>
        <span class="quiet small">{rule.on ? tell(`alerts.${rule.sound}`) : tell('alerts.off')}</span>
      </summary>
      <div class="stack gap-3 look-more-body">
        <Check
          look="switch"
          label={tell('alerts.on')}
          checked={rule.on}
          onChange={(event) => change({ on: event.currentTarget.checked })}
        />
        <div class="numbers">
          <SelectField
            label={tell('alerts.sound')}
            value={rule.sound}
            onChange={(event) => change({ sound: event.currentTarget.value as AlertRule['sound'] })}
          >
            {SOUNDS.map((sound) => (
              <option key={sound} value={sound}>
                {tell(`alerts.${sound}`)}
              </option>
            ))}
          </SelectField>
          <NumberField
            label={tell('alerts.cooldown')}
            value={rule.cooldownSeconds}
            least={0}
            most={600}
            onValue={(cooldownSeconds) => change({ cooldownSeconds })}
          />
          {(type === 'gift' || type === 'tip') && (
            <NumberField
              label={tell(type === 'gift' ? 'alerts.least' : 'alerts.leastTip')}
              value={rule.least}
              least={0}
              most={1_000_000_000}
              onValue={(least) => change({ least })}
            />
          )}
        </div>
        <div class="row gap-2">
          {rule.on && <TestEvent type={type} label={tell('alerts.test')} />}
          <HearIt sound={rule.sound} volume={editing.design.value.alerts.volume} />
        </div>
      </div>
    </details>
  );
}

function HearIt({ sound, volume }: { sound: AlertRule['sound']; volume: number }) {
  if (sound === 'none') return null;
  return (
    <Button size="small" look="plain" icon={Volume2} onClick={() => void playSound(sound, volume)}>
      {tell('alerts.hear')}
    </Button>
  );
}

function Pace({ editing }: { editing: Editing }) {
  const { alerts } = editing.design.value;
  const change = (part: Partial<AlertRules>) => {
    const design = editing.design.peek();
    editing.edit({ ...design, alerts: { ...design.alerts, ...part } }, `alerts ${Object.keys(part).join()}`);
  };
  return (
    <>
      <h3>{tell('alerts.pace')}</h3>
      <div class="numbers">
        <NumberField
          label={tell('alerts.leastSeconds')}
          value={alerts.leastSeconds}
          least={2}
          most={60}
          onValue={(leastSeconds) => change({ leastSeconds })}
        />
        <NumberField
          label={tell('alerts.mostSeconds')}
          value={alerts.mostSeconds}
          least={2}
          most={300}
          onValue={(mostSeconds) => change({ mostSeconds })}
        />
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
      <Check
        look="switch"
        label={tell('alerts.speech')}
        hint={tell('alerts.speechHint')}
        checked={alerts.speech}
        onChange={(event) => change({ speech: event.currentTarget.checked })}
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
