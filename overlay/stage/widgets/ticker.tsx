import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { WidgetProps } from './air.ts';
import { useTurn } from './turns.ts';

/** As many as the design takes. */
const LONGEST_LINE = 200;

/** Heights of the sheet (panels.css): the plate's padding, and one line of text. */
const PADDING = 28;
const LINE = 47;

/** One of its lines at a time, over as many as the box holds; a single one stands still. */
export function Ticker({ widget, air, box }: WidgetProps<WidgetOf<'ticker'>>) {
  const { one: line, turn } = useTurn(
    widget.lines.filter((each) => each !== ''),
    widget.turnSeconds,
  );
  const lines = Math.max(1, Math.floor((box.height - PADDING) / LINE));
  return (
    <section class="plate ticker">
      <p
        class={lines === 1 ? 'ticker-line ticker-single' : 'ticker-line'}
        dir="auto"
        key={turn}
        style={{ WebkitLineClamp: lines }}
      >
        {air.text(line ?? '', LONGEST_LINE)}
      </p>
    </section>
  );
}
