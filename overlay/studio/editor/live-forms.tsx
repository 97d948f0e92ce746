import type { Box, WidgetOf } from '../../../shared/stage-design.ts';
import { TextArea } from '../../parts/field.tsx';
import { alertsFitting, rowsFitting } from '../../stage/widgets/fitting.ts';
import { tell } from '../model/editor-words.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FormOf } from './form-of.ts';
import { NumberField } from './number-field.tsx';
import { TurnField } from './turn-field.tsx';

/* Widgets that go along with the show. */

const SPANS = ['live', 'today'] as const;

interface InBox {
  /** Its place on the layout that is edited; null where it has none. */
  box: Box | null;
}

/** What a list loses in this box, and what to do; empty while all of it has room. Below the fields, so that they stay in line. */
function Fits({ asked, fitting }: { asked: number; fitting: number | null }) {
  return (
    <p class="quiet small" role="status">
      {fitting !== null && fitting < asked && tell('set.fits', { count: fitting })}
    </p>
  );
}

export function LeaderboardForm({ widget, change, box }: FormOf<WidgetOf<'leaderboard'>> & InBox) {
  return (
    <div class="stack gap-2">
      <div class="numbers">
        <ChoiceField
          label={tell('set.span')}
          value={widget.span}
          choices={SPANS}
          name={(span) => tell(`set.${span}`)}
          onChoose={(span) => change({ span })}
        />
        <NumberField
          label={tell('set.rows')}
          value={widget.rows}
          least={1}
          most={10}
          onValue={(rows) => change({ rows })}
        />
      </div>
      <Fits asked={widget.rows} fitting={box && rowsFitting(box)} />
    </div>
  );
}

const MOST_LINES = 12;
const LONGEST_LINE = 200;

export function TickerForm({ widget, change }: FormOf<WidgetOf<'ticker'>>) {
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
      <TurnField seconds={widget.turnSeconds} onValue={(turnSeconds) => change({ turnSeconds })} />
    </div>
  );
}

const CLOCKS = ['session', 'time'] as const;

export function ClockForm({ widget, change }: FormOf<WidgetOf<'clock'>>) {
  return (
    <ChoiceField
      label={tell('set.shows')}
      value={widget.shows}
      choices={CLOCKS}
      name={(shows) => tell(`set.${shows}`)}
      onChoose={(shows) => change({ shows })}
    />
  );
}

export function AlertsForm({ widget, change, box }: FormOf<WidgetOf<'alerts'>> & InBox) {
  return (
    <div class="stack gap-2">
      <NumberField
        label={tell('set.most')}
        value={widget.most}
        least={1}
        most={3}
        onValue={(most) => change({ most })}
      />
      <Fits asked={widget.most} fitting={box && alertsFitting(box)} />
    </div>
  );
}

export function FeaturedForm({ widget, change }: FormOf<WidgetOf<'featured'>>) {
  return (
    <NumberField
      label={tell('set.show')}
      value={widget.showSeconds}
      least={3}
      most={600}
      onValue={(showSeconds) => change({ showSeconds })}
    />
  );
}
