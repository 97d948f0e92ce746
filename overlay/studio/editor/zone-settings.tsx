import { Button } from '../../parts/button.tsx';
import { FIRST_ZONES } from '../../parts/safe-zones.ts';
import { tell } from '../model/editor-words.ts';
import { setZones, zoneSizes } from '../model/look.ts';
import { NumberField } from './number-field.tsx';

const SIDES = ['top', 'bottom', 'right'] as const;

/** How much TikTok covers on this person's phone, in pixels of a canvas 1080 wide. */
export function ZoneSettings() {
  const sizes = zoneSizes.value;
  return (
    <details class="look-more">
      <summary>{tell('zones.sizes')}</summary>
      <div class="stack gap-3 look-more-body">
        <div class="numbers">
          {SIDES.map((side) => (
            <NumberField
              key={side}
              label={tell(`zones.${side}Size`)}
              value={sizes[side]}
              least={0}
              most={side === 'right' ? 540 : 960}
              onValue={(value) => setZones({ ...sizes, [side]: value })}
            />
          ))}
        </div>
        <div>
          <Button size="small" onClick={() => setZones(FIRST_ZONES)}>
            {tell('zones.reset')}
          </Button>
        </div>
      </div>
    </details>
  );
}
