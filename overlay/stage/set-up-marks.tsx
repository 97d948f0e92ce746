import type { ZoneName } from '../parts/safe-zones.ts';
import { safeZones } from '../parts/safe-zones.ts';
import type { Size } from './layout.ts';
import { words } from './words.ts';

const NAMES = {
  top: 'zoneTop',
  comments: 'zoneComments',
  buttons: 'zoneButtons',
  face: 'zoneFace',
} as const satisfies Record<ZoneName, string>;

/** For whoever sets the stage up: where not to put anything, and a sign of life when there is nothing to show. */
export function SetUpMarks({ canvas, isIdle }: { canvas: Size; isIdle: boolean }) {
  const part = (length: number, whole: number) => `${(length / whole) * 100}%`;
  return (
    <>
      {safeZones(canvas).map((zone) => (
        <div
          class="safe-zone"
          data-zone={zone.name}
          key={zone.name}
          style={{
            left: part(zone.x, canvas.width),
            top: part(zone.y, canvas.height),
            width: part(zone.width, canvas.width),
            height: part(zone.height, canvas.height),
          }}
        >
          <span class="safe-zone-name">{words.say(NAMES[zone.name])}</span>
        </div>
      ))}
      {isIdle && (
        <div class="idle">
          <p class="plate idle-words">{words.say('nothingToShow')}</p>
        </div>
      )}
    </>
  );
}
