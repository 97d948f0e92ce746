import type { WidgetOf } from '../../../shared/stage-design.ts';
import { tell } from '../model/editor-words.ts';
import type { FormOf } from './form-of.ts';
import { NumberField } from './number-field.tsx';
import { Switch } from './switch.tsx';
import { TurnField } from './turn-field.tsx';

/* Widgets that speak of what can be booked and who has: they choose what of it is shown. */

export function BioForm({ widget, change }: FormOf<WidgetOf<'bio'>>) {
  return (
    <div class="stack gap-1">
      <Switch label={tell('set.offers')} on={widget.offers} onTurn={(offers) => change({ offers })} />
      <Switch label={tell('set.skills')} on={widget.skills} onTurn={(skills) => change({ skills })} />
      <Switch label={tell('set.proofs')} on={widget.proofs} onTurn={(proofs) => change({ proofs })} />
      <Switch label={tell('set.prices')} on={widget.prices} onTurn={(prices) => change({ prices })} />
      <TurnField seconds={widget.turnSeconds} onValue={(turnSeconds) => change({ turnSeconds })} />
    </div>
  );
}

export function BookingForm({ widget, change }: FormOf<WidgetOf<'booking'>>) {
  return (
    <div class="stack gap-1">
      <Switch label={tell('set.code')} on={widget.code} onTurn={(code) => change({ code })} />
      <Switch label={tell('set.nextFree')} on={widget.nextFree} onTurn={(nextFree) => change({ nextFree })} />
    </div>
  );
}

export function QueueForm({ widget, change }: FormOf<WidgetOf<'queue'>>) {
  return (
    <div class="stack gap-1">
      <Switch label={tell('set.nowServing')} on={widget.nowServing} onTurn={(nowServing) => change({ nowServing })} />
      <NumberField
        label={tell('set.names')}
        value={widget.names}
        least={0}
        most={5}
        onValue={(names) => change({ names })}
      />
    </div>
  );
}
