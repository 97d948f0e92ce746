import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Box, WidgetKind } from '../../shared/stage-design.ts';
import type { Size } from './layout.ts';
import { sideOf } from './layout.ts';
import { alertSize } from './widgets/fitting.ts';

interface Props {
  id: string;
  kind: WidgetKind;
  box: Box;
  canvas: Size;
  /** Pixels of the page that one of the canvas is. */
  unit: number;
  children: ComponentChildren;
}

const EDGES = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
} as const;

/** Sizes that a plate is tried in when its box is too small for it. What is still too large then is clipped. */
const SIZES = [1, 0.92, 0.84, 0.76, 0.68, 0.6];

/** The place of one widget. A plate that would be cut through by its box is drawn smaller. */
export function PlacedBox({ id, kind, box, canvas, unit, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!place.current) return;
    // Alerts come and go by themselves, and one that grows must not be measured at every step: their height is known.
    if (kind === 'alerts') place.current.style.setProperty('--u', `${unit * alertSize(box)}px`);
    else shrink(place.current, unit);
  });
  return (
    <div
      class={`box box-${kind}`}
      data-widget={id}
      data-side={sideOf(box, canvas)}
      ref={place}
      style={{
        left: `${box.x * unit}px`,
        top: `${box.y * unit}px`,
        width: `${box.width * unit}px`,
        height: `${box.height * unit}px`,
        justifyContent: EDGES[box.across],
        alignItems: EDGES[box.down],
      }}
    >
      {children}
    </div>
  );
}

function shrink(place: HTMLElement, unit: number): void {
  const plate = place.firstElementChild;
  if (!plate) return;
  for (const size of SIZES) {
    place.style.setProperty('--u', `${unit * size}px`);
    const tooHigh = plate.scrollHeight > plate.clientHeight + 1;
    // Other words give way or break; these must stay whole.
    const words = plate.querySelector('.whole');
    const tooWide = words !== null && words.scrollWidth > words.clientWidth + 1;
    if (!tooHigh && !tooWide) return;
  }
}
