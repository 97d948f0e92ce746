import { signal } from '@preact/signals';
import type { Box } from '../../shared/stage-design.ts';
import type { Connection } from '../connect.ts';
import type { Size } from './layout.ts';
import { areaOf } from './set-up-marks.tsx';

/** Long enough to look from the studio to OBS. */
const POINTED_MILLIS = 5_000;
/** What the name over a frame takes of the canvas; with less above the box it stands below it. */
const NAME_HEIGHT = 60;

/** The widget whose place is framed just now, by id; null for none. */
export const pointed = signal<string | null>(null);
let ending: ReturnType<typeof setTimeout> | undefined;

/** Frames a widget's place when the studio asks for it; one that is asked for meanwhile takes the place of the first. */
export function followPointing(connection: Connection<'stage'>): void {
  connection.on('point', (widget) => {
    clearTimeout(ending);
    pointed.value = widget;
    ending = setTimeout(() => {
      pointed.value = null;
    }, POINTED_MILLIS);
  });
}

/** The frame around a widget's place, over whatever it shows, with its name outside of it. */
export function PointedFrame({ box, name, canvas }: { box: Box; name: string; canvas: Size }) {
  return (
    <div class="pointed" data-name={box.y < NAME_HEIGHT ? 'below' : 'above'} style={areaOf(box, canvas)}>
      <span class="mark-name">{name}</span>
    </div>
  );
}
