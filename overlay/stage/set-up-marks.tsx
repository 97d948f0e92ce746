import type { Box } from '../../shared/stage-design.ts';
import type { ZoneName } from '../parts/safe-zones.ts';
import { safeZones } from '../parts/safe-zones.ts';
import type { Size } from './layout.ts';
import { type EmptyPlace, sentencePlace } from './set-up-places.ts';
import { words } from './words.ts';

const NAMES = {
  top: 'zoneTop',
  comments: 'zoneComments',
  buttons: 'zoneButtons',
  face: 'zoneFace',
} as const satisfies Record<ZoneName, string>;

interface Props {
  canvas: Size;
  boxes: ReadonlyArray<Box>;
  empty: ReadonlyArray<EmptyPlace>;
  isIdle: boolean;
}

/**
 * For whoever sets the stage up: where not to put anything, whose the empty places are, and a sign of life when there is
 * nothing to show.
 */
export function SetUpMarks({ canvas, boxes, empty, isIdle }: Props) {
  return (
    <>
      {safeZones(canvas).map((zone) => (
        <div class="safe-zone" data-zone={zone.name} key={zone.name} style={areaOf(zone, canvas)}>
          <span class="mark-name">{words.say(NAMES[zone.name])}</span>
        </div>
      ))}
      {empty.map(({ box, kinds }) => (
        <div class="empty-place" key={kinds.join()} style={areaOf(box, canvas)}>
          <span class="mark-name">{kinds.map((kind) => words.say(`kind.${kind}`)).join(' · ')}</span>
        </div>
      ))}
      {isIdle && <NothingToShow {...sentencePlace(canvas, boxes)} />}
    </>
  );
}

function NothingToShow({ x, y }: { x: number; y: number }) {
  return (
    <div class="idle" style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
      <p class="plate idle-words">{words.say('nothingToShow')}</p>
    </div>
  );
}

/** An area of the canvas as parts of it, for what is laid over the canvas. */
export function areaOf({ x, y, width, height }: Pick<Box, 'x' | 'y' | 'width' | 'height'>, canvas: Size) {
  const part = (length: number, whole: number) => `${(length / whole) * 100}%`;
  return {
    left: part(x, canvas.width),
    top: part(y, canvas.height),
    width: part(width, canvas.width),
    height: part(height, canvas.height),
  };
}
