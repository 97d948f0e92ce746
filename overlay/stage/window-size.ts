import { signal } from '@preact/signals';
import type { Size } from './layout.ts';

const measure = (): Size => ({ width: innerWidth, height: innerHeight });

/** The room there is for the picture. OBS changes it when the source is given another size. */
export const windowSize = signal<Size>(measure());
addEventListener('resize', () => {
  windowSize.value = measure();
});
