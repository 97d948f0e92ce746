import { BellRing, Volume2 } from 'lucide';
import type { AlertType } from '../../../shared/alert-types.ts';
import type { AlertRule } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { playSound } from '../../stage/alerts/sounds.ts';
import { changeRule } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { ChoiceField } from './choice-field.tsx';
import { NumberField } from './number-field.tsx';
import { Switch } from './switch.tsx';
import { TestEvent } from './test-widget.tsx';

const SOUNDS = ['none', 'chime', 'pluck', 'bell', 'rise', 'drum'] as const satisfies ReadonlyArray<AlertRule['sound']>;

/** The rules of one type of alert, folded away behind its name. */
export function AlertTypeRules({ editing, type }: { editing: Editing; type: AlertType }) {
  const { types, volume } = editing.design.value.alerts;
  const rule = types[type];
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
        <Switch label={tell('alerts.on')} on={rule.on} onTurn={(on) => change({ on })} />
        <RuleFields type={type} rule={rule} change={change} />
        <div class="row gap-2">
          {rule.on && type !== 'own' && <TestEvent type={type} label={tell('alerts.test')} />}
          <HearIt sound={rule.sound} volume={volume} />
        </div>
      </div>
    </details>
  );
}

interface FieldsProps {
  type: AlertType;
  rule: AlertRule;
  change: (part: Partial<AlertRule>) => void;
}

function RuleFields({ type, rule, change }: FieldsProps) {
  return (
    <div class="numbers">
      <ChoiceField
        label={tell('alerts.sound')}
        value={rule.sound}
        choices={SOUNDS}
        name={(sound) => tell(`alerts.${sound}`)}
        onChoose={(sound) => change({ sound })}
      />
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
