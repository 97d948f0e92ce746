import type { Layout } from '../../../shared/stage-design.ts';
import { safeZones } from '../../parts/safe-zones.ts';
import { tell } from '../model/editor-words.ts';
import { zoneSizes } from '../model/look.ts';

/** Where TikTok covers the picture, drawn over it. */
export function ZoneMarks({ layout, scale }: { layout: Layout; scale: number }) {
  return (
    <div class="zones" aria-hidden="true">
      {safeZones(layout.canvas, zoneSizes.value).map((zone) => (
        <div
          key={zone.name}
          class="zone"
          data-zone={zone.name}
          style={{
            left: `${zone.x * scale}px`,
            top: `${zone.y * scale}px`,
            width: `${zone.width * scale}px`,
            height: `${zone.height * scale}px`,
          }}
        >
          <span>{tell(`zones.${zone.name}`)}</span>
        </div>
      ))}
    </div>
  );
}
