import { Check, SelectField } from '../../parts/field.tsx';
import { tell } from '../model/editor-words.ts';
import { zonesShown } from '../model/look.ts';
import type { Zoom } from './use-scale.ts';

interface Props {
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  /** False where TikTok covers nothing. */
  zones: boolean;
}

/** How large the canvas is drawn, and whether with what TikTok covers. */
export function CanvasHead({ zoom, onZoom, zones }: Props) {
  return (
    <div class="look-canvas-head">
      <ZoomChoice zoom={zoom} onZoom={onZoom} />
      {zones && (
        <Check
          look="switch"
          label={tell('zones.show')}
          checked={zonesShown.value}
          onChange={(event) => {
            zonesShown.value = event.currentTarget.checked;
          }}
        />
      )}
    </div>
  );
}

function ZoomChoice({ zoom, onZoom }: Pick<Props, 'zoom' | 'onZoom'>) {
  return (
    <div class="look-zoom">
      <SelectField
        label={tell('canvas.zoom')}
        value={String(zoom)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onZoom(value === 'fit' ? 'fit' : Number(value));
        }}
      >
        <option value="fit">{tell('canvas.fit')}</option>
        {[0.25, 0.5, 1].map((factor) => (
          <option key={factor} value={String(factor)}>
            {factor * 100} %
          </option>
        ))}
      </SelectField>
    </div>
  );
}
