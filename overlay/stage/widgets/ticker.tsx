import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { WidgetProps } from './air.ts';
import { useTurn } from './turns.ts';

const LONGEST_LINE = 160;

/** One line at a time; a single one stands still. */
export function Ticker({ widget, air }: WidgetProps<WidgetOf<'ticker'>>) {
  const { one: line, turn } = useTurn(
    widget.lines.filter((each) => each !== ''),
    widget.turnSeconds,
  );
  return (
    <section class="plate ticker">
      <p class="line ticker-line" dir="auto" key={turn}>
        {air.text(line ?? '', LONGEST_LINE)}
      </p>
    </section>
  );
}
