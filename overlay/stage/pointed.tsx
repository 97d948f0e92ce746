import type { Box } from '../../shared/stage-design.ts';
import type { StageSample } from '../../shared/stage-view.ts';
import type { Connection } from '../connect.ts';
import { forAWhile } from './for-a-while.ts';
import type { Size } from './layout.ts';
import { areaOf } from './set-up-marks.tsx';

/** Long enough to look from the studio to OBS. */
const POINTED_MILLIS = 5_000;
/** And long enough to read a goal with its milestones. */
const SAMPLED_MILLIS = 8_000;
/** What the name over a frame takes of the canvas; with less above the box it stands below it. */
const NAME_HEIGHT = 60;

const framing = forAWhile<string>(POINTED_MILLIS);
const sampling = forAWhile<StageSample>(SAMPLED_MILLIS);

/** The widget whose place is framed just now, by id; null for none. */
export const pointed = framing.shown;
/** What one widget shows just now because the studio tries it out; null for none. */
export const sampled = sampling.shown;

/** Frames a widget's place, or shows in it what tries it out, when the studio asks for it. */
export function followStudio(connection: Connection<'stage'>): void {
  connection.on('point', framing.begin);
  connection.on('sample', sampling.begin);
}

/** The frame around a widget's place, over whatever it shows, with its name outside of it. */
export function PointedFrame({ box, name, canvas }: { box: Box; name: string; canvas: Size }) {
  return (
    <div class="pointed" data-name={box.y < NAME_HEIGHT ? 'below' : 'above'} style={areaOf(box, canvas)}>
      <span class="mark-name">{name}</span>
    </div>
  );
}
