import type { Box, Layout, StageDesign } from '../../../shared/stage-design.ts';

/* How much of a list its box holds whole. In pixels of the canvas, as the sheets have it: the same in every theme. */

type Height = Pick<Box, 'height'>;

/** An alert and the gap to the next (lower-third.css). */
const ALERT = 76;
const ALERT_GAP = 12;
/** The title of a leaderboard with the plate's padding, and one row (panels.css). */
const BOARD_HEAD = 92;
const BOARD_ROW = 54;

/** At least one: where not even that has room it is drawn smaller. */
export function alertsFitting({ height }: Height): number {
  return Math.max(1, Math.floor((height + ALERT_GAP) / (ALERT + ALERT_GAP)));
}

/** At least one, as with alerts. */
export function rowsFitting({ height }: Height): number {
  return Math.max(1, Math.floor((height - BOARD_HEAD) / BOARD_ROW));
}

/** In what part of its size an alert is drawn. */
export function alertSize({ height }: Height): number {
  return Math.min(1, height / ALERT);
}

/**
 * How many alerts may be on at a time: as many as the design asks for and their place on the drawn layout holds whole; of
 * several places what the roomiest holds. None on a stage that has no alerts.
 */
export function alertPlaces({ widgets }: StageDesign, layout: Layout | null): number {
  const places = widgets.flatMap((widget) => {
    if (widget.kind !== 'alerts') return [];
    const box = layout?.boxes[widget.id];
    return [box ? Math.min(widget.most, alertsFitting(box)) : widget.most];
  });
  return Math.max(0, ...places);
}
