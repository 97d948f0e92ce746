import type { Widget, WidgetOf } from './stage-design.ts';

/**
 * Whether a widget shows sums alone, so that no single event can try it out. Apart from the schema of designs, which
 * would bring all of zod to the pages.
 */
export function countsOnly(widget: Widget): widget is WidgetOf<'goal'> | WidgetOf<'leaderboard'> {
  return widget.kind === 'goal' || widget.kind === 'leaderboard';
}
