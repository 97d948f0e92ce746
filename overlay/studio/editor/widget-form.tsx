import type { Widget, WidgetOf } from '../../../shared/stage-design.ts';
import { Check, SelectField, TextArea } from '../../parts/field.tsx';
import { changeWidget } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import type { FormOf } from './form-of.ts';
import { GoalForm } from './goal-form.tsx';
import { NumberField } from './number-field.tsx';
import { DiscountForm, PinnedForm } from './offer-forms.tsx';

/** The settings of one widget, by its kind. */
export function WidgetForm({ editing, widget }: { editing: Editing; widget: Widget }) {
  const change = (part: Partial<Widget>) =>
    editing.edit(
      // The part is of this widget's own kind: each form below is given its own.
      changeWidget(editing.design.peek(), { ...widget, ...part } as Widget),
      `${widget.id} ${Object.keys(part).join()}`,
    );
  switch (widget.kind) {
    case 'bio':
      return <BioForm widget={widget} change={change} />;
    case 'booking':
      return <BookingForm widget={widget} change={change} />;
    case 'queue':
      return <QueueForm widget={widget} change={change} />;
    case 'alerts':
      return (
        <NumberField
          label={tell('set.most')}
          value={widget.most}
          least={1}
          most={3}
          onValue={(most) => change({ most })}
        />
      );
    case 'leaderboard':
      return <LeaderboardForm widget={widget} change={change} />;
    case 'goal':
      return <GoalForm widget={widget} change={change} calls={editing.design.value.giftTalk.calls} />;
    case 'featured':
      return (
        <NumberField
          label={tell('set.show')}
          value={widget.showSeconds}
          least={3}
          most={600}
          onValue={(showSeconds) => change({ showSeconds })}
        />
      );
    case 'pinned':
      return <PinnedForm widget={widget} change={change} />;
    case 'discount':
      return <DiscountForm widget={widget} change={change} />;
    case 'ticker':
      return <TickerForm widget={widget} change={change} />;
    case 'clock':
      return <ClockForm widget={widget} change={change} />;
    case 'feed':
      return <p class="quiet small">{tell('set.none')}</p>;
  }
}

function Switch({ label, on, onTurn }: { label: string; on: boolean; onTurn: (on: boolean) => void }) {
  return <Check look="switch" label={label} checked={on} onChange={(event) => onTurn(event.currentTarget.checked)} />;
}

function Turn({ seconds, onValue }: { seconds: number; onValue: (turnSeconds: number) => void }) {
  return <NumberField label={tell('set.turn')} value={seconds} least={3} most={120} onValue={onValue} />;
}

function BioForm({ widget, change }: FormOf<WidgetOf<'bio'>>) {
  return (
    <div class="stack gap-1">
      <Switch label={tell('set.offers')} on={widget.offers} onTurn={(offers) => change({ offers })} />
      <Switch label={tell('set.skills')} on={widget.skills} onTurn={(skills) => change({ skills })} />
      <Switch label={tell('set.prices')} on={widget.prices} onTurn={(prices) => change({ prices })} />
      <Turn seconds={widget.turnSeconds} onValue={(turnSeconds) => change({ turnSeconds })} />
    </div>
  );
}

function BookingForm({ widget, change }: FormOf<WidgetOf<'booking'>>) {
  return (
    <div class="stack gap-1">
      <Switch label={tell('set.code')} on={widget.code} onTurn={(code) => change({ code })} />
      <Switch label={tell('set.nextFree')} on={widget.nextFree} onTurn={(nextFree) => change({ nextFree })} />
    </div>
  );
}

function QueueForm({ widget, change }: FormOf<WidgetOf<'queue'>>) {
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

function LeaderboardForm({ widget, change }: FormOf<WidgetOf<'leaderboard'>>) {
  return (
    <div class="numbers">
      <SelectField
        label={tell('set.span')}
        value={widget.span}
        onChange={(event) => change({ span: event.currentTarget.value === 'today' ? 'today' : 'live' })}
      >
        <option value="live">{tell('set.live')}</option>
        <option value="today">{tell('set.today')}</option>
      </SelectField>
      <NumberField
        label={tell('set.rows')}
        value={widget.rows}
        least={1}
        most={10}
        onValue={(rows) => change({ rows })}
      />
    </div>
  );
}

const MOST_LINES = 12;
const LONGEST_LINE = 200;

function TickerForm({ widget, change }: FormOf<WidgetOf<'ticker'>>) {
  return (
    <div class="stack gap-3">
      <TextArea
        label={tell('set.lines')}
        hint={tell('set.linesHint')}
        rows={5}
        dir="auto"
        value={widget.lines.join('\n')}
        onInput={(event) => {
          const lines = event.currentTarget.value.split('\n').slice(0, MOST_LINES);
          change({ lines: lines.map((line) => line.slice(0, LONGEST_LINE)) });
        }}
      />
      <Turn seconds={widget.turnSeconds} onValue={(turnSeconds) => change({ turnSeconds })} />
    </div>
  );
}

function ClockForm({ widget, change }: FormOf<WidgetOf<'clock'>>) {
  return (
    <SelectField
      label={tell('set.shows')}
      value={widget.shows}
      onChange={(event) => change({ shows: event.currentTarget.value === 'time' ? 'time' : 'session' })}
    >
      <option value="session">{tell('set.session')}</option>
      <option value="time">{tell('set.time')}</option>
    </SelectField>
  );
}
