import { useState } from 'preact/hooks';
import { tell } from '../model/editor-words.ts';
import type { Canvas } from '../model/geometry.ts';
import { ChoiceField } from './choice-field.tsx';
import { NumberField } from './number-field.tsx';

/** The two sizes that most streams have. */
export const SIZES: Readonly<Record<'tall' | 'wide', Canvas>> = {
  tall: { width: 1080, height: 1920 },
  wide: { width: 1920, height: 1080 },
};
const SHAPES = ['tall', 'wide', 'own'] as const;
type Shape = (typeof SHAPES)[number];
/** The schema's bounds of an edge of a canvas. */
const EDGE = { least: 160, most: 8192 };

function shapeOf({ width, height }: Canvas): Shape {
  const found = SHAPES.find(
    (shape) => shape !== 'own' && SIZES[shape].width === width && SIZES[shape].height === height,
  );
  return found ?? 'own';
}

/** A canvas's size: one of the usual two by name, or any by its edges. */
export function SizeFields({ size, onSize }: { size: Canvas; onSize: (size: Canvas) => void }) {
  const [asked, setAsked] = useState<Shape | null>(null);
  const shape = asked === 'own' ? 'own' : shapeOf(size);
  function choose(next: Shape): void {
    setAsked(next);
    if (next !== 'own') onSize(SIZES[next]);
  }
  return (
    <>
      <ChoiceField
        label={tell('layout.shape')}
        value={shape}
        choices={SHAPES}
        name={(each) => tell(`layout.${each}`)}
        onChoose={choose}
      />
      {shape === 'own' && (
        <>
          <NumberField
            label={tell('layout.width')}
            value={size.width}
            {...EDGE}
            onValue={(width) => onSize({ ...size, width })}
          />
          <NumberField
            label={tell('layout.height')}
            value={size.height}
            {...EDGE}
            onValue={(height) => onSize({ ...size, height })}
          />
        </>
      )}
    </>
  );
}
