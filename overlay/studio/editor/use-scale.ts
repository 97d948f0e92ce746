import { useEffect, useRef, useState } from 'preact/hooks';
import type { Canvas } from '../model/geometry.ts';

/** The whole canvas in sight, or a fixed factor. */
export type Zoom = 'fit' | number;

/** What the strip, the bars and the help leave of the window's height. */
const TAKEN_HEIGHT = 270;
const LEAST_HEIGHT = 400;

/** How many pixels of the page one of the canvas takes, followed as the frame and the window change. */
export function useScale(canvas: Canvas, zoom: Zoom) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () =>
      setRoom({ width: element.clientWidth, height: Math.max(LEAST_HEIGHT, innerHeight - TAKEN_HEIGHT) });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    addEventListener('resize', measure);
    return () => {
      watch.disconnect();
      removeEventListener('resize', measure);
    };
  }, []);
  const fit = Math.min(room.width / canvas.width, room.height / canvas.height);
  return { frame, scale: zoom === 'fit' ? fit : zoom };
}
