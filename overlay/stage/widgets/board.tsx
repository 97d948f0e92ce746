import { Gem } from 'lucide';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import { Icon } from '../../parts/icon.tsx';
import type { WidgetProps } from './air.ts';
import { countOf } from './amounts.ts';
import { rowsFitting } from './fitting.ts';

/** The most generous viewers. A row that the box would cut through is not drawn. */
export function Board({ widget, air, box }: WidgetProps<WidgetOf<'leaderboard'>>) {
  const rows = (air.figures?.board[widget.span] ?? []).slice(0, Math.min(widget.rows, rowsFitting(box)));
  return (
    <section class="plate board">
      <p class="line plate-title">{air.say(widget.span === 'live' ? 'boardLive' : 'boardToday')}</p>
      <ol class="board-rows">
        {rows.map((row, place) => (
          <li class="board-row" key={`${place} ${row.name}`}>
            <span class="board-place">{place + 1}</span>
            <bdi class="line board-name">{air.text(row.name)}</bdi>
            <span class="board-sum">
              {countOf(row.diamonds, air.language)}
              <Icon node={Gem} label={air.say('diamonds')} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
