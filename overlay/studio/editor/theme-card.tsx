import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Layout, StageDesign, Theme } from '../../../shared/stage-design.ts';
import { tongue } from '../model/words.ts';
import { SamplePicture } from './sample-picture.tsx';

const CANVAS = { width: 640, height: 400 };

/** An alert over a lower third: what a theme is told by. */
const WIDGETS: StageDesign['widgets'] = [
  { id: 'alerts', kind: 'alerts', most: 1 },
  { id: 'bio', kind: 'bio', offers: false, skills: false, proofs: false, prices: false, turnSeconds: 120 },
];
const LAYOUT: Layout = {
  id: 'card',
  name: 'card',
  canvas: CANVAS,
  scene: null,
  boxes: {
    alerts: { x: 28, y: 28, width: 584, height: 92, across: 'left', down: 'top' },
    bio: { x: 28, y: 150, width: 584, height: 222, across: 'left', down: 'bottom' },
  },
};

/** A theme in small, drawn by the stage's own parts, so that it shows what will be on air. As wide as its place. */
export function ThemeCard({ theme, design }: { theme: Theme; design: StageDesign }) {
  const place = useRef<HTMLSpanElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <span class="theme-picture" ref={place} aria-hidden="true">
      {width > 0 && (
        <SamplePicture
          design={{ ...design, theme, widgets: WIDGETS, layouts: [LAYOUT] }}
          layout={LAYOUT}
          scale={width / CANVAS.width}
          language={tongue()}
        />
      )}
    </span>
  );
}
