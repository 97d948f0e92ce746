import type { Widget, WidgetOf } from '../../../shared/stage-design.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { Air } from './air.ts';

type Facts = Pick<Air, 'view' | 'figures' | 'certain'>;

/** Whether a widget has something to show; what alerts have is known to the alerts. */
export function isOn(widget: Widget, { view, figures, certain }: Facts, now: EpochMillis): boolean {
  switch (widget.kind) {
    case 'bio':
      return view.bio !== null;
    case 'booking':
      return view.booking !== null;
    case 'queue':
      return hasQueue(widget, view) || heldOnAir({ view, certain }, now).length > 0;
    case 'leaderboard':
      return (figures?.board[widget.span].length ?? 0) > 0;
    case 'goal':
      return figures !== null;
    case 'featured':
    case 'discount':
      return endOf(widget, view) > now && (widget.kind !== 'discount' || widget.code !== '');
    case 'pinned':
      return widget.title !== '';
    case 'ticker':
      return widget.lines.some((line) => line !== '');
    case 'clock':
      return widget.shows === 'time' || (figures?.sessionStartedAt ?? null) !== null;
    case 'feed':
      return view.setUp && figures !== null;
    case 'alerts':
      return true;
  }
}

/** When the next of these widgets leaves by the clock alone; null when none will. */
export function nextLeaving(widgets: ReadonlyArray<Widget>, air: Facts, now: EpochMillis): EpochMillis | null {
  const { view } = air;
  const ends = widgets
    .filter((widget) => widget.kind === 'featured' || widget.kind === 'discount')
    .map((widget) => endOf(widget, view))
    .concat(heldOnAir(air, now).map(({ until }) => Date.parse(until)))
    .filter((end) => end > now && Number.isFinite(end));
  return ends.length > 0 ? Math.min(...ends) : null;
}

/** Never (minus infinity) for what is not there; plus infinity for what stays. */
function endOf(widget: WidgetOf<'featured'> | WidgetOf<'discount'>, view: Facts['view']): EpochMillis {
  if (widget.kind === 'discount') {
    return widget.endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(widget.endsAt);
  }
  return view.featured ? Date.parse(view.featured.at) + widget.showSeconds * 1000 : Number.NEGATIVE_INFINITY;
}

export function hasQueue(widget: WidgetOf<'queue'>, { queue }: Air['view']): boolean {
  return queue.waiting > 0 || queue.next.length > 0 || (widget.nowServing && !!queue.nowServing);
}

/**
 * Codes that may be on air now: not past their time, not while the server's word is old, and not while the streamer has
 * paused what comes from viewers.
 */
export function heldOnAir(
  { view, certain }: Pick<Air, 'view' | 'certain'>,
  now: EpochMillis,
): Air['view']['chatHolds'] {
  if (!certain || view.alertControl.paused) return [];
  return view.chatHolds.filter(({ until, name }) => Date.parse(until) > now && name !== '');
}
